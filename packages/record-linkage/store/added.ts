import type { SkippedBlock } from '../blocking/blocks.ts';
import type { ScoredPair } from './matching.ts';
import type { Move, People } from './people/people.ts';
import type { Refreshed } from './people/refresh.ts';

/** What adding records came to: every one of them is of a person, old or new. */
export type Added = {
  readonly records: number;
  /** the number of the first record; the others follow */
  readonly first: number;
  /** the person of each record, in their order */
  readonly people: readonly number[];
  /** records whose person was there before */
  readonly joined: number;
  /** people who were not there before */
  readonly newPeople: number;
  /** what became of people who were there before: merged, or split */
  readonly moves: readonly Move[];
  readonly candidates: number;
  /** pairs that join two people only if a person says so: one for each two people, the likeliest first */
  readonly toAsk: readonly ScoredPair[];
  /** pairs of two people who are probably of one family, likewise */
  readonly siblings: readonly ScoredPair[];
  /** blocks that were passed over because very many share them */
  readonly passedOver: readonly SkippedBlock[];
  /** all of it for a person to read */
  readonly words: readonly string[];
};

/** What adding came to, with its words. */
export function addedOf(
  of: Pick<Added, 'first' | 'candidates' | 'toAsk' | 'siblings' | 'passedOver'> & {
    readonly nextPerson: number;
    readonly refreshed: Refreshed;
  },
): Added {
  const { refreshed, nextPerson, ...facts } = of;
  const { people, moves } = refreshed;
  const split = new Set(moves.filter((move) => move.is === 'split').map((move) => move.to));
  const fresh = new Set(people.filter((person) => person >= nextPerson && !split.has(person)));
  const added = {
    ...facts,
    records: people.length,
    people,
    joined: people.filter((person) => !fresh.has(person)).length,
    newPeople: fresh.size,
    moves,
  };
  return { ...added, words: wordsOf(added) };
}

/** For each two people whom pairs name, the pair of the highest score; the highest first. */
export function bestBetween(pairs: readonly ScoredPair[], people: People): readonly ScoredPair[] {
  const best = new Map<number, ScoredPair>();
  for (const pair of pairs) {
    const [one, other] = [people.personOf(pair.left), people.personOf(pair.right)];
    if (one === other) continue;
    const key = Math.min(one, other) * people.nextPerson + Math.max(one, other);
    if (pair.score > (best.get(key)?.score ?? -Infinity)) best.set(key, pair);
  }
  return [...best.values()].toSorted((one, other) => other.score - one.score);
}

function wordsOf(added: Omit<Added, 'words'>): string[] {
  const merged = added.moves.filter(({ is }) => is === 'merged').length;
  const split = added.moves.filter(({ is }) => is === 'split').length;
  const words = [
    `${counted(added.records, 'record was', 'records were')} added: ${many(added.joined)} of people who were there before, ${many(added.records - added.joined)} of ${counted(added.newPeople, 'new person', 'new people')}.`,
  ];
  if (merged > 0)
    words.push(
      `${counted(merged, 'person turned', 'people turned')} out to be somebody else who was there: the older number stays.`,
    );
  if (split > 0)
    words.push(
      `${counted(split, 'part of a person is', 'parts of people are')} a person apart, by what the new records say.`,
    );
  if (added.toAsk.length > 0)
    words.push(`${counted(added.toAsk.length, 'pair waits', 'pairs wait')} for a person to look at.`);
  if (added.siblings.length > 0)
    words.push(
      `${counted(added.siblings.length, 'pair is', 'pairs are')} probably of one family, and not one person.`,
    );
  for (const block of added.passedOver) words.push(block.words);
  return words;
}

function many(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

function counted(count: number, one: string, several: string): string {
  return `${many(count)} ${count === 1 ? one : several}`;
}
