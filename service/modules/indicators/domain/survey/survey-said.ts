import { z } from 'zod';
import { measurePolarities } from '../measure-facts.ts';

const column = z.string().min(1);

/** What is said once for the whole file, or stands in a column row by row. */
const saidOrColumn = z.discriminatedUnion('in', [
  z.object({ in: z.literal('said'), words: z.string() }),
  z.object({ in: z.literal('column'), column }),
]);

/** What a person says of a table of survey results, beside what its columns hold. */
export const surveySaid = z.object({
  /** "School survey of Brackenshire" */
  survey: z.string(),
  /** the wording of the question */
  question: saidOrColumn,
  /** of which ages: "11 to 15" */
  ages: saidOrColumn,
  /** "Spring 2026"; the words of the period where nothing is said */
  wave: z.string().optional(),
  /** from how many schools the answers of a row came */
  schools: column,
  /** tables in which one column names the kind of group and another the group */
  kindOfGroup: z.object({ kind: column, group: column }).optional(),
  /** whether the value is a percentage, or how many gave the answer */
  value: z.enum(['percent', 'count']),
  weighted: z.enum(['no', 'yes']),
  /** by how much weights and clusters widen what is known; undefined where nobody says */
  designEffect: z.number().min(1).max(20).optional(),
  polarity: z.enum(measurePolarities),
});

export type SurveySaid = z.infer<typeof surveySaid>;

/** The columns that a survey's table needs beside those of any table. */
export function surveyColumns({ question, ages, schools, kindOfGroup }: SurveySaid): readonly string[] {
  return [
    ...(question.in === 'column' ? [question.column] : []),
    ...(ages.in === 'column' ? [ages.column] : []),
    schools,
    ...(kindOfGroup ? [kindOfGroup.kind, kindOfGroup.group] : []),
  ];
}
