import type { Entries } from './exploded-keys.ts';

/** The keys of each record where it has several, from `starts[record]` on, ascending. Shared between threads. */
export type KeySets = { readonly starts: Int32Array; readonly keys: Int32Array };

/** The keys of each record, without those of blocks that are left out. */
export function keySets(records: number, entries: Entries, isLeftOut: Uint8Array): KeySets {
  const starts = new Int32Array(new SharedArrayBuffer((records + 1) * 4));
  const kept = entries.keys.map((key) => (isLeftOut[key] === 1 ? -1 : key));
  for (let entry = 0; entry < kept.length; entry += 1) {
    const next = (entries.records[entry] ?? 0) + 1;
    if ((kept[entry] ?? -1) >= 0) starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let record = 0; record < records; record += 1)
    starts[record + 1] = (starts[record + 1] ?? 0) + (starts[record] ?? 0);
  const keys = new Int32Array(new SharedArrayBuffer((starts[records] ?? 0) * 4));
  let at = 0;
  for (const key of kept) if (key >= 0) keys[at++] = key;
  for (let record = 0; record < records; record += 1)
    keys.subarray(starts[record], starts[record + 1]).sort();
  return { starts, keys };
}

/** The smallest key that both records have; -1 where they share none. */
export function firstShared(
  of: { readonly left: KeySets; readonly right: KeySets },
  l: number,
  r: number,
): number {
  const { left, right } = of;
  let at = left.starts[l] ?? 0;
  let beside = right.starts[r] ?? 0;
  const end = left.starts[l + 1] ?? 0;
  const besideEnd = right.starts[r + 1] ?? 0;
  while (at < end && beside < besideEnd) {
    const apart = (left.keys[at] ?? 0) - (right.keys[beside] ?? 0);
    if (apart === 0) return left.keys[at] ?? -1;
    if (apart < 0) at += 1;
    else beside += 1;
  }
  return -1;
}
