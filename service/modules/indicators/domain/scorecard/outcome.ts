import { sayNumber } from '../say-value.ts';
import { samePeriod } from '../period.ts';
import { hasNumber, type NumberFigure } from '../figures/figure.ts';
import { sayInUnit } from '../figures/measure-definition.ts';
import type { ScorecardRow } from './row.ts';

/** How a measure answers an outcome, as the strategy says. */
export type TiedRow = { role: string; note: string | undefined; row: ScorecardRow };

/** The one number that stands for an outcome. */
export type OutcomeNumber =
  | { kind: 'measure'; tied: TiedRow }
  /** two groups: those the gap should close for, and their peers; both are always shown */
  | { kind: 'gap'; target: ScorecardRow; reference: ScorecardRow; words: string }
  /** measures are tied, and none has a figure for this area yet */
  | { kind: 'no-figure'; tied: readonly TiedRow[] }
  /** nothing is tied */
  | { kind: 'nothing-tied' };

const firstRoles = ['headline'] as const;
const laterRoles = ['supporting', 'published-gap', 'proxy'] as const;

/**
 * The number to show for an outcome: its headline; else the two sides of its gap; else what says something about it or
 * stands in for it. What is tied for context never stands for the outcome.
 */
export function numberFor(tied: readonly TiedRow[]): OutcomeNumber {
  const answering = tied.filter(({ role }) => role !== 'context');
  if (answering.length === 0) return { kind: 'nothing-tied' };
  const headline = firstWithFigure(answering, firstRoles);
  if (headline) return { kind: 'measure', tied: headline };
  const gap = gapIn(answering);
  if (gap) return gap;
  const other = firstWithFigure(answering, laterRoles);
  return other ? { kind: 'measure', tied: other } : { kind: 'no-figure', tied: answering };
}

/** A number before a mark that stands in place of one. */
function firstWithFigure(tied: readonly TiedRow[], roles: readonly string[]): TiedRow | undefined {
  const inOrder = roles.flatMap((role) =>
    tied.filter((one) => one.role === role && one.row.latest !== undefined),
  );
  return inOrder.find(({ row }) => row.latest && hasNumber(row.latest)) ?? inOrder[0];
}

function gapIn(tied: readonly TiedRow[]): Extract<OutcomeNumber, { kind: 'gap' }> | undefined {
  for (const { row: target, role } of tied) {
    if (role !== 'gap-target') continue;
    const reference = tied.find(
      (one) => one.role === 'gap-reference' && target.definition.gap?.other === one.row.definition.id,
    )?.row;
    const sides = reference && sidesOf(target, reference);
    if (reference && sides) return { kind: 'gap', target, reference, words: sayGap(target, sides) };
  }
  return undefined;
}

type Sides = { target: NumberFigure; reference: NumberFigure };

/** Both numbers, where they are of the same days. */
function sidesOf(target: ScorecardRow, reference: ScorecardRow): Sides | undefined {
  if (!target.latest || !reference.latest || !hasNumber(target.latest) || !hasNumber(reference.latest))
    return undefined;
  return samePeriod(target.latest.period, reference.latest.period)
    ? { target: target.latest, reference: reference.latest }
    : undefined;
}

/** "A gap of 26 percentage points". */
function sayGap(row: ScorecardRow, { target, reference }: Sides): string {
  const { unit } = row.definition;
  const difference = Math.abs(reference.value - target.value);
  const said =
    unit.symbol === '%'
      ? `${sayNumber(difference, unit.decimals)} percentage points`
      : sayInUnit(difference, unit);
  return `A gap of ${said}`;
}
