import { refusedRow } from '../observation.ts';
import type { RefusedRow } from '../observation.ts';
import { openColumns } from './table/open-columns.ts';
import type { Source } from './table/source.ts';

/** That a published measure would answer an outcome of a plan: a proposal, for a person to take or leave. */
export type ProposedTie = {
  plan: string;
  outcomeNumber: number;
  /** the outcome's words, carried down from its first row */
  outcome: string;
  /** as written: "headline", "supporting", "gap pair: target", "proxy (looked-after only)" */
  role: string;
  measure: { source: 'lait' | 'fingertips'; code: string };
  /** what the map says beside the number: "unverified", "with deprivation deciles" */
  note?: string;
  line: number;
};

/** An outcome that no published measure answers: it needs a survey of one's own. */
export type UnansweredOutcome = { plan: string; outcomeNumber: number; outcome: string; line: number };

export type MeasureMapRead = {
  ties: ProposedTie[];
  unanswered: UnansweredOutcome[];
  refused: RefusedRow[];
  rowsRead: number;
};

/** A strategy holds no more measures than that. */
const mostRows = 2000;

const needed = ['plan', 'outcome_no', 'outcome', 'role', 'lait_short_desc', 'fingertips_id'];

/** Reads the map of plans' outcomes to published measures; its columns of values are not read. */
export async function readMeasureMap(source: Source): Promise<MeasureMapRead> {
  const read: MeasureMapRead = { ties: [], unanswered: [], refused: [], rowsRead: 0 };
  const opened = await openColumns(source, needed);
  if (!opened.done) return { ...read, refused: [opened.refusal] };
  const { table, columns } = opened.value;
  const outcomes = new Map<string, string>();
  for await (const part of table.rows) {
    if (read.rowsRead + part.rowsRead > mostRows) {
      await table.close();
      return { ...read, ties: [], unanswered: [], refused: [tooLong()] };
    }
    read.refused.push(...part.refused);
    read.rowsRead += part.rowsRead;
    for (const { cells, line } of part.rows)
      takeRow((name) => (cells[columns.at(name)] ?? '').trim(), { line, read, outcomes });
  }
  return read;
}

type Taking = { line: number; read: MeasureMapRead; outcomes: Map<string, string> };

function takeRow(cell: (name: string) => string, { line, read, outcomes }: Taking): void {
  const [plan, number, role] = [cell('plan'), cell('outcome_no'), cell('role')];
  if (plan === '' || !/^\d+$/.test(number)) return void read.refused.push(nowhere(line, number));
  const key = `${plan}|${number}`;
  if (cell('outcome') !== '') outcomes.set(key, cell('outcome'));
  const place = { plan, outcomeNumber: Number(number), outcome: outcomes.get(key) ?? '', line };
  if (role === 'none published') return void read.unanswered.push(place);
  const lait = cell('lait_short_desc');
  const fingertips = fingertipsIn(cell('fingertips_id'));
  if (!fingertips || (lait === '' && fingertips.length === 0))
    return void read.refused.push(noMeasure(line, cell('fingertips_id')));
  if (lait !== '') read.ties.push({ ...place, role, measure: { source: 'lait', code: lait } });
  for (const { code, note } of fingertips)
    read.ties.push({
      ...place,
      role,
      measure: { source: 'fingertips', code },
      ...(note === undefined ? {} : { note }),
    });
}

/** "90813; 90812" are two numbers, "92315 (unverified)" one with a note; undefined where something else stands. */
function fingertipsIn(text: string): { code: string; note?: string }[] | undefined {
  if (text === '') return [];
  const found: { code: string; note?: string }[] = [];
  for (const part of text.split(/;\s*/)) {
    const match = /^(\d{3,6})(?: \((.+)\))?$/.exec(part.trim());
    const code = match?.[1];
    if (code === undefined) return undefined;
    found.push(match?.[2] === undefined ? { code } : { code, note: match[2] });
  }
  return found;
}

function nowhere(line: number, text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column: 'outcome_no',
    text,
    reason: 'no-outcome',
    words: 'The row does not say which outcome of which plan it is about.',
    mend: 'Fill in plan and outcome_no.',
  });
}

function tooLong(): RefusedRow {
  return refusedRow({
    about: 'file',
    line: 0,
    text: '',
    reason: 'map-too-long',
    words: `The map has more than ${mostRows.toLocaleString('en-GB')} rows, more than a strategy can hold.`,
    mend: 'Hand it in as several files, a strategy in each.',
  });
}

function noMeasure(line: number, text: string): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    column: 'fingertips_id',
    text,
    reason: 'nameless-measure',
    words: 'The row names no measure that can be found.',
    mend: 'Give a Short Desc of LAIT or a number of Fingertips, or write “none published” as the role.',
  });
}
