export { toCsvw } from './csvw.ts';
export { toJson, type JsonRow, type JsonTable } from './json.ts';
export { toParquet } from './parquet.ts';
export { toOds } from './spreadsheet/ods.ts';
export { toXlsx } from './spreadsheet/xlsx.ts';
export type { AboutLine, OpenTable, TableCell, TableColumn } from './table.ts';
