import type { MeasureCard, Question } from '../report/measure-card.ts';
import type { ScorecardRow } from '../scorecard/row.ts';

/** A measure with what was said of it. */
export type DescribedRow = { row: ScorecardRow; card: MeasureCard | undefined };

/** The measures of an area laid out by what they ask. */
export type ThreeQuestions = {
  /** of everybody in the area, for which no one service answers */
  population: readonly DescribedRow[];
  /** of those whom a service works with, by the question that is asked of it */
  performance: { readonly [Asked in Question]: readonly DescribedRow[] };
  /** of a service, with no question said yet; and those of which nobody has said anything */
  notSaid: readonly DescribedRow[];
};

/** Lays measures out by their cards; each stands once. */
export function threeQuestions(
  rows: readonly ScorecardRow[],
  cards: ReadonlyMap<string, MeasureCard>,
): ThreeQuestions {
  const described = [...new Map(rows.map((row) => [row.definition.id, row])).values()].map(
    (row): DescribedRow => ({ row, card: cards.get(row.definition.id) }),
  );
  const asking = (question: Question): readonly DescribedRow[] =>
    described.filter(({ card }) => card?.concerns === 'performance' && card.asks === question);
  return {
    population: described.filter(({ card }) => card?.concerns === 'population'),
    performance: {
      'how-much': asking('how-much'),
      'how-well': asking('how-well'),
      'better-off': asking('better-off'),
    },
    notSaid: described.filter(
      ({ card }) => card?.concerns === undefined || (card.concerns === 'performance' && !card.asks),
    ),
  };
}
