import type { Actor } from '#platform/kernel/context.ts';
import { allowed } from '#platform/access/policy.ts';
import { isFor } from '../audience.ts';
import { keepMoney } from '../permissions.ts';
import type { MoneyLine } from './money-line.ts';

/** Behind fewer people than these, a sum or a number of posts would tell one person's pay or hours. */
const fewestPeople = 3;

/** A line as one person sees it: without a number where a small team stands behind it, and how many only to its owner. */
export type ShownLine = Omit<MoneyLine, 'amount' | 'people'> & {
  amount: number | 'held-back';
  people: number | undefined;
};

/** A line whose number this person sees. */
export type CountedLine = ShownLine & { amount: number };

/** The lines that are for this person, those of small teams without their number for everybody but their owner. */
export function shownLines(lines: readonly MoneyLine[], actor: Actor): readonly ShownLine[] {
  const isOwner = allowed(actor, keepMoney);
  return lines
    .filter(({ audience }) => isFor(audience, actor, keepMoney))
    .map((line) => ({
      ...line,
      amount: !isOwner && isSmallTeam(line) ? 'held-back' : line.amount,
      people: isOwner ? line.people : undefined,
    }));
}

/** Whether a person sees the lines just as a visitor does. */
export function seesAsVisitor(lines: readonly MoneyLine[], actor: Actor): boolean {
  const [theirs, open] = [shownLines(lines, actor), shownLines(lines, { kind: 'visitor' })];
  return counted(theirs).length === counted(open).length && theirs.length === open.length;
}

/** Whether one or two people stand behind a line. */
export function isSmallTeam({ people }: Pick<MoneyLine, 'people'>): boolean {
  return people > 0 && people < fewestPeople;
}

/** Sums are made of these alone, so that no sum gives away what is held back. */
export function counted(lines: readonly ShownLine[]): readonly CountedLine[] {
  return lines.flatMap((line) => (line.amount === 'held-back' ? [] : [{ ...line, amount: line.amount }]));
}
