import { z } from 'zod';
import type { MeasurePolarity } from '../measure-facts.ts';

/** What is taken of a measure: its number, or one of the two counts that its number was made of. */
export const takes = ['value', 'count', 'base'] as const;
export type Take = (typeof takes)[number];

/** Which of a part's figures stands beside those of the others. */
export const matches = ['same-days', 'year-begun'] as const;
export type Match = (typeof matches)[number];

/** A measure in a formula, under the letter that stands for it there. */
export type Part = {
  readonly letter: string;
  /** a measure's id */
  readonly measure: string;
  readonly take: Take;
  /**
   * `year-begun`: the figure of the calendar year in which the others' period began, as populations are put beside
   * financial and academic years
   */
  readonly match: Match;
};

/** How parts are kept. */
export const keptParts: z.ZodType<readonly Part[]> = z.array(
  z.object({
    letter: z.string().regex(/^[a-z]$/),
    measure: z.string(),
    take: z.enum(takes),
    match: z.enum(matches),
  }),
);

/** A measure that a person defined by a formula over others. */
export type FormulaMeasure = {
  readonly code: string;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly formula: string;
  readonly polarity: MeasurePolarity;
  readonly decimals: number;
  /** grows with every change; every version is kept with its day and its reason */
  readonly version: number;
  /** why it was defined, or changed */
  readonly reason: string;
};

/** Letters that name parts, in the order in which they are given. */
export const letters: readonly string[] = [...'abcdefghij'];

export function formulaId(code: string): string {
  return `local:${code}`;
}
