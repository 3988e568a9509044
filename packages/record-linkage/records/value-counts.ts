import type { Column } from './records.ts';

/** How often each value stands in a column, by code, and how many records have one; shared between threads. */
export function valueCounts({ codes, values }: Column): {
  readonly counts: Float64Array;
  readonly known: number;
} {
  const counts = new Float64Array(new SharedArrayBuffer(values.size * 8));
  let known = 0;
  for (let record = 0; record < codes.length; record += 1) {
    const code = codes[record] ?? -1;
    if (code < 0) continue;
    counts[code] = (counts[code] ?? 0) + 1;
    known += 1;
  }
  return { counts, known };
}
