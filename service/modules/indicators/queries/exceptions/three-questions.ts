import type { Ctx } from '#platform/db/database.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import type { Scope } from '../../domain/snapshots/snapshot.ts';
import { threeQuestions, type ThreeQuestions } from '../../domain/three-questions/three-questions.ts';
import { allMeasureCards } from '../../store/measure-cards.ts';
import { areaScorecard } from '../area-scorecard.ts';
import type { FrameworkGroups } from '../framework-groups.ts';
import { scorecardInScope } from '../snapshots/scorecard-in-scope.ts';

export type ThreeQuestionsView = {
  scorecard: Scorecard;
  strategy: FrameworkGroups | undefined;
  laidOut: ThreeQuestions;
};

/**
 * The measures of a scorecard by the three questions; of the whole scorecard, those of our own too that have a card.
 * Measures without a figure here are left out. Undefined where there is no such scorecard for this person.
 */
export async function threeQuestionsView(
  ctx: Ctx,
  asked: Scope & { areaCode: string },
): Promise<ThreeQuestionsView | undefined> {
  const made = await scorecardInScope(ctx, asked);
  if (!made) return undefined;
  const { scorecard } = made.found;
  const cards = await allMeasureCards(ctx);
  const rows = scorecard.groups.flatMap((group) => group.rows);
  const known = new Set(rows.map(({ definition }) => definition.id));
  const described = [...cards.keys()].filter((id) => !known.has(id)).toSorted();
  const others = made.strategy ? [] : await rowsOf(ctx, asked.areaCode, described);
  const withFigure = [...rows, ...others].filter(({ latest }) => latest !== undefined);
  return { scorecard, strategy: made.strategy, laidOut: threeQuestions(withFigure, cards) };
}

async function rowsOf(ctx: Ctx, areaCode: string, measures: readonly string[]) {
  if (measures.length === 0) return [];
  const groups = [{ key: 'described', title: 'Described', measures }];
  const found = await areaScorecard(ctx, { areaCode, groups });
  return found?.scorecard.groups.flatMap(({ rows }) => rows) ?? [];
}
