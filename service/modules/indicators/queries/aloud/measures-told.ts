import type { Point, Unit } from '#packages/charts';
import type { Ctx } from '#platform/db/database.ts';
import { measureAloud, standsOut } from '../../domain/aloud/measure-aloud.ts';
import { chartUnit, measurePath } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { saySource } from '../../domain/figures/say-source.ts';
import { trendFinding } from '../../domain/scorecard/chart-findings.ts';
import type { ScorecardRow } from '../../domain/scorecard/row.ts';
import { areaScorecard } from '../area-scorecard.ts';
import { figuresGround } from '../figures-ground.ts';

/** One measure of the partnership's own area, told so that it can be read out, with the points of its line. */
export type MeasureTold = {
  /** `source:code` */
  id: string;
  title: string;
  link: string;
  /** what it is, beside England and over time, as it is spoken; no sign that a voice would trip over */
  sentences: readonly string[];
  /** whether it differs or moves by more than chance would explain */
  standsOut: boolean;
  /** whether there is a number at all */
  hasNumber: boolean;
  /** what its line says, as the title of a chart */
  finding: string;
  place: string;
  isInvented: boolean;
  unit: Unit;
  points: readonly Point[];
  source: string;
};

/** Measures by id, told of the partnership's own area; a measure that nobody knows, or no area, is simply absent. */
export async function measuresTold(
  ctx: Ctx,
  measures: readonly string[],
): Promise<ReadonlyMap<string, MeasureTold>> {
  const { home } = await figuresGround(ctx);
  if (home === undefined || measures.length === 0) return new Map();
  const groups = [{ key: 'told', title: 'Told', measures: [...new Set(measures)].toSorted() }];
  const found = await areaScorecard(ctx, { areaCode: home, groups });
  if (!found) return new Map();
  const { scorecard } = found;
  const rows = scorecard.groups.flatMap((group) => group.rows);
  return new Map(rows.map((row) => [row.definition.id, told(row, scorecard.place)]));
}

function told(row: ScorecardRow, place: Place): MeasureTold {
  const { definition, latest } = row;
  return {
    id: definition.id,
    title: definition.title,
    link: measurePath(definition, place.code),
    sentences: measureAloud(row, place.name),
    standsOut: standsOut(row),
    hasNumber: typeof latest?.value === 'number',
    finding: latest ? trendFinding(definition, row.points) : row.finding,
    place: place.name,
    isInvented: place.isInvented,
    unit: chartUnit(definition.unit),
    points: row.points,
    source: saySource(definition, place),
  };
}
