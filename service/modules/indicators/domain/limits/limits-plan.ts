import { xmr, type Xmr } from '#packages/statistics';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Figure } from '../figures/figure.ts';
import type { MeasurePolarity } from '../measure-facts.ts';
import { isNumber } from '../value.ts';
import type { LimitsDecision, LimitsDeed, PeriodDecided } from './limits-decision.ts';

/** Fewer points than this cannot show that a process has changed: the rules ask for seven in a row. */
export const fewestOnASide = 7;
/** Limits that are held rest on at least so many points, or they would move with chance. */
export const fewestToHold = 12;

/** Why something cannot be decided of the figures as they stand. */
export type PlanRefusal =
  | { reason: 'no-such-period' }
  | { reason: 'decided-already' }
  /** one stretch would have too few figures for limits of its own */
  | { reason: 'too-few-points'; side: 'before' | 'after'; points: number; least: number }
  | { reason: 'too-few-to-hold'; points: number; least: number }
  /** one stretch has one set of limits, which are held once */
  | { reason: 'held-already' };

type Decided = { deed: LimitsDeed; period: Pick<PeriodDecided, 'start' | 'end' | 'kind'> };

/** A decision with the place of its period among the figures. */
type Placed<Of extends Decided> = { at: number; decided: Of };

/** A stretch of figures with limits of its own, from a place to the one after its last, and what was decided about it. */
export type Stretch<Of extends Decided = LimitsDecision> = {
  from: number;
  to: number;
  /** why it begins where it does; undefined for the first */
  anew: Of | undefined;
  /** the place of the last figure that its limits are made of, where they are held */
  held: Placed<Of> | undefined;
};

/** How a series is cut, and which decisions no longer fit the figures that stand. */
export type LimitsPlan = {
  stretches: readonly Stretch[];
  lapsed: readonly { decision: LimitsDecision; because: PlanRefusal }[];
};

/** Cuts a series as it was decided. A decision that the figures no longer bear is left out and told; none moves by itself. */
export function limitsPlan(figures: readonly Figure[], decisions: readonly LimitsDecision[]): LimitsPlan {
  const placed: Placed<LimitsDecision>[] = [];
  const lapsed: { decision: LimitsDecision; because: PlanRefusal }[] = [];
  for (const decision of decisions) {
    const fits = placeIn(figures, placed, decision);
    if (fits.done) placed.push(fits.value);
    else lapsed.push({ decision, because: fits.refusal });
  }
  return { stretches: stretchesOf(figures.length, placed), lapsed };
}

/** Whether one more thing can be decided of a series, beside what stands. */
export function fitsPlan(
  figures: readonly Figure[],
  standing: readonly LimitsDecision[],
  next: Decided,
): Outcome<null, PlanRefusal> {
  const placed = limitsPlan(figures, standing).stretches.flatMap(({ from, anew, held }) => [
    ...(anew ? [{ at: from, decided: anew }] : []),
    ...(held ? [held] : []),
  ]);
  const fits = placeIn(figures, placed, next);
  return fits.done ? done(null) : fits;
}

function placeIn<Of extends Decided>(
  figures: readonly Figure[],
  placed: readonly Placed<Decided>[],
  decided: Of,
): Outcome<Placed<Of>, PlanRefusal> {
  const { start, end, kind } = decided.period;
  const at = figures.findIndex(
    ({ period }) => period.start === start && period.end === end && period.kind === kind,
  );
  if (at < 0) return refuse({ reason: 'no-such-period' });
  if (placed.some((one) => one.at === at && one.decided.deed === decided.deed))
    return refuse({ reason: 'decided-already' });
  const next = { at, decided };
  const refusal =
    decided.deed === 'anew' ? whyNotAnew(figures, placed, next) : whyNotHeld(figures, placed, next);
  return refusal ? refuse(refusal) : done(next);
}

function whyNotAnew(
  figures: readonly Figure[],
  placed: readonly Placed<Decided>[],
  next: Placed<Decided>,
): PlanRefusal | undefined {
  const stretches = stretchesOf(figures.length, [...placed, next]);
  const after = stretches.find(({ from }) => from === next.at);
  const before = stretches.find(({ to }) => to === next.at);
  for (const [side, stretch] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const points = stretch ? numbersIn(figures, stretch.from, stretch.to) : 0;
    if (!stretch || points < fewestOnASide || !hasLimits(figures, stretch))
      return { reason: 'too-few-points', side, points, least: fewestOnASide };
  }
  return after?.held && heldOnTooFew(figures, after, after.held.at);
}

function whyNotHeld(
  figures: readonly Figure[],
  placed: readonly Placed<Decided>[],
  next: Placed<Decided>,
): PlanRefusal | undefined {
  const stretch = stretchesOf(figures.length, placed).find(({ from, to }) => from <= next.at && next.at < to);
  if (!stretch) return { reason: 'no-such-period' };
  if (stretch.held) return { reason: 'held-already' };
  return heldOnTooFew(figures, stretch, next.at);
}

function heldOnTooFew(
  figures: readonly Figure[],
  { from }: Pick<Stretch, 'from'>,
  at: number,
): PlanRefusal | undefined {
  const points = numbersIn(figures, from, at + 1);
  return points < fewestToHold ? { reason: 'too-few-to-hold', points, least: fewestToHold } : undefined;
}

function stretchesOf<Of extends Decided>(
  length: number,
  placed: readonly Placed<Of>[],
): readonly Stretch<Of>[] {
  const anew = placed.filter(({ decided }) => decided.deed === 'anew').toSorted((a, b) => a.at - b.at);
  const starts: readonly (Placed<Of> | undefined)[] = [undefined, ...anew];
  return starts.map((begun, index): Stretch<Of> => {
    const [from, to] = [begun?.at ?? 0, anew[index]?.at ?? length];
    const held = placed.find(({ at, decided }) => decided.deed === 'held' && from <= at && at < to);
    return { from, to, anew: begun?.decided, held };
  });
}

function numbersIn(figures: readonly Figure[], from: number, to: number): number {
  return figures.slice(from, to).filter(({ value }) => isNumber(value)).length;
}

/** Figures with a gap after each have no neighbours, and so no limits, however many they are. */
function hasLimits(figures: readonly Figure[], stretch: Pick<Stretch, 'from' | 'to'>): boolean {
  return chartOfStretch(figures, { ...stretch, held: undefined }, 'no-judgement') !== undefined;
}

/**
 * The chart of one stretch alone. No rule reaches across its ends, so that stretch by stretch gives what one chart of the
 * whole series gives, and each can be held at a place of its own.
 */
export function chartOfStretch(
  figures: readonly Figure[],
  { from, to, held }: { from: number; to: number; held: { at: number } | undefined },
  polarity: MeasurePolarity,
): Xmr | undefined {
  const values = figures.slice(from, to).map(({ value }) => (isNumber(value) ? value : undefined));
  const made = xmr({ values, polarity, freezeAfter: held && held.at - from + 1 });
  return made.done ? made.value : undefined;
}
