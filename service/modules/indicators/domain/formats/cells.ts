import { wordsOf } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { refusedRow } from '../observation.ts';
import type { RefusedPart, RefusedRow } from '../observation.ts';
import { periodRefusalMends, periodRefusalWords } from '../period.ts';
import type { Period, PeriodRefusal } from '../period.ts';
import { parseValue, valueRefusalMends, valueRefusalWords } from '../value.ts';
import type { Value, ValueDialect, ValueRefusal } from '../value.ts';

/** Where a cell stands, for a refusal of it. */
export type CellPlace = { about: RefusedPart; line: number; column: string };

export function valueRefused(refusal: ValueRefusal, place: CellPlace): RefusedRow {
  return refusedRow({
    ...place,
    text: refusal.text,
    reason: refusal.reason,
    words: wordsOf(valueRefusalWords, refusal),
    mend: wordsOf(valueRefusalMends, refusal),
  });
}

export function periodRefused(refusal: PeriodRefusal, place: CellPlace): RefusedRow {
  return refusedRow({
    ...place,
    text: refusal.text,
    reason: refusal.reason,
    words: wordsOf(periodRefusalWords, refusal),
    mend: wordsOf(periodRefusalMends, refusal),
  });
}

const mostRemembered = 100_000;

/** A function that works each text out once: files repeat the same periods and values hundreds of thousands of times. */
export function remembered<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= mostRemembered) known.clear();
    const result = work(text);
    known.set(text, result);
    return result;
  };
}

export function valueReader(dialect: ValueDialect): (text: string) => Outcome<Value, ValueRefusal> {
  return remembered((text) => parseValue(text, dialect));
}

export type PeriodRead = Outcome<Period, PeriodRefusal>;
