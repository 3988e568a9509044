import type { Refusal } from '../result.ts';

/** A record by the names that people know it by. */
export type Named = { readonly source: string; readonly id: string };

/** A folder without a store. */
export function noStore(folder: string): Refusal {
  return {
    reason: 'no-store',
    place: folder,
    words: `There is no store in ${folder}, or its beginning was cut short. Create it.`,
  };
}

/** A folder that has one already. */
export function storeThere(folder: string): Refusal {
  return {
    reason: 'store-there',
    place: folder,
    words: `There is a store in ${folder} already. Open it, or name an empty folder; nothing was written.`,
  };
}

/** A store that another version wrote, or something altered. */
export function unreadableStore(file: string): Refusal {
  return {
    reason: 'unreadable-store',
    place: file,
    words: `${file} is no store that this version reads, or it was changed. Restore it from a copy.`,
  };
}

/** A model that asks what a store cannot. */
export function needsSql(place: string): Refusal {
  return {
    reason: 'needs-sql',
    place,
    words:
      'The model asks SQL of both records, which a store cannot ask when one record comes. Say it as a condition, or of each record alone.',
  };
}

/** A pair of the rules that is none. */
export function badPair([one, other]: readonly [number, number], records: number): Refusal {
  return {
    reason: 'bad-pair',
    place: 'mustLink or cannotLink',
    words: `Records ${one} and ${other} are not two of the ${records} records. Name two different records.`,
  };
}

/** A record that nobody knows. */
export function unknownRecord({ source, id }: Named): Refusal {
  return {
    reason: 'unknown-record',
    place: `${source}: ${id}`,
    words: `Record "${id}" of ${source} is not in the store.`,
  };
}

/** Two numbers that are not two people. */
export function notTwoPeople(one: number, other: number): Refusal {
  return {
    reason: 'no-two-people',
    place: `people ${one} and ${other}`,
    words: `${one} and ${other} are not two people of the store.`,
  };
}

/** What somebody forbade. */
export function keptApart(one: string, other: string): Refusal {
  return {
    reason: 'kept-apart',
    place: `${one} and ${other}`,
    words: `Records ${one} and ${other} must never be joined: somebody with the right to say so said so.`,
  };
}

/** Two records of one person. */
export function isOnePerson(one: string, other: string): Refusal {
  return {
    reason: 'together',
    place: `${one} and ${other}`,
    words: `Records ${one} and ${other} are one person in the store. Split them first.`,
  };
}

/** No part of a person, or all of it. */
export function noPart(person: number): Refusal {
  return {
    reason: 'no-part',
    place: `person ${person}`,
    words: `These records are no part of person ${person}, or all of it. Name some of their records.`,
  };
}

/** A number that was never merged into another, or is no more. */
export function noMerge(gone: number): Refusal {
  return {
    reason: 'no-merge',
    place: `person ${gone}`,
    words: `Person ${gone} was not merged into another here, or that was undone before.`,
  };
}

/** What changed since. */
export function changedSince(gone: number): Refusal {
  return {
    reason: 'changed-since',
    place: `person ${gone}`,
    words: `What was merged with person ${gone} has changed since. Undo what came after it first, or split the records off.`,
  };
}

/** Nothing to undo. */
export const nothingToUndo: Refusal = {
  reason: 'nothing-to-undo',
  place: 'log',
  words: 'Nothing has happened to the store that was not undone.',
};

/** What two people must say. */
export const onePersonAlone: Refusal = {
  reason: 'one-person',
  place: 'by',
  words: 'Two different people must say that records which were kept apart may come together. Name both.',
};

/** What nobody keeps apart. */
export function notApart(one: string, other: string): Refusal {
  return { reason: 'not-apart', place: `${one} and ${other}`, words: 'Nobody keeps these records apart.' };
}
