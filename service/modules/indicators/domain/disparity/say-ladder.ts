import type { ChildGroup } from '#reference/groups.ts';
import type { Ladder } from '#reference/ladders.ts';
import { capital } from '../gap/say-gap.ts';
import { sayNumber } from '../say-value.ts';
import { notComparedWords } from './compare-step.ts';
import type { Judged, Standing } from './ladder-comparisons.ts';

/** One step of one group, out of what it is counted. */
export type StepJudged = { readonly step: Ladder['steps'][number]; readonly judged: Judged };

/** A group with its steps, in the order in which they are decided. */
export type GroupRow = { readonly group: ChildGroup; readonly steps: readonly StepJudged[] };

/** "1.4 times". */
export function sayTimes(ratio: number): string {
  return `${sayNumber(ratio, ratio < 0.1 ? 2 : 1)} times`;
}

/** "1.42 (1.2 to 1.7)": for a cell. */
export function sayRatio(judged: Judged): string {
  if (!judged.known) return notComparedWords[judged.why];
  const { ratio, limits } = judged.compared;
  return `${sayNumber(ratio, 2)} (${sayNumber(limits.lower, 2)} to ${sayNumber(limits.upper, 2)})`;
}

/** What happened to a group from step to step, as one sentence; undefined where no step is known. */
export function sayGroup({ group, steps }: GroupRow, others: string): string | undefined {
  const known = steps.flatMap(({ step, judged }) => (judged.known ? [{ step, judged }] : []));
  const [first, ...rest] = known;
  if (!first) return undefined;
  const opening = first.judged.taken.of
    ? `Of ${first.judged.taken.of.those}, ${group.name} ${wereAs(first.judged)} to ${first.step.to} as ${others}`
    : `${capital(group.name)} ${wereAs(first.judged)} to ${first.step.to} as ${others}`;
  return `${[asUnsure(opening, first.judged.standing), ...rest.map(clause)].join('; ')}.`;
}

function clause({ step, judged }: { step: StepJudged['step']; judged: Known }): string {
  const out = judged.taken.of ? outOf(step, judged) : 'out of all children, ';
  return asUnsure(`${out}${as(judged)} to ${step.to}`, judged.standing);
}

function outOf({ before }: StepJudged['step'], { taken }: Known): string {
  const those = taken.of?.those ?? '';
  return before === 'share' ? `of ${those}, ` : `beside the number of ${those}, `;
}

type Known = Extract<Judged, { known: true }>;

function wereAs(judged: Known): string {
  return `were ${as(judged)}`;
}

function as({ compared, standing }: Known): string {
  return standing === 'alike' ? 'about as likely' : `${sayTimes(compared.ratio)} as likely`;
}

function asUnsure(words: string, standing: Standing): string {
  if (standing === 'unsure') return `${words} (which chance alone could make)`;
  return standing === 'rough' ? `${words} (only rough)` : words;
}

/** At which steps a group surely parts from those beside it. */
export function sureSteps({ steps }: GroupRow): readonly StepJudged[] {
  return steps.filter(
    ({ judged }) => judged.known && (judged.standing === 'more' || judged.standing === 'less'),
  );
}

/** Where the difference of a group arises: at the door, later, at both, or nowhere that one can be sure of. */
export function sayWhere(row: GroupRow): string {
  const sure = sureSteps(row);
  const [first] = row.steps.filter(({ judged }) => judged.known);
  if (!first) return 'Nothing can be said at any step.';
  if (sure.length === 0) return 'At no step is there a difference that we can be sure of.';
  const later = sure.filter(({ judged }) => judged.taken.of !== undefined);
  const door = sure.length > later.length;
  if (door && later.length === 0)
    return 'The difference is at the door: of those who came in, no later step adds one that we can be sure of.';
  const named = later.map(({ step }) => step.name.toLowerCase()).join(', ');
  return door
    ? `There is a difference at the door, and again later: ${named}.`
    : `The difference is not at the door; it comes later: ${named}.`;
}

/** How many comparisons were made, what chance would do, and what was done about it. */
export function sayLooked(looked: number): string {
  if (looked === 0) return 'Nothing could be tested here.';
  if (looked === 1) return 'One comparison is made here, by an exact test.';
  const byChance = looked * 0.05;
  const said = byChance < 1 ? 'less than one' : `about ${Math.round(byChance)}`;
  return `${looked} comparisons are made here. If there were no differences at all, ${said} would look sure by chance. So we say “more likely” or “less likely” only where it holds with all ${looked} looked at together (exact tests, Holm’s correction).`;
}
