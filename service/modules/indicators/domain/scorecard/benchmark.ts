import { benchmarkWords, checkBenchmark } from '#packages/statistics';
import { samePeriod } from '../period.ts';
import type { Period } from '../period.ts';
import { isNumber } from '../value.ts';
import { hasNumber, settled } from '../figures/figure.ts';
import type { Figure, NumberFigure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import { englandCode } from '../figures/place.ts';

/** England beside an area: in the same days, or not at all; and where it may not be compared with, why. */
export type Benchmark =
  | { kind: 'usable'; figure: NumberFigure; samePeriodAsLatest: boolean }
  /** shown, and never compared with */
  | { kind: 'shown'; figure: NumberFigure; reason: 'a-total' | 'kind-not-known'; words: string }
  /** not to be believed, so its number is not shown beside the area's */
  | { kind: 'stopped'; figure: NumberFigure; reason: 'known-fault' | 'outside-its-parts'; words: string }
  | { kind: 'none'; newest: Period | undefined };

/** The values of the parts of England in one period, as a check on England's own. */
export type PartsIn = (period: Period) => readonly (number | undefined)[];

/**
 * England's figure for the days of the area's latest number; where England has none for those days, for the latest days
 * that both have a number for. Two different periods are never compared.
 */
export function benchmarkFor(given: {
  definition: MeasureDefinition;
  own: readonly Figure[];
  latest: Figure;
  england: readonly Figure[];
  parts: PartsIn;
}): Benchmark {
  const england = settled(given.england, given.latest);
  const found = sharedFigure(given.own, given.latest, england);
  if (!found) return { kind: 'none', newest: england.findLast(hasNumber)?.period };
  const stopped = faultOf(given.definition) ?? outsideItsParts(given.definition, found, given.parts);
  if (stopped) return { kind: 'stopped', figure: found, ...stopped };
  const unlike = unlikeItsParts(given.definition);
  if (unlike) return { kind: 'shown', figure: found, ...unlike };
  return { kind: 'usable', figure: found, samePeriodAsLatest: samePeriod(found.period, given.latest.period) };
}

/** The period in which area and England are put side by side; undefined where they share none. */
export function sharedFigure(
  own: readonly Figure[],
  latest: Figure,
  england: readonly Figure[],
): NumberFigure | undefined {
  const numbers = england.filter(hasNumber);
  const same = numbers.find((figure) => samePeriod(figure.period, latest.period));
  if (same) return same;
  const ofOwn = own.filter(({ value }) => isNumber(value));
  return numbers.findLast((figure) => ofOwn.some((one) => samePeriod(one.period, figure.period)));
}

function faultOf(definition: MeasureDefinition): { reason: 'known-fault'; words: string } | undefined {
  const fault = definition.faults.find(
    (known) => known.effect === 'ignore-row' && known.area === englandCode,
  );
  return fault && { reason: 'known-fault', words: fault.words };
}

/** A whole that is no mean of its parts, or of which nobody has said that it is. */
function unlikeItsParts({
  kind,
  unit,
}: MeasureDefinition): Pick<Extract<Benchmark, { kind: 'shown' }>, 'reason' | 'words'> | undefined {
  if (kind === 'count')
    return { reason: 'a-total', words: 'England is a total, so it cannot be compared with one of its parts' };
  if (kind === 'not-known' && unit.multiplier === undefined)
    return {
      reason: 'kind-not-known',
      words: 'nobody has said what this measure counts, so England may be a total',
    };
  return undefined;
}

/** Only a weighted mean of its parts lies between them: a difference of two means, or an index, need not. */
function outsideItsParts(
  definition: MeasureDefinition,
  england: NumberFigure,
  parts: PartsIn,
): { reason: 'outside-its-parts'; words: string } | undefined {
  if (definition.kind === 'count' || definition.kind === 'gap' || definition.kind === 'index')
    return undefined;
  const check = checkBenchmark({ kind: 'ratio', benchmark: england.value, parts: parts(england.period) });
  if (check.trusted || check.reason !== 'outside-its-parts') return undefined;
  return { reason: 'outside-its-parts', words: benchmarkWords(check, 'England') };
}
