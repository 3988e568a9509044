import { keyOf } from '../model/expression.ts';
import type { Expression } from '../model/model.ts';
import type { Column, Records } from './records.ts';

/** Two columns told in one numbering: the same number where the texts are the same, whichever column they stand in. */
export type SameValues = { readonly left: Int32Array; readonly right: Int32Array; readonly count: number };

/** The column of an expression; an error where the records were read without it, which is a mistake in a program. */
export function columnOf(records: Pick<Records, 'columns'>, expression: Expression): Column {
  const column = records.columns.get(keyOf(expression));
  if (!column) throw new Error(`the records were read without ${keyOf(expression)}`);
  return column;
}

/** For each code of the right column, the code of the same text in the left one; -1 where it stands nowhere there. */
export function codesInLeft(left: Column, right: Column): Int32Array {
  const codes = new Int32Array(new SharedArrayBuffer(right.values.size * 4));
  const known = new Map<string, number>();
  for (let code = 0; code < left.values.size; code += 1) known.set(left.values.text(code), code);
  for (let code = 0; code < codes.length; code += 1) codes[code] = known.get(right.values.text(code)) ?? -1;
  return codes;
}

/** The codes by record of two columns, in one numbering. */
export function sameValues(left: Column, right: Column): SameValues {
  if (left === right) return { left: left.codes, right: right.codes, count: left.values.size };
  const translated = codesInLeft(left, right);
  let count = left.values.size;
  for (let code = 0; code < translated.length; code += 1)
    if ((translated[code] ?? -1) < 0) {
      translated[code] = count;
      count += 1;
    }
  const codes = new Int32Array(right.codes.length);
  for (let record = 0; record < codes.length; record += 1) {
    const code = right.codes[record] ?? -1;
    codes[record] = code < 0 ? -1 : (translated[code] ?? -1);
  }
  return { left: left.codes, right: codes, count };
}
