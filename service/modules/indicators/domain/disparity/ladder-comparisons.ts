import type { Ladder, LadderStep } from '#reference/ladders.ts';
import { compareStep, restOf, type Compared, type Four, type StepComparison } from './compare-step.ts';
import { corrected } from './exact-test.ts';
import { stepBefore, type LadderCounts } from './ladder-counts.ts';
import { notPublished, populationFor, type StepCount, type StepCounts } from './step-counts.ts';

/** What a group is counted out of: all children of the group, or those of it at the step before. */
export const bases = ['before', 'population'] as const;
export type Base = (typeof bases)[number];

/** Beside whom a group stands: all other children, or one group by its key. */
export type Reference = 'others' | (string & {});

export type Asked = {
  readonly group: string;
  readonly year: string;
  readonly base: Base;
  readonly reference: Reference;
};

/** Where a comparison is taken from: four counts, what they are out of, and whether some stand among the others. */
export type Taken = {
  readonly four: Four;
  readonly how: 'share' | 'rate';
  /** the step that the counts are out of; undefined for all children */
  readonly of: LadderStep | undefined;
  /** people of all ages were counted, for want of children */
  readonly allAges: boolean;
};

/** The four counts of a group at a step, out of its base. */
export function takenAt(
  ladder: Ladder,
  counts: LadderCounts,
  { step, asked }: { step: LadderStep; asked: Asked },
): Taken {
  const { group, year, base } = asked;
  const at = counts.steps.get(step.key)?.get(year);
  const of = base === 'before' ? stepBefore(ladder, counts, { step, group, year }) : undefined;
  const from = of
    ? counts.steps.get(of.key)?.get(year)
    : at && populationFor(counts.population, { end: at.period.end });
  return {
    four: {
      group: groupIn(at, group),
      groupBase: groupIn(from, group),
      others: besideIn(at, asked),
      othersBase: besideIn(from, asked),
    },
    how: of && step.before === 'share' ? 'share' : 'rate',
    of,
    allAges: from?.telling.from.allAges ?? false,
  };
}

function groupIn(counts: StepCounts | undefined, group: string): StepCount {
  return counts?.groups.get(group) ?? notPublished;
}

function besideIn(counts: StepCounts | undefined, { group, reference }: Asked): StepCount {
  if (!counts) return notPublished;
  return reference === 'others' ? restOf(counts.all, groupIn(counts, group)) : groupIn(counts, reference);
}

/** How a group stands at a step once it is allowed for how many were looked at. */
export type Standing = 'more' | 'less' | 'alike' | 'unsure' | 'rough';

/** Surely alike: all of the interval lies within a quarter more and a fifth less. */
const alike = { lower: 0.8, upper: 1.25 } as const;
/** What is left to chance over all comparisons of one picture. */
const level = 0.05;

export type Judged =
  | {
      readonly known: true;
      readonly compared: Compared;
      readonly corrected: number;
      readonly standing: Standing;
      readonly taken: Taken;
    }
  | (Extract<StepComparison, { known: false }> & { readonly taken: Taken });

/** Every step of every group asked for, judged together; `looked` is how many comparisons that were. */
export function judgeAll(
  ladder: Ladder,
  counts: LadderCounts,
  asked: Omit<Asked, 'group'> & { readonly groups: readonly string[] },
): { readonly of: (group: string, step: string) => Judged | undefined; readonly looked: number } {
  const { groups, ...rest } = asked;
  const all = groups.flatMap((group) =>
    ladder.steps.map((step) => {
      const taken = takenAt(ladder, counts, { step, asked: { ...rest, group } });
      return { key: `${group} ${step.key}`, taken, found: compareStep(taken.four, taken.how) };
    }),
  );
  const tested = all.filter(({ found, taken }) => found.known && !taken.allAges);
  const chances = corrected(tested.map(({ found }) => (found.known ? found.chance : 1)));
  const byKey = new Map(tested.map(({ key }, at) => [key, chances[at] ?? 1]));
  const judged = new Map(
    all.map(({ key, taken, found }): [string, Judged] => [key, judge(found, taken, byKey.get(key) ?? 1)]),
  );
  return { of: (group, step) => judged.get(`${group} ${step}`), looked: tested.length };
}

function judge(found: StepComparison, taken: Taken, chance: number): Judged {
  if (!found.known) return { ...found, taken };
  const { known: _, ...compared } = found;
  const standing = taken.allAges ? 'rough' : standingOf(compared, chance);
  return { known: true, compared, corrected: chance, standing, taken };
}

function standingOf({ ratio, limits }: Compared, chance: number): Standing {
  if (chance < level) return ratio > 1 ? 'more' : 'less';
  return limits.lower >= alike.lower && limits.upper <= alike.upper ? 'alike' : 'unsure';
}

export const standingWords: { readonly [Each in Standing]: string } = {
  more: 'more likely',
  less: 'less likely',
  alike: 'about as likely',
  unsure: 'cannot be told from chance',
  rough: 'only rough: out of people of all ages',
};
