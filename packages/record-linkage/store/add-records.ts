import type { Records } from '../records/records.ts';
import { done, type Result } from '../result.ts';
import { addedOf, type Added } from './added.ts';
import type { Change, NewRecords } from './disk/change.ts';
import type { Extent, Held } from './held/held.ts';
import type { Matching, Scored } from './matching.ts';
import { putRecords } from './held/put-records.ts';
import { refresh } from './people/refresh.ts';
import { settle, takeOut, type State } from './state.ts';

/**
 * Puts records in, finds the pairs that join them, settles who they are, and has the change written before it counts.
 * Where anything fails on the way, everything is as it was.
 */
export function addRecords(
  { state, matching }: { readonly state: State; readonly matching: Matching },
  records: Records,
  write: (change: Pick<Change, 'is' | 'moves' | 'records'>) => void,
): Result<Added> {
  const { held, edges, people } = state;
  const before = { ...held.extent, edges: edges.count };
  const put = putRecords(held, records);
  if (!put.done) return put;
  let isDone = false;
  try {
    const first = put.value;
    edges.cover(held.count);
    const toAsk: Scored[] = [];
    const matched = matching.match(first, matching.leastWeight, (pair) => {
      if (pair.verdict === 'join') edges.add(pair.left, pair.right, pair.weight);
      else if (pair.verdict === 'ask-a-person') toAsk.push(pair);
    });
    const refreshed = refresh(state, first);
    if (!refreshed.done) return refreshed;
    const { moves } = refreshed.value;
    const change = {
      is: 'added',
      moves,
      records: newRecords(state, before, refreshed.value.people),
    } as const;
    const { nextPerson } = people;
    write(change);
    isDone = true;
    settle(state, { ...change, by: '', reason: '' });
    return done(
      addedOf({
        first,
        nextPerson,
        refreshed: refreshed.value,
        toAsk,
        ...matched,
        edges: edges.count - before.edges,
      }),
    );
  } finally {
    if (!isDone) takeOut(state, newRecords(state, before, []));
  }
}

/** What came in since. */
function newRecords(
  { held, edges }: State,
  before: Extent & { readonly edges: number },
  people: readonly number[],
): NewRecords {
  const { left, right, weight } = edges.columns();
  const own: number[] = [];
  for (let edge = before.edges; edge < weight.length; edge += 1)
    own.push(left[edge] ?? 0, right[edge] ?? 0, weight[edge] ?? 0);
  return {
    sources: held.sources.slice(before.sources),
    texts: textsFrom(held, before.texts),
    sourceOf: [...held.sourceOf.all.subarray(before.records, held.count)],
    ids: [...held.ids.all.subarray(before.records, held.count)],
    rows: [...held.rows.all.subarray(before.records * held.stride, held.rows.size)],
    people,
    edges: own,
  };
}

function textsFrom(held: Held, first: number): string[] {
  return Array.from({ length: held.texts.size - first }, (_, at) => held.texts.text(first + at));
}
