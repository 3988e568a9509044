import type { FamilyModel } from '../families/family-model.ts';
import type { Expression } from '../model/model.ts';
import type { Change, NewRecords, PairChange } from './disk/change.ts';
import type { Held } from './held/held.ts';
import type { HeldEdges } from './people/held-edges.ts';
import type { PairBook } from './people/pair-book.ts';
import { undone, type People } from './people/people.ts';

/** What a store joins by, said once when it is begun. */
export type Settings = {
  /** with it pairs are told into three classes */
  readonly families?: FamilyModel;
  /** P(one person) from which pairs join (.5), and from which a person is asked (.1) */
  readonly joinAt?: number;
  readonly askAt?: number;
  /** the names of sources that hold nobody twice */
  readonly duplicateFree?: readonly string[];
  /** what a person has one of */
  readonly oneOf?: readonly { readonly name: string; readonly of: Expression }[];
  /** as in the rules of clusters; where they are left out, what a whole job takes */
  readonly minimumCohesion?: number;
  readonly cohesionFrom?: number;
  /** a block with more pairs than this is passed over (50 million unless said) */
  readonly mostPairsInBlock?: number;
};

/** Everything that a store knows. */
export type State = {
  readonly settings: Settings;
  readonly held: Held;
  readonly edges: HeldEdges;
  readonly people: People;
  readonly together: PairBook;
  readonly apart: PairBook;
};

/** Makes a change, records and all. */
export function apply(state: State, change: Change): void {
  if (change.records) putIn(state, change.records);
  settle(state, change);
}

/** Makes a change whose records are put in already. */
export function settle(state: State, change: Change): void {
  for (const move of change.moves) state.people.apply(move);
  for (const person of change.records?.people ?? []) state.people.add(person);
  turn(state.together, change.together);
  turn(state.apart, change.apart);
}

/** Turns a change back: everything is as it was before, but that no person's number is given again. */
export function revert(state: State, change: Change): void {
  turn(state.apart, change.apart && { in: change.apart.out, out: change.apart.in });
  turn(state.together, change.together && { in: change.together.out, out: change.together.in });
  const records = change.records;
  for (let each = 0; each < (records?.people.length ?? 0); each += 1) state.people.takeNewest();
  for (const move of change.moves.toReversed()) state.people.apply(undone(move));
  if (records) takeOut(state, records);
}

/** How much of records a change brought in, so that it can be taken out. */
export function takeOut(
  { held, edges }: State,
  records: Pick<NewRecords, 'ids' | 'sources' | 'texts' | 'edges'>,
): void {
  const now = held.extent;
  edges.keepFirst(edges.count - records.edges.length / 4, now.records - records.ids.length);
  held.keepFirst({
    records: now.records - records.ids.length,
    sources: now.sources - records.sources.length,
    texts: now.texts - records.texts.length,
  });
}

function putIn({ held, edges }: State, records: NewRecords): void {
  held.sources.push(...records.sources);
  for (const text of records.texts) held.texts.add(text);
  const all = Int32Array.from(records.rows);
  for (const [record, id] of records.ids.entries())
    held.add({ source: records.sourceOf[record] ?? 0, id, row: { all, from: record * held.stride } });
  held.list();
  edges.cover(held.count);
  const of = records.edges;
  for (let at = 0; at < of.length; at += 4)
    edges.add({
      left: of[at] ?? 0,
      right: of[at + 1] ?? 0,
      score: of[at + 2] ?? 0,
      is: of[at + 3] ?? 0,
    });
}

function turn(book: PairBook, change: PairChange | undefined): void {
  for (const pair of change?.out ?? []) book.drop(pair);
  for (const pair of change?.in ?? []) book.add(pair);
}
