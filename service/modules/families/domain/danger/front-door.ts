/** A number of the partnership's own. */
export type OwnNumber = {
  name: string;
  number: string;
  /** when it is answered, in words */
  hours: string;
  outOfHours: boolean;
  /** when somebody last rang it to see that it is right: `YYYY-MM-DD` */
  checkedOn: string;
};

/** Where somebody turns who is afraid for a child, as a partnership sets it. */
export type FrontDoor = {
  numbers: readonly OwnNumber[];
  /** the local safeguarding partners' own document: linked, never written again here */
  thresholdName: string;
  thresholdLink: string;
  /** where a referral to children's social care is made */
  referralLink: string;
  unreadMinutes: number;
  /** as in 08:30, on working days */
  opens: string;
  closes: string;
  version: number;
};

/** What stands before a partnership has set anything. */
export const noFrontDoor: FrontDoor = {
  numbers: [],
  thresholdName: '',
  thresholdLink: '',
  referralLink: '',
  unreadMinutes: 30,
  opens: '08:30',
  closes: '17:30',
  version: 0,
};

/** How many numbers of its own a partnership can name: more are not read by somebody who is afraid. */
export const mostOwnNumbers = 4;

/** Somebody who was named to read what people tell. */
export type Reader = {
  id: string;
  personId: string;
  name: string;
  settingId: string | undefined;
  part: 'reader' | 'deputy';
  namedByName: string;
};
