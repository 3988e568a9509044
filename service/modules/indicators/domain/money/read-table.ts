import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { DelimitedText } from '../formats/table/delimited.ts';
import type { LineWords } from './money-line.ts';
import { lineKey } from './money-line.ts';
import { readLine, type LineField, type LinePlace, type LineProblem, type TypedLine } from './read-line.ts';

/** The heads of a table of lines, the first of each as our own files write it. */
export const lineHeads: readonly { field: LineField; heads: readonly [string, ...string[]] }[] = [
  { field: 'what', heads: ['Service or team', 'service', 'team', 'what'] },
  { field: 'partner', heads: ['Partner', 'organisation', 'partner organisation'] },
  { field: 'areaCode', heads: ['Place', 'zone', 'area', 'zone or whole area'] },
  { field: 'help', heads: ['Early or late', 'help', 'early or late help'] },
  { field: 'helpSource', heads: ['Who says so', 'source of early or late', 'help source'] },
  { field: 'kind', heads: ['Spend or staff', 'kind'] },
  { field: 'lasting', heads: ['One-off or on-going', 'one-off or ongoing', 'lasting'] },
  { field: 'year', heads: ['Financial year', 'year'] },
  { field: 'state', heads: ['Planned or actual', 'state'] },
  { field: 'amount', heads: ['Amount', 'amount (£ or full-time equivalents)'] },
  { field: 'people', heads: ['People behind it', 'people'] },
  { field: 'planLink', heads: ['Link to the partner’s plan', "link to the partner's plan", 'plan'] },
  { field: 'source', heads: ['Source'] },
  { field: 'note', heads: ['Note', 'notes'] },
  { field: 'audience', heads: ['For whom', 'audience'] },
];

/** Columns that a table may leave out, and what stands for them then. */
const whereAbsent: Partial<TypedLine> = {
  planLink: '',
  note: '',
  audience: 'partnership',
  lasting: 'on-going',
};

export type TableProblem =
  | { reason: 'column-missing'; heads: readonly string[] }
  | { reason: 'column-twice'; head: string }
  | { reason: 'nothing-in-it' }
  | { reason: 'quotes-broken'; line: number }
  | { reason: 'too-many-lines'; most: number }
  | { reason: 'cells-too-many'; line: number; cells: number; heads: number }
  | { reason: 'line-twice'; line: number; first: number }
  | { reason: 'cell'; line: number; problem: LineProblem };

export type TableRefusal = { reason: 'table-wrong'; problems: readonly TableProblem[] };

const mostLines = 5000;
const mostProblems = 50;

/** Reads a table of lines, commas or tabs between its cells: every line of it, or everything that is wrong with it. */
export function readTable(
  text: string,
  places: readonly LinePlace[],
): Outcome<readonly LineWords[], TableRefusal> {
  const wrong = (...problems: TableProblem[]) => refuse({ reason: 'table-wrong', problems });
  const plain = text.replace(/^\uFEFF/, '');
  const first = plain.split('\n', 1)[0] ?? '';
  const reader = new DelimitedText(first.includes('\t') ? '\t' : ',');
  const [head, ...rest] = [...reader.feed(plain), ...reader.finish()];
  if (reader.fault) return wrong({ reason: 'quotes-broken', line: reader.fault.line });
  const records = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!head || records.length === 0) return wrong({ reason: 'nothing-in-it' });
  if (records.length > mostLines) return wrong({ reason: 'too-many-lines', most: mostLines });
  const columns = columnsIn(head.cells);
  if (!columns.done) return columns;
  return linesIn(records, { columns: columns.value, heads: head.cells.length, places });
}

type Columns = ReadonlyMap<LineField, number>;

function columnsIn(heads: readonly string[]): Outcome<Columns, TableRefusal> {
  const plain = heads.map((head) => head.trim().toLowerCase());
  const columns = new Map<LineField, number>();
  const problems: TableProblem[] = [];
  const missing: string[] = [];
  for (const { field, heads: known } of lineHeads) {
    const names = known.map((name) => name.toLowerCase());
    const found = plain.flatMap((head, at) => (names.includes(head) ? [at] : []));
    const [at] = found;
    if (found.length > 1) problems.push({ reason: 'column-twice', head: known[0] });
    if (at !== undefined) columns.set(field, at);
    else if (whereAbsent[field] === undefined) missing.push(known[0]);
  }
  if (missing.length > 0) problems.push({ reason: 'column-missing', heads: missing });
  return problems.length > 0 ? refuse({ reason: 'table-wrong', problems }) : done(columns);
}

function linesIn(
  records: readonly { line: number; cells: readonly string[] }[],
  { columns, heads, places }: { columns: Columns; heads: number; places: readonly LinePlace[] },
): Outcome<readonly LineWords[], TableRefusal> {
  const lines: LineWords[] = [];
  const problems: TableProblem[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of records) {
    if (cells.slice(heads).some((cell) => cell.trim() !== ''))
      problems.push({ reason: 'cells-too-many', line, cells: cells.length, heads });
    const read = readLine(typedOf(cells, columns), places);
    if (!read.done) {
      problems.push(...read.refusal.problems.map((problem) => ({ reason: 'cell', line, problem }) as const));
      continue;
    }
    const key = lineKey(read.value);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else problems.push({ reason: 'line-twice', line, first });
    lines.push(read.value);
  }
  if (problems.length > 0)
    return refuse({ reason: 'table-wrong', problems: problems.slice(0, mostProblems) });
  return done(lines);
}

function typedOf(cells: readonly string[], columns: Columns): TypedLine {
  const at = (field: LineField) => {
    const column = columns.get(field);
    const cell = column === undefined ? '' : (cells[column] ?? '');
    return cell.trim() === '' ? (whereAbsent[field] ?? '') : unguarded(cell);
  };
  return {
    what: at('what'),
    partner: at('partner'),
    areaCode: at('areaCode'),
    help: at('help'),
    helpSource: at('helpSource'),
    kind: at('kind'),
    lasting: at('lasting'),
    year: at('year'),
    state: at('state'),
    amount: at('amount'),
    people: at('people'),
    planLink: at('planLink'),
    source: at('source'),
    note: at('note'),
    audience: at('audience'),
  };
}

/** Our own files lead words that a spreadsheet could run with an apostrophe, which is no part of them. */
function unguarded(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
