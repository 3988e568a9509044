import type { SkippedBlock } from '../blocking/blocks.ts';
import { wordsOfMergeRefusal, type MergeRefusal } from '../clusters/rules.ts';
import type { Scored } from './matching.ts';
import type { Move } from './people/people.ts';
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
  /** pairs that join, and pairs that a person should look at */
  readonly edges: number;
  readonly toAsk: readonly Scored[];
  /** pairs that would have joined two people and did not, by reason */
  readonly refused: Readonly<Partial<Record<MergeRefusal, number>>>;
  /** blocks that were passed over because very many share them */
  readonly passedOver: readonly SkippedBlock[];
  /** all of it for a person to read */
  readonly words: readonly string[];
};

/** What adding came to, with its words. */
export function addedOf(of: {
  readonly first: number;
  readonly nextPerson: number;
  readonly refreshed: Refreshed;
  readonly candidates: number;
  readonly edges: number;
  readonly toAsk: readonly Scored[];
  readonly passedOver: readonly SkippedBlock[];
}): Added {
  const { refreshed, nextPerson, ...facts } = of;
  const { people, moves, clustering } = refreshed;
  const split = new Set(moves.filter((move) => move.is === 'split').map((move) => move.to));
  const fresh = new Set(people.filter((person) => person >= nextPerson && !split.has(person)));
  const refused: Partial<Record<MergeRefusal, number>> = {};
  for (const { reason } of clustering.refused) refused[reason] = (refused[reason] ?? 0) + 1;
  const added = {
    ...facts,
    records: people.length,
    people,
    joined: people.filter((person) => !fresh.has(person)).length,
    newPeople: fresh.size,
    moves,
    refused,
  };
  return { ...added, words: wordsOf(added) };
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
  for (const [reason, count] of Object.entries(added.refused))
    words.push(`${counted(count, 'pair was', 'pairs were')} not joined. ${wordsOfReason(reason)}`);
  if (added.toAsk.length > 0)
    words.push(`${counted(added.toAsk.length, 'pair waits', 'pairs wait')} for a person to look at.`);
  for (const block of added.passedOver) words.push(block.words);
  return words;
}

function wordsOfReason(reason: string): string {
  const words: ReadonlyMap<string, string> = new Map(Object.entries(wordsOfMergeRefusal));
  return words.get(reason) ?? '';
}

function many(count: number): string {
  return count.toLocaleString('en-GB');
}

function counted(count: number, one: string, several: string): string {
  return `${many(count)} ${count === 1 ? one : several}`;
}
