import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { MeasurePolarity } from '../measure-facts.ts';
import { isNumber } from '../value.ts';
import type { Figure } from '../figures/figure.ts';
import { shortPeriod } from '../say-period.ts';
import type { Speaker } from './speaker.ts';

/** The verdicts that a person can say something else of: the comparison with England, and the recent trend. */
export const overrulable = ['england', 'trend'] as const;

export type Overrulable = (typeof overrulable)[number];

/** Every word that a verdict can come to, worked out or said. */
export const sayable = [
  'better',
  'similar',
  'worse',
  'higher',
  'lower',
  'not-compared',
  'increasing-better',
  'increasing-worse',
  'decreasing-better',
  'decreasing-worse',
  'increasing',
  'decreasing',
  'no-significant-change',
  'cannot-be-calculated',
] as const;

export type Sayable = (typeof sayable)[number];

/** The figure that a verdict is about: what an analyst says of it does not hold for the next one. */
export type FigureSpokenOf = {
  start: Day;
  end: Day;
  kind: string;
  /** the period as a person reads it: "2024/25" */
  period: string;
  value: number;
};

/** What an analyst says of a verdict in place of what was worked out, and why. */
export type Overruling = {
  id: Id<'overruling'>;
  measure: string;
  areaCode: string;
  about: Overrulable;
  figure: FigureSpokenOf;
  workedOut: Sayable;
  said: Sayable;
  reason: string;
  by: Speaker;
  on: Day;
};

/** Why what was said no longer holds. */
export type LapseReason = 'newer-figure' | 'other-figure' | 'figure-revised' | 'worked-out-anew';

export type LapsedOverruling = { overruling: Overruling; because: LapseReason };

/** What was said of one verdict: what holds now (of two people, both), and what held for another figure. */
export type Overruled = {
  standing: readonly Overruling[];
  lapsed: readonly LapsedOverruling[];
};

const notOverruled: Overruled = { standing: [], lapsed: [] };

/** The figure of a verdict as an overruling keeps it; undefined where there is no number to speak of. */
export function figureSpokenOf(figure: Figure | undefined): FigureSpokenOf | undefined {
  if (!figure || !isNumber(figure.value)) return undefined;
  const { start, end, kind } = figure.period;
  return { start, end, kind, period: shortPeriod(figure.period), value: figure.value };
}

/** Sorts what was said of one verdict into what holds for the figure and the verdict as they stand, and what does not. */
export function overruledNow(
  said: readonly Overruling[],
  now: { about: Overrulable; figure: FigureSpokenOf | undefined; workedOut: Sayable | undefined },
): Overruled {
  const ofThis = said.filter(({ about }) => about === now.about);
  if (ofThis.length === 0) return notOverruled;
  const judged = ofThis.map((overruling) => ({ overruling, because: lapseOf(overruling, now) }));
  return {
    standing: judged.filter(({ because }) => because === undefined).map(({ overruling }) => overruling),
    lapsed: judged.flatMap(({ overruling, because }) => (because ? [{ overruling, because }] : [])),
  };
}

function lapseOf(
  { figure, workedOut }: Overruling,
  now: { figure: FigureSpokenOf | undefined; workedOut: Sayable | undefined },
): LapseReason | undefined {
  if (!now.figure) return 'other-figure';
  if (figure.start !== now.figure.start || figure.end !== now.figure.end || figure.kind !== now.figure.kind)
    return now.figure.end > figure.end ? 'newer-figure' : 'other-figure';
  if (figure.value !== now.figure.value) return 'figure-revised';
  return workedOut === now.workedOut ? undefined : 'worked-out-anew';
}

/**
 * What a page has seen of a verdict, as a line of text: it differs where another figure came in, or the verdict came out
 * otherwise, while somebody was writing.
 */
export function markOfVerdict(figure: FigureSpokenOf, workedOut: Sayable): string {
  return [figure.start, figure.end, figure.kind, figure.value, workedOut].join(' ');
}

/** What a verdict may be said to be, in the order in which it is offered: never what was worked out, which needs no saying. */
export function sayableInstead(
  about: Overrulable,
  polarity: MeasurePolarity,
  workedOut: Sayable,
): readonly Sayable[] {
  const all = about === 'england' ? comparisons[polarity] : trends[polarity];
  return all.filter((verdict) => verdict !== workedOut);
}

const comparisons: { readonly [Polarity in MeasurePolarity]: readonly Sayable[] } = {
  'high-is-good': ['better', 'similar', 'worse', 'not-compared'],
  'low-is-good': ['better', 'similar', 'worse', 'not-compared'],
  'no-judgement': ['higher', 'similar', 'lower', 'not-compared'],
};

const trends: { readonly [Polarity in MeasurePolarity]: readonly Sayable[] } = {
  'high-is-good': ['increasing-better', 'no-significant-change', 'decreasing-worse', 'cannot-be-calculated'],
  'low-is-good': ['decreasing-better', 'no-significant-change', 'increasing-worse', 'cannot-be-calculated'],
  'no-judgement': ['increasing', 'no-significant-change', 'decreasing', 'cannot-be-calculated'],
};

/** Fewer letters than this say too little to stand in place of a sum. */
export const shortestReason = 20;
export const longestReason = 1000;
