import type { Ctx } from '#platform/db/database.ts';
import { wordOfComparison } from '../../domain/scorecard/comparison.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import {
  figureSpokenOf,
  markOfVerdict,
  sayableInstead,
  type FigureSpokenOf,
  type Overrulable,
  type Overruled,
  type Sayable,
} from '../../domain/report/overruling.ts';
import type { ScorecardRow } from '../../domain/scorecard/row.ts';
import { measureView } from './measure-view.ts';

/** A verdict as it stands, with what may be said in its place. */
export type VerdictToOverrule = {
  about: Overrulable;
  definition: MeasureDefinition;
  place: Place;
  figure: FigureSpokenOf;
  workedOut: Sayable;
  finding: string;
  overruled: Overruled;
  instead: readonly Sayable[];
  /** changes with the figure and with the verdict */
  seen: string;
};

/** A verdict that can be overruled; undefined where there is no number of which one could be given. */
export async function verdictToOverrule(
  ctx: Ctx,
  asked: { id: string; areaCode: string; about: Overrulable },
): Promise<VerdictToOverrule | undefined> {
  const { id, areaCode, about } = asked;
  const view = await measureView(ctx, { id, areaCode, neighbourSet: undefined });
  if (!view || view.isEngland) return undefined;
  const { row, definition, place } = view;
  const figure = figureSpokenOf(row.latest);
  const verdict = verdictOf(row, about);
  if (!figure || !verdict) return undefined;
  const { workedOut, overruled } = verdict;
  return {
    about,
    definition,
    place,
    figure,
    workedOut,
    overruled,
    finding: row.finding,
    instead: sayableInstead(about, definition.polarity, workedOut),
    seen: markOfVerdict(figure, workedOut),
  };
}

function verdictOf(
  { comparison, trend }: ScorecardRow,
  about: Overrulable,
): { workedOut: Sayable; overruled: Overruled } | undefined {
  if (about === 'england')
    return comparison && { workedOut: wordOfComparison(comparison), overruled: comparison.overruled };
  return trend && { workedOut: trend.came.verdict, overruled: trend.overruled };
}
