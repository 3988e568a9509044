import { keyOf } from '../model/expression.ts';
import type { Condition, Expression } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { codesInLeft, columnOf } from '../records/same-values.ts';

/**
 * Codes of the values that questions ask about, all of one record side by side, so that a pair touches little memory.
 * The code of slot s of record n stands at `n * stride + s`. Shared between threads.
 */
export type Fields = {
  readonly words: Int32Array;
  readonly stride: number;
  /** by `keyOf(expression)`, or by `translatedKey` for codes in another column's numbering */
  readonly slots: ReadonlyMap<string, number>;
};

/** No value. */
export const missing = -1;
/** A value that does not stand in the other column, so that it equals none there. */
const foreign = -2;

/** The key of a slot with the codes of `right` in the numbering of `left`. */
export function translatedKey(left: Expression, right: Expression): string {
  return `${keyOf(right)} in ${keyOf(left)}`;
}

/** Lays the codes side by side that these conditions and expressions read. */
export function fieldsOf(
  records: Pick<Records, 'count' | 'columns'>,
  asked: { readonly conditions: readonly Condition[]; readonly expressions: readonly Expression[] },
): Fields {
  const codes = new Map<string, Int32Array>();
  const add = (expression: Expression): void => {
    codes.set(keyOf(expression), columnOf(records, expression).codes);
  };
  for (const condition of asked.conditions)
    for (const leaf of leavesOf(condition)) {
      if (leaf.is === 'missing' || leaf.is === 'value') add(leaf.of);
      else if ('left' in leaf) {
        add(leaf.left);
        add(leaf.right);
        if (leaf.is === 'equal' && keyOf(leaf.left) !== keyOf(leaf.right))
          codes.set(translatedKey(leaf.left, leaf.right), translated(records, leaf.left, leaf.right));
      }
    }
  for (const expression of asked.expressions) add(expression);
  return sideBySide(records.count, codes);
}

/** The conditions at the ends of a condition. */
export function leavesOf(condition: Condition): readonly Condition[] {
  if (condition.is === 'all' || condition.is === 'any') return condition.of.flatMap(leavesOf);
  return condition.is === 'not' ? leavesOf(condition.of) : [condition];
}

function translated(records: Pick<Records, 'columns'>, left: Expression, right: Expression): Int32Array {
  const column = columnOf(records, right);
  const codes = codesInLeft(columnOf(records, left), column);
  return column.codes.map((code) => {
    if (code < 0) return missing;
    const there = codes[code] ?? -1;
    return there < 0 ? foreign : there;
  });
}

function sideBySide(count: number, codes: ReadonlyMap<string, Int32Array>): Fields {
  const stride = [1, 2, 4, 8].find((each) => codes.size <= each) ?? Math.ceil(codes.size / 16) * 16;
  const words = new Int32Array(new SharedArrayBuffer(count * stride * 4));
  const slots = new Map<string, number>();
  for (const [key, column] of codes) {
    const slot = slots.size;
    slots.set(key, slot);
    for (let record = 0; record < count; record += 1)
      words[record * stride + slot] = column[record] ?? missing;
  }
  return { words, stride, slots };
}
