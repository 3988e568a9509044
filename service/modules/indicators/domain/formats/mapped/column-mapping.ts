import { z } from 'zod';
import { surveySaid } from '../../survey/survey-said.ts';
import { measureKinds, measurePolarities } from '../../measure-facts.ts';

/**
 * How the words for a period are read. A year alone is read only where it is said which year it is: "2024" of a financial
 * year is 2023/24 to one publisher and 2024/25 to another.
 */
export const yearKinds = [
  'calendar',
  'financial',
  'academic',
  'financial-ending',
  'academic-ending',
  'quarter',
  'month',
  'day',
] as const;
export type YearKind = (typeof yearKinds)[number];

/** Numbers that may stand beside a value. */
export const besideColumns = ['count', 'denominator', 'lower95', 'upper95', 'lower998', 'upper998'] as const;
export type BesideColumn = (typeof besideColumns)[number];

const column = z.string().min(1);

/** What the columns of a table hold, by their headers. */
export const columnLayout = z.object({
  /** a code, alone or beside a name */
  area: column,
  areaName: column.optional(),
  time: z.discriminatedUnion('in', [
    z.object({ in: z.literal('one-column'), column, years: z.enum(yearKinds) }),
    z.object({ in: z.literal('first-and-last-day'), first: column, last: column }),
  ]),
  value: column,
  beside: z.partialRecord(z.enum(besideColumns), column),
  groups: z.array(column),
  /** words that stand for everybody where a group would stand */
  everybody: z.array(z.string()),
});

const link = z.string().optional();
const publication = { publisher: z.string(), publication: z.string(), link };

/** Which measure the figures of a file are of. */
export const measureOfFile = z.discriminatedUnion('named', [
  z.object({ named: z.literal('known'), id: z.string(), title: z.string().default('') }),
  z.object({ named: z.literal('in-column'), column, ...publication }),
  z.object({
    named: z.literal('new'),
    title: z.string(),
    unit: z.string(),
    kind: z.enum(measureKinds),
    polarity: z.enum(measurePolarities),
    ...publication,
  }),
]);

/** How one file is to be read; without a layout the format has columns of its own and only lacks the measure. */
export const fileReading = z.object({
  layout: columnLayout.optional(),
  measure: measureOfFile,
  /** where the table holds what people answered in a survey: what was asked of whom, and how it is read */
  survey: surveySaid.optional(),
  /** the name under which it was saved for the next file */
  savedAs: z.string().optional(),
});

export type ColumnLayout = z.infer<typeof columnLayout>;
export type MeasureOfFile = z.infer<typeof measureOfFile>;
export type FileReading = z.infer<typeof fileReading>;

/** Columns said for a file of this shape before, under a name. */
export type SavedReading = {
  readonly name: string;
  readonly headers: readonly string[];
  readonly reading: FileReading;
};

/**
 * Two files have the same shape where they have the same headers, in any order. Capitals count: a group is named by its
 * header, and “Sex” beside “sex” would part one series in two.
 */
export function shapeOf(headers: readonly string[]): string {
  return JSON.stringify(headers.toSorted());
}

/** Every column that a layout names, with what it is to hold; a column stands in it once. */
export function columnsNamed(layout: ColumnLayout): readonly { what: string; column: string }[] {
  const { time, beside } = layout;
  return [
    { what: 'area', column: layout.area },
    ...(layout.areaName === undefined ? [] : [{ what: 'areaName', column: layout.areaName }]),
    ...(time.in === 'one-column'
      ? [{ what: 'period', column: time.column }]
      : [
          { what: 'first', column: time.first },
          { what: 'last', column: time.last },
        ]),
    { what: 'value', column: layout.value },
    ...besideColumns.flatMap((what) => {
      const named = beside[what];
      return named === undefined ? [] : [{ what, column: named }];
    }),
    ...layout.groups.map((named) => ({ what: 'groups', column: named })),
  ];
}
