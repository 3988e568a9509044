import { magnitudeDistance, magnitudeReason } from '../rules/magnitude.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { isSmall } from '../rules/small-count.ts';
import { figureOf, levelOf } from '../table/table.ts';
import type { Cell, Table } from '../table/table.ts';
import type { PrimaryReason } from './figure.ts';

/** Why a cell may not be seen by itself, and what must stay possible for it. */
export type Primary = {
  readonly reason: PrimaryReason;
  /** absent: it must only not be worked out exactly */
  readonly range?: readonly [number, number];
};

/**
 * Primary suppression: whether one cell may be seen, by the rule of its source at its level.
 * For a small count every count that the rule calls small must stay possible; for a magnitude the distance of its rule;
 * for an answer of a survey with too few behind it, as many more and as many fewer as the least base.
 */
export function primaryOf(table: Table, cell: Cell, rules: RuleSet): Primary | undefined {
  if (cell.knownZero && cell.count === 0) return undefined;
  if (cell.heldBack === 'exact') return { reason: 'held-back' };
  if (cell.heldBack) return { reason: 'held-back', range: [cell.heldBack.from, cell.heldBack.to] };
  if (table.kind === 'magnitudes') return magnitudePrimary(table, cell, rules);
  const { hides } = rules.levels[levelOf(table, cell.at)];
  if (hides && isSmall(hides, cell.count))
    return {
      reason: cell.published === false ? 'small-when-worked-out' : 'small-count',
      range: [hides.from, hides.to],
    };
  return surveyPrimary(table, cell, rules);
}

function magnitudePrimary(table: Table, cell: Cell, rules: RuleSet): Primary | undefined {
  const contributions = cell.contributors ?? [];
  const reason = rules.magnitudes && magnitudeReason(rules.magnitudes, contributions);
  if (!rules.magnitudes || !reason) return undefined;
  const figure = figureOf(table, cell);
  const distance = magnitudeDistance(rules.magnitudes, contributions);
  return { reason, range: [Math.max(0, figure - distance), figure + distance] };
}

function surveyPrimary(table: Table, cell: Cell, rules: RuleSet): Primary | undefined {
  const { survey } = rules;
  if (!survey) return undefined;
  const least = table.sensitive ? survey.leastSensitiveBase : survey.leastBase;
  const range: readonly [number, number] = [
    Math.max(0, cell.count - survey.leastBase),
    cell.count + survey.leastBase,
  ];
  if ((cell.base ?? cell.count) < least) return { reason: 'small-base', range };
  if (cell.schools !== undefined && cell.schools < survey.leastSchools)
    return { reason: 'few-schools', range };
  return undefined;
}
