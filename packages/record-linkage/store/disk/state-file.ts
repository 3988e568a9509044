import type { LinkageModel, Expression } from '../../model/model.ts';
import { ArrayFile, writeArrays, type NamedArray } from './array-file.ts';
import { Held, type HeldArrays } from '../held/held.ts';
import { HeldEdges } from '../people/held-edges.ts';
import { KeyLists } from '../held/key-lists.ts';
import { PairBook, type NumberPair } from '../people/pair-book.ts';
import { People } from '../people/people.ts';
import type { Settings, State } from '../state.ts';
import { TextTable } from '../held/text-table.ts';

/** Up to where in the log a state holds every change, and the places of those that were not undone. */
export type InLog = { readonly end: number; readonly standing: readonly number[] };

type About = {
  readonly version: 1;
  readonly model: LinkageModel;
  readonly expressions: readonly Expression[];
  readonly settings: Settings;
  readonly sources: readonly string[];
  readonly together: readonly NumberPair[];
  readonly apart: readonly NumberPair[];
  readonly log: InLog;
};

/** Writes a state, whole or not at all. */
export function writeState(file: string, state: State, log: InLog): void {
  const { held, settings, together, apart } = state;
  const about: About = {
    version: 1,
    model: held.shape.model,
    expressions: held.shape.expressions,
    settings,
    sources: held.sources,
    together: together.pairs(),
    apart: apart.pairs(),
    log,
  };
  held.loosen();
  writeArrays(file, JSON.stringify(about), arraysOf(state));
}

/** Reads a state; undefined where the file is none that this version wrote, or not whole. */
export function readState(file: string): { readonly state: State; readonly log: InLog } | undefined {
  const arrays = ArrayFile.open(file);
  if (!arrays) return undefined;
  try {
    const about: unknown = JSON.parse(arrays.about);
    if (!isAbout(about)) return undefined;
    const held = readHeld(arrays, about);
    const { ints } = readers(arrays);
    const edges = new HeldEdges({
      left: ints('edges.left'),
      right: ints('edges.right'),
      score: arrays.numbers('edges.score'),
      is: ints('edges.is'),
      newest: ints('edges.newest'),
      before: ints('edges.before'),
    });
    const people = new People({
      personOf: ints('people.personOf'),
      next: ints('people.next'),
      first: ints('people.first'),
    });
    const { settings, log } = about;
    const [together, apart] = [new PairBook(about.together), new PairBook(about.apart)];
    return { state: { settings, held, edges, people, together, apart }, log };
  } finally {
    arrays.close();
  }
}

function arraysOf({ held, edges, people }: State): NamedArray[] {
  const { letters, ends, slots } = held.texts.arrays;
  const list = (name: string, { arrays }: KeyLists): NamedArray[] =>
    Object.entries(arrays).map(([part, of]) => ({ name: `${name}.${part}`, of }));
  return [
    { name: 'letters', of: letters },
    { name: 'ends', of: ends },
    { name: 'slots', of: slots },
    { name: 'rows', of: held.rows },
    { name: 'ids', of: held.ids },
    { name: 'sourceOf', of: held.sourceOf },
    ...list('byId', held.byId),
    ...held.tallies.map(({ counts }, at) => ({ name: `tally${at}`, of: counts })),
    ...held.rules.flatMap(({ lists }, rule) => lists.flatMap((each, at) => list(`rule${rule}.${at}`, each))),
    ...Object.entries(edges.arrays).map(([part, of]) => ({ name: `edges.${part}`, of })),
    ...Object.entries(people.arrays).map(([part, of]) => ({ name: `people.${part}`, of })),
  ];
}

type Readers = {
  readonly ints: (name: string) => ReturnType<ArrayFile['ints']>;
  readonly list: (name: string, width: number) => KeyLists;
};

function readers(file: ArrayFile): Readers {
  const ints = (name: string): ReturnType<ArrayFile['ints']> => file.ints(name);
  return {
    ints,
    list: (name, width) =>
      new KeyLists(width, {
        lists: ints(`${name}.lists`),
        entries: ints(`${name}.entries`),
        slots: file.slots(`${name}.slots`),
      }),
  };
}

function readHeld(file: ArrayFile, about: About): Held {
  const { ints, list } = readers(file);
  const { model, expressions } = about;
  const shape = { model, expressions };
  // an empty store of the same shape says how many lists and tallies there are
  const empty = new Held(shape);
  const arrays: HeldArrays = {
    texts: new TextTable({
      letters: file.letters('letters'),
      ends: ints('ends'),
      slots: file.slots('slots'),
    }),
    rows: ints('rows'),
    ids: ints('ids'),
    sourceOf: ints('sourceOf'),
    byId: list('byId', 2),
    tallies: empty.tallies.map((_, at) => ints(`tally${at}`)),
    lists: empty.rules.map(({ lists }, rule) =>
      lists.map(({ width }, at) => list(`rule${rule}.${at}`, width)),
    ),
  };
  return new Held(shape, about.sources, arrays);
}

function isAbout(read: unknown): read is About {
  return typeof read === 'object' && read !== null && 'version' in read && read.version === 1;
}
