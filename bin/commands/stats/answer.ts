import type { Answer } from '../../command-line/command.ts';
import { writeWhole } from '../../command-line/write-whole.ts';
import type { Level, Method, OutRow } from './method.ts';

type Written = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
type Cell = string | number | undefined;
type Problem = { readonly line: number; readonly what: string; readonly mend: string };

/** What a method came to, as CSV or as one document; problems are told, and make the exit code 1. */
export async function answerWith(
  method: Method,
  out: readonly OutRow[],
  to: { path: string | undefined; columns: readonly string[]; levels: readonly Level[] },
): Promise<Answer> {
  const written = tableOf(out, { kept: to.columns, made: columnsOf(method, to.levels) });
  const problems = problemsOf(out);
  const exit = problems.length > 0 ? 1 : 0;
  const note = problems.length > 0 ? { note: sayProblems(problems) } : {};
  const document = {
    method: method.name,
    columns: written.columns,
    rows: written.rows.map((row) =>
      Object.fromEntries(written.columns.map((name, place) => [name, row[place] ?? null])),
    ),
    problems,
  };
  const csv = csvOf(written);
  if (to.path === undefined) return { exit, document, out: csv, ...note };
  await writeWhole(to.path, csv);
  return { exit, document, out: `${out.length} rows are written to ${to.path}.`, ...note };
}

/** The columns that a method adds, at the levels that were asked for. */
function columnsOf(method: Method, levels: readonly Level[]): readonly string[] {
  const names = [...method.gives.flatMap(([each]) => each.split(', ')), 'note'];
  const suffixes = levels.map(({ suffix }) => suffix);
  return names.filter((name) => {
    const [, suffix] = /(?:lower|upper)(95|99_8)$/.exec(name) ?? [];
    return suffix === undefined || suffixes.some((asked) => asked === suffix);
  });
}

/** The input's columns that the answer has too, then what was made; a name that is taken is made another. */
function tableOf(
  out: readonly OutRow[],
  { kept, made }: { kept: readonly string[]; made: readonly string[] },
): Written {
  const named = made.map((name) => (kept.includes(name) ? `computed_${name}` : name));
  return {
    columns: [...kept, ...named],
    rows: out.map((row) => [
      ...kept.map((name) => row.cells.get(name)),
      ...made.map((name) => cellOf(row, name)),
    ]),
  };
}

function cellOf({ made }: OutRow, name: string): Cell {
  if (name === 'note') return made.kind === 'bad' ? made.what : made.note;
  return made.kind === 'made' ? made.result[name] : undefined;
}

function problemsOf(out: readonly OutRow[]): readonly Problem[] {
  return out.flatMap(({ line, made }) =>
    made.kind === 'bad' ? [{ line: made.line ?? line, what: made.what, mend: made.mend }] : [],
  );
}

const toldAtMost = 20;

function sayProblems(problems: readonly Problem[]): string {
  const told = problems.slice(0, toldAtMost).map(({ line, what, mend }) => `Line ${line}: ${what}. ${mend}`);
  const more = problems.length - told.length;
  return [...told, ...(more > 0 ? [`And ${more} more like these.`] : [])].join('\n');
}

function csvOf({ columns, rows }: Written): string {
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

function csvCell(cell: Cell): string {
  const text = cell === undefined ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
