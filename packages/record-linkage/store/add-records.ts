import type { Records } from '../records/records.ts';
import { done, type Result } from '../result.ts';
import { pairClasses } from '../linking/judge-pairs.ts';
import { addedOf, bestBetween, type Added } from './added.ts';
import type { Change, NewRecords } from './disk/change.ts';
import type { Extent } from './held/held.ts';
import type { Matching, ScoredPair } from './matching.ts';
import { joins } from './people/held-edges.ts';
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
    const asked: ScoredPair[] = [];
    const siblings: ScoredPair[] = [];
    const matched = matching.match(first, matching.leastWeight, (pair) => {
      const { left, right, score, is } = pair;
      if (joins(is) || score >= matching.keptFrom)
        edges.add({ left, right, score, is: pairClasses.indexOf(is) });
      if (is === 'same-family') siblings.push(pair);
      else if (is !== 'unrelated') asked.push(pair);
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
    const between = { toAsk: bestBetween(asked, people), siblings: bestBetween(siblings, people) };
    return done(addedOf({ first, nextPerson, refreshed: refreshed.value, ...between, ...matched }));
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
  const { left, right, score, is } = edges.arrays;
  const own: number[] = [];
  for (let edge = before.edges; edge < edges.count; edge += 1)
    own.push(left.at(edge), right.at(edge), score.at(edge), is.at(edge));
  return {
    sources: held.sources.slice(before.sources),
    texts: held.texts.textsFrom(before.texts),
    sourceOf: [...held.sourceOf.all.subarray(before.records, held.count)],
    ids: [...held.ids.all.subarray(before.records, held.count)],
    rows: [...held.rows.all.subarray(before.records * held.stride, held.rows.size)],
    people,
    edges: own,
  };
}
