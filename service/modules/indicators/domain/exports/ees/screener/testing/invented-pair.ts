import type { EesPairTexts } from '../pair.ts';

/** A small invented pair that keeps every rule, to be changed in one place and screened. */
export class InventedPair {
  dataName = 'children_in_brackenshire.csv';
  metaName = 'children_in_brackenshire.meta.csv';
  /** rows of cells, the header first */
  data: string[][] = rowsOf(data);
  meta: string[][] = rowsOf(meta);
  /** what is done to the whole text of a file at last */
  dataEnd: (text: string) => string = (text) => text;
  metaEnd: (text: string) => string = (text) => text;

  /** Puts texts into columns of one row (the first after the header is 1), or of every row. */
  set(table: 'data' | 'meta', texts: Readonly<Record<string, string>>, row?: number): this {
    const header = this[table][0] ?? [];
    for (const [index, cells] of this[table].entries())
      for (const [column, text] of Object.entries(texts))
        if (index > 0 && (row === undefined || row === index)) cells[header.indexOf(column)] = text;
    return this;
  }

  /** Gives a column another name. */
  rename(table: 'data' | 'meta', column: string, name: string): this {
    const header = this[table][0];
    if (header) header[header.indexOf(column)] = name;
    return this;
  }

  /** Takes a column away. */
  drop(table: 'data' | 'meta', column: string): this {
    const at = this[table][0]?.indexOf(column) ?? -1;
    for (const cells of this[table]) cells.splice(at, 1);
    return this;
  }

  /** Puts a column at the end, with a text for each row. */
  add(table: 'data' | 'meta', column: string, text: (row: number) => string): this {
    for (const [index, cells] of this[table].entries()) cells.push(index === 0 ? column : text(index));
    return this;
  }

  /** Puts a row at the end. */
  row(table: 'data' | 'meta', cells: string): this {
    this[table].push(cells.split(','));
    return this;
  }

  texts(): EesPairTexts {
    return {
      dataName: this.dataName,
      dataText: this.dataEnd(textOf(this.data)),
      metaName: this.metaName,
      metaText: this.metaEnd(textOf(this.meta)),
    };
  }
}

const data = `
time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,sex,children,children_percent
202324,Academic year,National,E92000001,England,,,,,,Total,1200,24.5
202324,Academic year,National,E92000001,England,,,,,,Girls,600,c
202324,Academic year,Regional,E92000001,England,E12000001,North East,,,,Total,120,25
202324,Academic year,Regional,E92000001,England,E12000001,North East,,,,Girls,60,low
202324,Academic year,Local authority,E92000001,England,E12000001,North East,599,X10000001,Brackenshire,Total,30,z
202425,Academic year,Local authority,E92000001,England,E12000001,North East,599,X10000001,Brackenshire,Girls,x,12.5
`;

const meta = `
col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
sex,Filter,Sex,,,,By sex,
children,Indicator,Number of children,Children,,0,,
children_percent,Indicator,Share of children,Children,%,1,,
`;

function rowsOf(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
}

function textOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.join(',')}\n`).join('');
}

/** The invented county's code, which no national list has. */
export const ownCodes = ['X10000001'];

/** A rule, a pair that breaks it, and the rules that cannot but be broken with it. */
export type BrokenPair = readonly [
  check: string,
  change: (pair: InventedPair) => InventedPair,
  also?: readonly string[],
];

/** A level of places that the invented pair does not have, put beside its rows. */
export function levelRow(
  pair: InventedPair,
  level: string,
  columns: Readonly<Record<string, string>>,
): InventedPair {
  const names = Object.keys(columns);
  for (const name of names) if (!pair.data[0]?.includes(name)) pair.add('data', name, () => '');
  const cells = pair.data[0]?.map((name) => columns[name] ?? defaults[name] ?? '') ?? [];
  pair.data.push(cells.map((cell, at) => (pair.data[0]?.[at] === 'geographic_level' ? level : cell)));
  return pair;
}

const defaults: Readonly<Record<string, string>> = {
  time_period: '202425',
  time_identifier: 'Academic year',
  country_code: 'E92000001',
  country_name: 'England',
  sex: 'Total',
  children: '5',
  children_percent: '1.5',
};
