import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';

/** An address that sends figures of a measure without an account. */
export type Supplier = {
  id: Id<'supplier'>;
  measureCode: string;
  organisationKey: string;
  /** as it was called when it was named */
  organisation: string;
  email: string;
  areaCodes: readonly string[];
  /** the person who is told where it goes wrong */
  namedBy: string | undefined;
  namedByName: string;
  namedAt: Date;
  stoppedAt: Date | undefined;
};

/** What was given of one place. */
export type GivenLine = {
  areaCode: string;
  count: number;
  base: number;
  schools: number | undefined;
};

/** The figures of one period, asked of one supplier. */
export type FiguresAsked = {
  id: Id<'figures-asked'>;
  supplierId: Id<'supplier'>;
  start: Day;
  askedAt: Date;
  letters: number;
  lastLetterAt: Date | undefined;
  state: 'asked' | 'given' | 'taken' | 'put-aside';
  given: readonly GivenLine[] | undefined;
  note: string;
  givenAt: Date | undefined;
  settledAt: Date | undefined;
  settledByName: string | undefined;
};

/** What a link for figures is registered as: see `LinkPurpose`. */
export const figuresPurpose = 'own-figures';

/** A first letter and two reminders, a week apart; then a person has to think of something else. */
export const mostLetters = 3;

const dayMs = 86_400_000;
/** Half a day short of a week, so that work which runs each morning never slips into an eighth day. */
const aWeekMs = 7 * dayMs - dayMs / 2;

type Asking = Pick<FiguresAsked, 'state' | 'letters' | 'lastLetterAt'>;

/** Whether a letter should go out about it: nothing was answered, a week has passed, and it was not asked three times. */
export function letterIsDue({ state, letters, lastLetterAt }: Asking, now: Date): boolean {
  if (state !== 'asked' || letters >= mostLetters) return false;
  return lastLetterAt === undefined || now.getTime() - lastLetterAt.getTime() >= aWeekMs;
}

/** Whether three letters were not answered within a week of the last. */
export function isOverdue({ state, letters, lastLetterAt }: Asking, now: Date): boolean {
  if (state !== 'asked' || letters < mostLetters || lastLetterAt === undefined) return false;
  return now.getTime() - lastLetterAt.getTime() >= aWeekMs;
}

/** One letter for each address, whatever it owes; none where one went there less than a week ago. */
export function lettersToWrite<Ask extends Asking & { email: string }>(
  asks: readonly Ask[],
  now: Date,
): { email: string; asks: readonly Ask[] }[] {
  return [...Map.groupBy(asks, ({ email }) => email)].flatMap(([email, all]) => {
    const lately = all.some(
      ({ lastLetterAt }) => lastLetterAt !== undefined && now.getTime() - lastLetterAt.getTime() < aWeekMs,
    );
    const due = all.filter((ask) => letterIsDue(ask, now));
    return lately || due.length === 0 ? [] : [{ email, asks: due }];
  });
}
