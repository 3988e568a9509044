import { addDays, dayOf } from '#platform/kernel/day.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { RefusedRow } from '../../observation.ts';
import { refusedRow } from '../../observation.ts';
import { openColumns } from '../table/open-columns.ts';
import type { Columns } from '../table/columns.ts';
import type { Source } from '../table/source.ts';

/** Which way is better; undefined where the publisher gives no judgement ("-" and "NA"). */
export type Polarity = 'high' | 'low' | undefined;

/** One row of LAIT's data dictionary: what a measure is. */
export type LaitMeasure = {
  /** `Measure_short`, the `Short Desc` of the bulk file */
  shortDesc: string;
  name: string;
  title: string;
  topic: string;
  polarity: Polarity;
  /** `y_axis_name`: "% achieving expected level", "Rate per 10,000" */
  unit: string;
  /** undefined where the dictionary does not say how many to show */
  decimals: number | undefined;
  yearType: string;
  /** LAIT itself shows no quartile for it */
  noQuartile: boolean;
  description: string;
  methodology: string;
  /** the publication's address, or several, as written */
  links: readonly string[];
  lastUpdate: Day | undefined;
  line: number;
};

/** A name that stands more than once, which row was taken, and in what the rows differ. */
export type DoubledMeasure = {
  shortDesc: string;
  lines: readonly number[];
  takenLine: number;
  differIn: readonly string[];
};

export type LaitDictionary = {
  measures: ReadonlyMap<string, LaitMeasure>;
  /** all rows of a doubled name, the taken one included */
  doubled: readonly DoubledMeasure[];
  others: readonly LaitMeasure[];
  refused: readonly RefusedRow[];
  rowsRead: number;
};

const needed = ['Measure_short', 'Measure', 'Polarity', 'y_axis_name', 'Year_Type'];

/**
 * Reads LAIT's data dictionary. Of rows with one name, the one updated last is taken; of those the one that says how
 * many decimals to show; of those the first. The others are kept and reported.
 */
export async function readLaitDictionary(source: Source): Promise<LaitDictionary> {
  const opened = await openColumns(source, needed);
  if (!opened.done) return refusedDictionary(opened.refusal);
  const { table, columns } = opened.value;
  const rows: LaitMeasure[] = [];
  const refused: RefusedRow[] = [];
  let rowsRead = 0;
  for await (const part of table.rows) {
    refused.push(...part.refused);
    rowsRead += part.rowsRead;
    for (const { cells, line } of part.rows) {
      const measure = measureOf(columns, cells, line);
      if (measure.shortDesc === '') refused.push(namelessMeasure(line, measure.name));
      else rows.push(measure);
    }
  }
  return { ...chosen(rows), refused, rowsRead };
}

function refusedDictionary(refusal: RefusedRow): LaitDictionary {
  return { measures: new Map(), doubled: [], others: [], refused: [refusal], rowsRead: 0 };
}

function measureOf(columns: Columns, cells: readonly string[], line: number): LaitMeasure {
  const cell = (name: string): string => {
    const text = (cells[columns.at(name)] ?? '').trim();
    return text === 'NA' ? '' : text;
  };
  return {
    shortDesc: cells[columns.at('Measure_short')] ?? '',
    name: cell('Measure'),
    title: cell('Chart_title'),
    topic: cell('Topic'),
    polarity: polarityOf(cell('Polarity')),
    unit: cell('y_axis_name'),
    decimals: /^\d$/.test(cell('dps')) ? Number(cell('dps')) : undefined,
    yearType: cell('Year_Type'),
    noQuartile: cell('No_Quartile') === 'N',
    description: cell('Description'),
    methodology: cell('Methodology'),
    links: cell('Hyperlink(s)').match(/https?:\/\/[^\s"<>,;]+/g) ?? [],
    lastUpdate: spreadsheetDay(cell('Last Update')),
    line,
  };
}

function polarityOf(text: string): Polarity {
  const lower = text.toLowerCase();
  return lower === 'high' || lower === 'low' ? lower : undefined;
}

/** Spreadsheets count days from 30 December 1899. */
function spreadsheetDay(text: string): Day | undefined {
  return /^\d{5}$/.test(text) ? addDays(dayOf(1899, 12, 30), Number(text)) : undefined;
}

function namelessMeasure(line: number, text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column: 'Measure_short',
    text,
    reason: 'nameless-measure',
    words: 'The measure has no short name, so no value can be tied to it.',
    mend: 'Give its Measure_short as the bulk file writes it in Short Desc.',
  });
}

function chosen(rows: readonly LaitMeasure[]): Pick<LaitDictionary, 'measures' | 'doubled' | 'others'> {
  const byName = Map.groupBy(rows, ({ shortDesc }) => shortDesc);
  const measures = new Map<string, LaitMeasure>();
  const doubled: DoubledMeasure[] = [];
  const others: LaitMeasure[] = [];
  for (const [shortDesc, named] of byName) {
    const [taken, ...left] = named.toSorted(betterFirst);
    if (!taken) continue;
    measures.set(shortDesc, taken);
    others.push(...left);
    if (left.length > 0)
      doubled.push({
        shortDesc,
        lines: named.map(({ line }) => line),
        takenLine: taken.line,
        differIn: differences(named),
      });
  }
  return { measures, doubled, others };
}

function betterFirst(a: LaitMeasure, b: LaitMeasure): number {
  const later = (b.lastUpdate ?? '').localeCompare(a.lastUpdate ?? '');
  return later || Number(b.decimals !== undefined) - Number(a.decimals !== undefined) || a.line - b.line;
}

const compared = [
  'name',
  'title',
  'topic',
  'polarity',
  'unit',
  'decimals',
  'yearType',
  'noQuartile',
  'description',
] as const;

function differences(rows: readonly LaitMeasure[]): string[] {
  return compared.filter((field) => new Set(rows.map((row) => row[field])).size > 1);
}
