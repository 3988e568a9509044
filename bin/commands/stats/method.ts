import type { Option } from '../../command-line/command.ts';

/** A row of a table that somebody handed over. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** Rows that belong together: an area, a series. */
export type Group = { readonly rows: readonly [Row, ...Row[]] };

/** A column that a method reads: an option names it, and where none does it is known by its usual names. */
export type ColumnOption = {
  readonly name: string;
  readonly says: string;
  /** undefined: only where it is named, because what it changes must be meant */
  readonly knownAs: readonly string[] | undefined;
  readonly needed?: 'always';
};

/** A method of the command line, as data: parsing, --help and the guide are made of it. */
export type Method = {
  readonly name: string;
  readonly says: string;
  readonly more?: readonly string[];
  readonly columns: readonly ColumnOption[];
  readonly settings: readonly Option[];
  /** the columns that it adds, names with a comma between them, and what they hold */
  readonly gives: readonly (readonly [string, string])[];
  /** whether limits are asked for at levels */
  readonly levels?: 'asked';
  open(): Promise<Compute>;
};

export type Compute = (asked: Asked) => Worked;

/** What was made of a table, and which of its columns stand beside it. */
export type Worked = { readonly kept: readonly string[]; readonly rows: readonly OutRow[] };

/** What one row, or one group, came to. */
export type Made =
  | { readonly kind: 'made'; readonly result: Results; readonly note?: string | undefined }
  /** nothing is wrong, and there is no result all the same */
  | { readonly kind: 'none'; readonly note: string }
  | {
      readonly kind: 'bad';
      readonly what: string;
      readonly mend: string;
      readonly line?: number | undefined;
    };

export type Results = Readonly<Record<string, string | number | undefined>>;

/** A row of the answer: cells of the input, by column, and what was made. */
export type OutRow = {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
  readonly made: Made;
};

/** What somebody asked of a method: the table, and how to find their way in it. */
export type Asked = {
  readonly rows: readonly Row[];
  /** by the columns of --group; all rows where it is not given */
  readonly groups: readonly Group[];
  readonly grouped: boolean;
  readonly levels: readonly Level[];
  has(column: string): boolean;
  /** the number in a column; undefined where it is missing. @throws BadRow where it is no number */
  number(row: Row, column: string): number | undefined;
  text(row: Row, column: string): string;
  /** what an option says: itself, or for a group what stands in the column that it names */
  setting(name: string, group?: Group): string | undefined;
  /** whether an option without a value was given */
  said(name: string): boolean;
  /** a number of an option or of its column. @throws BadRow, or WrongUse where it is no number */
  numberOf(name: string, group?: Group): number | undefined;
  cellsOf(row: Row): ReadonlyMap<string, string>;
  /** the input's columns that an answer for each row, or for each group, has too */
  readonly columns: readonly string[];
  readonly groupColumns: readonly string[];
  /** what a group is called by */
  cellsOfGroup(group: Group): ReadonlyMap<string, string>;
};

/** A level of confidence, and what its columns are called after. */
export type Level = { readonly limits: 'limits95' | 'limits998'; readonly suffix: '95' | '99_8' };

/** A row that cannot be used, and how to mend it. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
  readonly line: number;
  readonly mend: string;

  constructor(line: number, what: string, mend: string) {
    super(what);
    this.line = line;
    this.mend = mend;
  }
}

export function made(result: Results, note?: string): Made {
  return { kind: 'made', result, note };
}

export function none(note: string): Made {
  return { kind: 'none', note };
}

export function bad(what: string, mend: string, line?: number): Made {
  return { kind: 'bad', what, mend, line };
}

/** One answer for each row. */
export function eachRow(asked: Asked, make: (row: Row) => Made): Worked {
  const rows = asked.rows.map((row) => ({
    line: row.line,
    cells: asked.cellsOf(row),
    made: unlessBad(() => make(row)),
  }));
  return { kept: asked.columns, rows };
}

/** One answer for each group, beside what it is called by. */
export function eachGroup(asked: Asked, make: (group: Group) => Made): Worked {
  const rows = asked.groups.map((group) => ({
    line: group.rows[0].line,
    cells: asked.cellsOfGroup(group),
    made: unlessBad(() => make(group)),
  }));
  return { kept: asked.groupColumns, rows };
}

/** An answer for each row, made of its whole group; in the order of the rows. */
export function eachRowOfGroup(asked: Asked, make: (group: Group) => Made | readonly Made[]): Worked {
  const answers = new Map<number, Made>();
  for (const group of asked.groups) {
    let all: Made | readonly Made[];
    try {
      all = make(group);
    } catch (fault) {
      if (!(fault instanceof BadRow)) throw fault;
      for (const { line } of group.rows)
        answers.set(line, none(`nothing is made of its group: see line ${fault.line}`));
      answers.set(fault.line, bad(fault.message, fault.mend, fault.line));
      continue;
    }
    for (const [place, { line }] of group.rows.entries()) answers.set(line, answerAt(all, place));
  }
  const rows = asked.rows.map((row) => ({
    line: row.line,
    cells: asked.cellsOf(row),
    made: answers.get(row.line) ?? none('nothing was made of it'),
  }));
  return { kept: asked.columns, rows };
}

/** What is wrong with a whole group is told once, at its first row. */
function answerAt(all: Made | readonly Made[], place: number): Made {
  if (!('kind' in all)) return all[place] ?? none('nothing was made of it');
  return all.kind === 'bad' && place > 0 ? none(all.what) : all;
}

function unlessBad(make: () => Made): Made {
  try {
    return make();
  } catch (fault) {
    if (fault instanceof BadRow) return bad(fault.message, fault.mend, fault.line);
    throw fault;
  }
}
