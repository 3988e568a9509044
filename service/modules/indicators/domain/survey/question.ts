import type { DefinitionBreak } from '../measure-facts.ts';

/** The ages that were asked, both ends included. */
export type Ages = { readonly from: number; readonly to: number };

/** One asking of a question. */
export type Asking = {
  readonly start: string;
  readonly question: string;
  readonly ages: Ages;
};

/** Reads "11 to 15", "11-15", "aged 11–15"; undefined where no two ages stand there. */
export function readAges(text: string): Ages | undefined {
  const found = /^\D*(\d{1,2})\s*(?:to|-|–|—|and)\s*(\d{1,2})\D*$/i.exec(text.trim());
  const [from, to] = [Number(found?.[1]), Number(found?.[2])];
  return found && from <= to && to <= 25 ? { from, to } : undefined;
}

/** Whether two askings may be compared: the same words, whatever their signs and capitals, of the same ages. */
export function isSameAsking(one: Omit<Asking, 'start'>, other: Omit<Asking, 'start'>): boolean {
  return (
    plain(one.question) === plain(other.question) &&
    one.ages.from === other.ages.from &&
    one.ages.to === other.ages.to
  );
}

function plain(question: string): string {
  return question
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Where a series of waves must not be joined: wherever another question was asked, or other ages. */
export function breaksOfWaves(askings: readonly Asking[]): DefinitionBreak[] {
  const sorted = askings.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  return sorted.flatMap((asking, at): DefinitionBreak[] => {
    const before = sorted[at - 1];
    if (!before || before.start === asking.start || isSameAsking(before, asking)) return [];
    const isReworded = plain(before.question) !== plain(asking.question);
    const words = isReworded
      ? `Another question from here on: “${asking.question}” (before: “${before.question}”).`
      : `Other ages from here on: ${sayAges(asking.ages)} (before: ${sayAges(before.ages)}).`;
    return [{ on: asking.start, words }];
  });
}

export function sayAges({ from, to }: Ages): string {
  return from === to ? `aged ${from}` : `aged ${from} to ${to}`;
}
