import { closest } from '../../command-line/closest.ts';
import { WrongUse, type Call } from '../../command-line/command.ts';
import { isMissing, numberIn } from './cells.ts';
import {
  BadRow,
  type Asked,
  type ColumnOption,
  type Group,
  type Level,
  type Method,
  type Row,
} from './method.ts';
import type { Sheet } from './sheet.ts';

type Given = { readonly call: Call; readonly method: Method; readonly sheet: Sheet };

/** Puts together what somebody asked of a method. @throws WrongUse naming an option or a column that is not right */
export function askedOf(given: Given): Asked {
  const { call, method, sheet } = given;
  const places = columnPlaces(given);
  const groupBy = groupColumns(given);
  const groups = groupsOf(sheet.rows, groupBy);
  const cell = (row: Row, place: number | undefined): string =>
    place === undefined ? '' : (row.cells[place] ?? '');
  const setting = (name: string, group?: Group): string | undefined => {
    const said = call.valueOf(name);
    if (said === undefined) return undefined;
    const place = numberIn(said) === undefined ? placeOf(sheet, said) : undefined;
    if (place === undefined || !group) return said;
    const inColumn = cell(group.rows[0], place);
    return isMissing(inColumn) ? undefined : inColumn.trim();
  };
  return {
    rows: sheet.rows,
    groups,
    columns: sheet.columns,
    groupColumns: groupBy.map((place) => nameOf(sheet, place)),
    grouped: groupBy.length > 0,
    levels: method.levels === undefined ? [] : levelsOf(call.valueOf('confidence') ?? '0.95,0.998'),
    has: (column) => places.get(column) !== undefined,
    number: (row, column) => numberAt(row, cell(row, places.get(column)), nameOf(sheet, places.get(column))),
    text: (row, column) => cell(row, places.get(column)).trim(),
    setting,
    said: (name) => call.has(name),
    numberOf(name, group) {
      const said = setting(name, group);
      if (said === undefined) return undefined;
      const number = numberIn(said);
      if (number !== undefined) return number;
      throw new WrongUse(`--${name} is a number, or the name of a column, not “${said}”.`);
    },
    cellsOf: (row) => new Map(sheet.columns.map((name, place) => [name, cell(row, place)])),
    cellsOfGroup: ({ rows }) => new Map(groupBy.map((place) => [nameOf(sheet, place), cell(rows[0], place)])),
  };
}

function numberAt(row: Row, cell: string, column: string): number | undefined {
  if (isMissing(cell)) return undefined;
  const number = numberIn(cell);
  if (number !== undefined) return number;
  throw new BadRow(
    row.line,
    `${column} is “${cell.slice(0, 40)}”, which is not a number`,
    'Write the number alone, with a point for decimals and without a unit; leave the cell empty where there is none.',
  );
}

function columnPlaces({ call, method, sheet }: Given): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const option of method.columns) {
    const said = call.valueOf(option.name);
    const place = said === undefined ? knownPlace(sheet, option) : placeOf(sheet, said);
    if (place !== undefined) places.set(option.name, place);
    else if (said !== undefined) throw noColumn(sheet, option.name, said);
    else if (option.needed)
      throw new WrongUse(
        `\`stats ${method.name}\` needs --${option.name} COLUMN: ${option.says}. The columns are ${sheet.columns.join(', ')}.`,
      );
  }
  return places;
}

function knownPlace(sheet: Sheet, { name, knownAs }: ColumnOption): number | undefined {
  if (!knownAs) return undefined;
  for (const word of [name, ...knownAs]) {
    const place = placeOf(sheet, word);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** The place of a column: by its very name, or the same but for case, spaces and dashes. */
function placeOf({ columns }: Sheet, name: string): number | undefined {
  const exact = columns.indexOf(name.trim());
  if (exact !== -1) return exact;
  const plain = (word: string): string => word.toLowerCase().replaceAll(/[\s_.-]+/g, '');
  const like = columns.findIndex((column) => plain(column) === plain(name));
  return like === -1 ? undefined : like;
}

function nameOf({ columns }: Sheet, place: number | undefined): string {
  return place === undefined ? '' : (columns[place] ?? '');
}

function noColumn(sheet: Sheet, option: string, said: string): WrongUse {
  const meant = closest(said, sheet.columns);
  const hint = meant === undefined ? '' : ` Did you mean “${meant}”?`;
  return new WrongUse(
    `--${option}: there is no column “${said}”.${hint} The columns are ${sheet.columns.join(', ')}.`,
  );
}

function groupColumns({ call, sheet }: Given): readonly number[] {
  const said = call.valueOf('group');
  if (said === undefined) return [];
  const whole = placeOf(sheet, said);
  if (whole !== undefined) return [whole];
  return said.split(',').map((name) => {
    const place = placeOf(sheet, name);
    if (place === undefined) throw noColumn(sheet, 'group', name.trim());
    return place;
  });
}

function groupsOf(rows: readonly Row[], places: readonly number[]): readonly Group[] {
  const made = Map.groupBy(rows, (row) => JSON.stringify(places.map((place) => row.cells[place] ?? '')));
  return [...made.values()].flatMap(([first, ...rest]) => (first ? [{ rows: [first, ...rest] }] : []));
}

const level95: Level = { limits: 'limits95', suffix: '95' };
const level998: Level = { limits: 'limits998', suffix: '99_8' };

const knownLevels: ReadonlyMap<number, Level> = new Map([
  [0.95, level95],
  [95, level95],
  [0.998, level998],
  [99.8, level998],
]);

function levelsOf(said: string): readonly Level[] {
  if (said.trim().toLowerCase() === 'none') return [];
  return said.split(/[,;]/).map((word) => {
    const level = knownLevels.get(Number(word.trim().replace(/%$/, '')));
    if (level) return level;
    throw new WrongUse(
      `--confidence is 0.95, 0.998, both with a comma between them, or none; not “${word.trim()}”.`,
    );
  });
}
