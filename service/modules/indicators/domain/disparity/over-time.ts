import { ratioLimits, type Limits } from '#packages/statistics';
import type { Ladder, LadderStep } from '#reference/ladders.ts';
import { compareStep, type Compared, type StepComparison } from './compare-step.ts';
import { takenAt, type Asked, type Taken } from './ladder-comparisons.ts';
import { yearsOf, type LadderCounts } from './ladder-counts.ts';
import type { StepCount } from './step-counts.ts';

/** A step of one group in one year. */
export type YearPoint = { readonly year: string; readonly found: StepComparison; readonly taken: Taken };

/** What became of a ratio from the earliest year that may be compared to the latest. */
export type RatioChange = {
  readonly from: string;
  readonly to: string;
  /** the later ratio over the earlier */
  readonly limits: Limits;
  readonly verdict: 'closer' | 'further' | 'turned-round' | 'unsure';
};

export type StepOverTime = {
  readonly step: LadderStep;
  /** in time */
  readonly points: readonly YearPoint[];
  readonly change: RatioChange | undefined;
};

/** A day from which what was counted, or who belongs to the group, is another. */
export type Cut = { readonly on: string; readonly words: string };

/** Every step of a group over the years; nothing is compared across a cut or from one table to another. */
export function overTime(
  ladder: Ladder,
  counts: LadderCounts,
  { asked, cuts }: { asked: Omit<Asked, 'year'>; cuts: readonly Cut[] },
): readonly StepOverTime[] {
  const years = yearsOf(counts).toReversed();
  return ladder.steps.flatMap((step): StepOverTime[] => {
    const points = years
      .filter((year) => counts.steps.get(step.key)?.has(year))
      .map((year): YearPoint => {
        const taken = takenAt(ladder, counts, { step, asked: { ...asked, year } });
        return { year, taken, found: compareStep(taken.four, taken.how) };
      });
    const table = (year: string) => counts.steps.get(step.key)?.get(year);
    const last = points.findLast(({ found }) => found.known);
    const alike = points.filter(
      ({ year, taken }) =>
        last !== undefined &&
        taken.of?.key === last.taken.of?.key &&
        table(year)?.telling === table(last.year)?.telling &&
        !cuts.some(
          ({ on }) => (table(year)?.period.end ?? '') < on && (table(last.year)?.period.end ?? '') >= on,
        ),
    );
    return points.length === 0 ? [] : [{ step, points, change: changeOf(alike) }];
  });
}

function changeOf(points: readonly YearPoint[]): RatioChange | undefined {
  const known = points.flatMap(({ year, found }) => (found.known ? [{ year, found }] : []));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last || first.found.limits.lower <= 0) return undefined;
  const limits = ratioLimits(located(last.found), located(first.found));
  if (!Number.isFinite(limits.lower) || !Number.isFinite(limits.upper)) return undefined;
  return { from: first.year, to: last.year, limits, verdict: verdictOf(first.found, last.found, limits) };
}

function located({ ratio, limits }: Compared) {
  return { value: ratio, limits };
}

function verdictOf(first: Compared, last: Compared, { lower, upper }: Limits): RatioChange['verdict'] {
  if (lower <= 1 && upper >= 1) return 'unsure';
  const [before, after] = [Math.log(first.ratio), Math.log(last.ratio)];
  if (before * after < 0) return 'turned-round';
  return Math.abs(after) < Math.abs(before) ? 'closer' : 'further';
}

export const changeWords: { readonly [Each in RatioChange['verdict']]: string } = {
  closer: 'closer to 1',
  further: 'further from 1',
  'turned-round': 'turned round',
  unsure: 'no change that chance could not make',
};

/** Several areas taken together: only those of whom all four counts may be shown, out of the same step. */
export function together(all: readonly Taken[]): { readonly found: StepComparison; readonly areas: number } {
  const whole = all.filter(({ four }) => Object.values(four).every(({ known }) => known));
  const [first] = whole;
  if (!first) return { found: { known: false, why: 'not-published' }, areas: 0 };
  const same = whole.filter(({ of, how }) => of?.key === first.of?.key && how === first.how);
  const sum = (pick: (taken: Taken) => StepCount): StepCount => ({
    known: true,
    count: same.reduce((total, taken) => total + countOf(pick(taken)), 0),
  });
  const four = {
    group: sum((taken) => taken.four.group),
    groupBase: sum((taken) => taken.four.groupBase),
    others: sum((taken) => taken.four.others),
    othersBase: sum((taken) => taken.four.othersBase),
  };
  return { found: compareStep(four, first.how), areas: same.length };
}

function countOf(count: StepCount): number {
  return count.known ? count.count : 0;
}
