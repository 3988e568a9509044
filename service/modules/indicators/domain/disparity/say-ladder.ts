import type { ChildGroup } from '#reference/groups.ts';
import type { Ladder } from '#reference/ladders.ts';
import { capital } from '../gap/say-gap.ts';
import { sayNumber } from '../say-value.ts';
import type { Judged } from './ladder-comparisons.ts';

/** One step of one group, out of what it is counted. */
export type StepJudged = { readonly step: Ladder['steps'][number]; readonly judged: Judged };

/** A group with its steps, in the order in which they are decided. */
export type GroupRow = { readonly group: ChildGroup; readonly steps: readonly StepJudged[] };

/** "1.4 times". */
function sayTimes(ratio: number): string {
  return `${sayNumber(ratio, ratio < 0.1 ? 2 : 1)} times`;
}

/** What happened to a group from step to step, as a sentence or two; undefined where no step is known. */
export function sayGroup({ group, steps }: GroupRow, others: string): string | undefined {
  const known = steps.flatMap(({ step, judged }) => (judged.known ? [{ step, judged }] : []));
  if (known.length === 0) return undefined;
  const [first, ...rest] = known.filter(({ judged }) => judged.standing !== 'unsure');
  const unsure = known
    .filter(({ judged }) => judged.standing === 'unsure')
    .map(({ step }) => step.name.toLowerCase());
  if (!first)
    return `${capital(group.name)} beside ${others}: at no step that is known can it be told from chance whether they are as likely to go on.`;
  const said = `${[opening(first, group.name, others), ...rest.map(clause)].join('; ')}.`;
  if (unsure.length === 0) return said;
  return `${said} Chance alone could make what is seen at ${unsure.length === 1 ? 'one step' : 'other steps'}: ${unsure.join(', ')}.`;
}

function opening({ step, judged }: KnownStep, group: string, others: string): string {
  const { of } = judged.taken;
  return of && step.before === 'share'
    ? `Of ${of.those}, ${group} were ${as(judged)} to ${step.to} as ${others}`
    : `${capital(group)} were ${as(judged)} to ${step.to} as ${others}${of ? `, beside the number of ${of.those}` : ''}`;
}

function clause({ step, judged }: KnownStep): string {
  const { of } = judged.taken;
  const out = of
    ? step.before === 'share'
      ? `of ${of.those}`
      : `beside the number of ${of.those}`
    : 'out of all children';
  return `${out}, ${as(judged)} to ${step.to}`;
}

type Known = Extract<Judged, { known: true }>;
type KnownStep = { step: StepJudged['step']; judged: Known };

function as({ compared, standing }: Known): string {
  if (standing === 'alike') return 'about as likely';
  const said = `${sayTimes(compared.ratio)} as likely`;
  return standing === 'rough' ? `roughly ${said}` : said;
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
