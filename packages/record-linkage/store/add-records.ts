import type { Records } from '../records/records.ts';
import { done, type Result } from '../result.ts';
import { pairClasses } from '../linking/judge-pairs.ts';
import { addedOf, bestBetween, type Added } from './added.ts';
import type { Change, NewRecords } from './disk/change.ts';
import type { Ints } from './held/growing.ts';
import type { Extent } from './held/held.ts';
import type { Matching, ScoredPair } from './matching.ts';
import { counts } from './people/held-edges.ts';
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
      if (counts(pair, matching.keptFrom)) edges.add({ left, right, score, is: pairClasses.indexOf(is) });
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
  const own = new Array<number>((edges.count - before.edges) * 4);
  for (let edge = before.edges, at = 0; edge < edges.count; edge += 1) {
    own[at++] = left.at(edge);
    own[at++] = right.at(edge);
    own[at++] = score.at(edge);
    own[at++] = is.at(edge);
  }
  return {
    sources: held.sources.slice(before.sources),
    texts: held.texts.textsFrom(before.texts),
    sourceOf: numbersIn(held.sourceOf, before.records),
    ids: numbersIn(held.ids, before.records),
    rows: numbersIn(held.rows, before.records * held.stride),
    people,
    edges: own,
  };
}

function numbersIn({ all, size }: Ints, from: number): number[] {
  const numbers = new Array<number>(size - from);
  for (let at = from; at < size; at += 1) numbers[at - from] = all[at] ?? 0;
  return numbers;
}
