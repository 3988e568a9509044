import { Dictionary } from './dictionary.ts';
import type { Column } from './records.ts';

/** A column after cleaning, and how many records had a value that cleaning left out. */
export type Cleaned = { readonly column: Column; readonly leftOut: number };

/** Cleans each distinct value once; where nothing comes of a value, its records have none. */
export function cleanColumn(column: Column, clean: (text: string) => string | undefined): Cleaned {
  const numbers = new Map<string, number>();
  const cleanedAs = new Int32Array(column.values.size);
  for (let code = 0; code < column.values.size; code += 1) {
    const text = clean(column.values.text(code));
    const number = text === undefined ? -1 : (numbers.get(text) ?? numbers.size);
    if (text !== undefined) numbers.set(text, number);
    cleanedAs[code] = number;
  }
  const codes = new Int32Array(new SharedArrayBuffer(column.codes.length * 4));
  let leftOut = 0;
  for (let record = 0; record < codes.length; record += 1) {
    const code = column.codes[record] ?? -1;
    const cleaned = code < 0 ? -1 : (cleanedAs[code] ?? -1);
    if (code >= 0 && cleaned < 0) leftOut += 1;
    codes[record] = cleaned;
  }
  return { column: { codes, values: Dictionary.of([...numbers.keys()]) }, leftOut };
}
