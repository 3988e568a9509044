import { wordsOf } from '#platform/kernel/outcome.ts';
import type { Figure } from '../../../figures/figure.ts';
import type { MeasureDefinition } from '../../../figures/measure-definition.ts';
import { partsOf } from '../../../observation.ts';
import { sayPeriod } from '../../../say-period.ts';
import { eesPlaceRefusalWords } from './ees-place.ts';
import type { EesPlaceCells, EesPlaceWriter } from './ees-place.ts';
import { eesTimeOf, eesTimeRefusalWords } from './ees-time.ts';
import type { EesTableKind, EesTime } from './ees-time.ts';

/** A figure to be written: of everybody, or of the part that its breakdown names. */
export type EesFigure = Pick<
  Figure,
  'areaCode' | 'period' | 'value' | 'count' | 'denominator' | 'limits95'
> & { readonly breakdown?: string };

/** A measure to be written, with the group under which it stands and its figures of every area and period. */
export type EesMeasure = {
  readonly definition: MeasureDefinition;
  readonly group: string;
  readonly figures: readonly EesFigure[];
};

/** One row to be: a place and a period of everybody or of a part, with the figure of each measure that has one. */
export type EesRow = {
  readonly time: EesTime;
  readonly place: EesPlaceCells;
  /** items of the filters; the whole where a filter has none */
  readonly items: ReadonlyMap<string, string>;
  readonly figures: Map<string, EesFigure>;
};

/** The rows of one table, and the measures that stand in it. */
export type EesTable = {
  readonly kind: EesTableKind;
  readonly rows: ReadonlyMap<string, EesRow>;
  readonly measures: readonly EesMeasure[];
};

/** Figures that could not be written, and why. */
export type EesLeftOut = {
  readonly measure: string;
  readonly why: string;
  readonly figures: number;
  /** one of them, for people: "2014 to 2016 (3 years together)" */
  readonly such: string;
};

type Draft = { rows: Map<string, EesRow>; measures: Map<string, EesMeasure> };

/** Puts every figure into the table that its period belongs to; what no table can hold is left out and told. */
export function gatherTables(
  measures: readonly EesMeasure[],
  placeOf: EesPlaceWriter,
): { tables: readonly EesTable[]; leftOut: readonly EesLeftOut[] } {
  const drafts = new Map<EesTableKind, Draft>();
  const leftOut = new Map<string, EesLeftOut>();
  for (const measure of measures)
    for (const figure of measure.figures) {
      const why = put(figure, measure, { drafts, placeOf });
      if (why === undefined) continue;
      const key = `${measure.definition.id} ${why}`;
      const before = leftOut.get(key);
      leftOut.set(key, {
        measure: measure.definition.title,
        why,
        figures: (before?.figures ?? 0) + 1,
        such: before?.such ?? sayPeriod(figure.period),
      });
    }
  const tables = [...drafts].map(([kind, draft]) => ({
    kind,
    rows: draft.rows,
    measures: [...draft.measures.values()],
  }));
  return { tables, leftOut: [...leftOut.values()] };
}

/** Puts one figure into its row; gives the reason where there is no row for it. */
function put(
  figure: EesFigure,
  measure: EesMeasure,
  { drafts, placeOf }: { drafts: Map<EesTableKind, Draft>; placeOf: EesPlaceWriter },
): string | undefined {
  const time = eesTimeOf(figure.period);
  if (!time.done) return wordsOf(eesTimeRefusalWords, time.refusal);
  const place = placeOf(figure.areaCode, figure.period.end);
  if (!place.done) return wordsOf(eesPlaceRefusalWords, place.refusal);
  const draft = drafts.get(time.value.table) ?? { rows: new Map(), measures: new Map() };
  drafts.set(time.value.table, draft);
  const { id } = measure.definition;
  draft.measures.set(id, measure);
  const key = JSON.stringify([time.value, place.value, figure.breakdown ?? '']);
  const row = draft.rows.get(key) ?? newRow(time.value, place.value, figure.breakdown ?? '');
  draft.rows.set(key, row);
  if (!row.figures.has(id)) row.figures.set(id, figure);
  return undefined;
}

function newRow(time: EesTime, place: EesPlaceCells, breakdown: string): EesRow {
  const items = partsOf(breakdown).map(({ name, value }): [string, string] => [name, value.trim()]);
  return { time, place, items: new Map(items), figures: new Map() };
}
