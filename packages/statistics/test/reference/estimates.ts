import assert from 'node:assert/strict';
import type { Limits, Result } from '../../index.ts';
import { assertClose, elsewhere, numberIn } from './tables.ts';
import type { Row } from './tables.ts';

type WithLimits = {
  readonly value: number;
  readonly limits95: Limits;
  readonly limits998: Limits;
};

/** The value of a result; fails, with what it was about, where it was refused. */
export function doneOf<Value>(result: Result<Value, { readonly reason: string }>, what = ''): Value {
  assert.ok(result.done, result.done ? '' : `${what} was refused: ${result.refusal.reason}`);
  return result.value;
}

/** The reason of a refusal, or "done". */
export function reasonOf(result: Result<unknown, { readonly reason: string }>): string {
  return result.done ? 'done' : result.refusal.reason;
}

/** Value and limits against the columns that PHEindicatormethods writes; limits that the row lacks are not asked. */
export function checkEstimate(made: WithLimits, row: Row, relative: number): number {
  const pairs: [string, number][] = [
    ['value', made.value],
    ['lower95_0cl', made.limits95.lower],
    ['upper95_0cl', made.limits95.upper],
    ['lower99_8cl', made.limits998.lower],
    ['upper99_8cl', made.limits998.upper],
  ];
  let checked = 0;
  for (const [column, actual] of pairs) {
    const expected = numberIn(row, column);
    if (expected === undefined) continue;
    assertClose(actual, expected, { relative, what: `${JSON.stringify(row)} ${column}` });
    checked += 1;
  }
  return checked;
}

/** Both pairs of limits against pairs of an independent implementation. */
export function checkLimits(
  made: { readonly limits95: Limits; readonly limits998: Limits },
  expected: { readonly limits95: [number, number]; readonly limits998: [number, number] },
  of: { readonly relative: number; readonly what: string; readonly scale?: number },
): void {
  const scale = of.scale ?? 1;
  assertClose(made.limits95.lower, expected.limits95[0] * scale, of);
  assertClose(made.limits95.upper, expected.limits95[1] * scale, of);
  assertClose(made.limits998.lower, expected.limits998[0] * scale, of);
  assertClose(made.limits998.upper, expected.limits998[1] * scale, of);
}

/** The rows of several files that are not in the repository, in their order; undefined where any of them is not here. */
export function tablesElsewhere(names: readonly string[]): readonly (readonly Row[])[] | undefined {
  const tables: (readonly Row[])[] = [];
  for (const name of names) {
    const file = elsewhere(name);
    if ('absent' in file) return undefined;
    tables.push(file.rows);
  }
  return tables;
}
