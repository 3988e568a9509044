type Of = number | string;

/** Where the pages of sharing stand. */
export const sharingPlaces = {
  register: '/sharing',
  agreements: '/sharing/agreements',
  newAgreement: '/sharing/agreements/new',
  agreement: (number: Of) => `/sharing/agreements/${number}`,
  changeAgreement: (number: Of) => `/sharing/agreements/${number}/change`,
  signAgreement: (number: Of) => `/sharing/agreements/${number}/sign`,
  endAgreement: (number: Of) => `/sharing/agreements/${number}/end`,
  ledger: '/sharing/ledger',
  entry: (number: Of) => `/sharing/ledger/${number}`,
  complete: (number: Of) => `/sharing/ledger/${number}/record`,
  signOff: (number: Of) => `/sharing/ledger/${number}/sign-off`,
  withdraw: (number: Of) => `/sharing/ledger/${number}/withdraw`,
  record: '/sharing/record',
  now: '/sharing/now',
  purposes: '/sharing/purposes',
  owners: '/sharing/owners',
  owner: (kind: string) => `/sharing/owners/${kind}`,
  duty: '/sharing/duty',
} as const;

/** The number in an address; -1, which nothing has, where it is none. */
export function numberIn(text: string | undefined): number {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : -1;
}
