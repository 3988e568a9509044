import type { FamilyModel } from '../families/family-model.ts';
import type { JoinAlone } from '../families/three-classes.ts';
import type { Expression } from '../model/model.ts';
import type { Change, NewRecords, PairChange } from './disk/change.ts';
import type { Held } from './held/held.ts';
import type { HeldEdges } from './people/held-edges.ts';
import type { PairBook } from './people/pair-book.ts';
import { undone, type People } from './people/people.ts';

/** What a store joins by, said once when it is begun. */
export type Settings = {
  /** the weight from which a pair joins */
  readonly threshold: number;
  /** with it pairs are told into three classes, and those join that may without a person */
  readonly families?: FamilyModel;
  readonly alone?: JoinAlone;
  /** the names of sources that hold nobody twice */
  readonly duplicateFree?: readonly string[];
  /** what a person has one of */
  readonly oneOf?: readonly { readonly name: string; readonly of: Expression }[];
  /** of the pairs across two people, the share that must join before they become one */
  readonly minimumCohesion?: number;
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
  edges.keepFirst(edges.count - records.edges.length / 3, now.records - records.ids.length);
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
  edges.cover(held.count);
  for (let at = 0; at < records.edges.length; at += 3)
    edges.add(records.edges[at] ?? 0, records.edges[at + 1] ?? 0, records.edges[at + 2] ?? 0);
}

function turn(book: PairBook, change: PairChange | undefined): void {
  for (const pair of change?.out ?? []) book.drop(pair);
  for (const pair of change?.in ?? []) book.add(pair);
}
