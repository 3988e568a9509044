import { levels, type Level } from '#platform/access/record-policy.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';

/** How a record can be kept. */
export const levelsKept = levels;

/** A child, as the record's first page holds them. */
export type Child = {
  id: Id<'child'>;
  givenNames: string;
  familyName: string;
  /** what they are called; '' where that is their given name */
  knownAs: string;
  bornOn: Day | undefined;
  /** of a child who is on the way */
  dueOn: Day | undefined;
  level: Level;
  /** the one body that answers for this record */
  ownerOrganisationId: Id<'organisation'>;
  settingOrganisationId: Id<'organisation'> | undefined;
  /** where they go is told to nobody but those named */
  settingIsSafe: boolean;
  openedBecause: string;
  version: number;
};

/** What a page is headed by: the name they are called by, and their family's. */
export function titleOf({
  givenNames,
  familyName,
  knownAs,
}: Pick<Child, 'givenNames' | 'familyName' | 'knownAs'>): string {
  return `${knownAs === '' ? givenNames : knownAs} ${familyName}`;
}

/** A name as it is compared: without accents, capitals, spaces and marks. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLocaleLowerCase('en-GB')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '');
}

/** How many whole years old a child is on a day. */
export function yearsOn(bornOn: Day, today: Day): number {
  const [year = 0, month = 0, day = 0] = bornOn.split('-').map(Number);
  const [nowYear = 0, nowMonth = 0, nowDay = 0] = today.split('-').map(Number);
  return nowYear - year - (nowMonth < month || (nowMonth === month && nowDay < day) ? 1 : 0);
}

/** For people: "13 years old", "not yet one year old". */
export function sayYears(years: number): string {
  if (years === 0) return 'Not yet one year old';
  return `${years} year${years === 1 ? '' : 's'} old`;
}
