import type { OwnFile } from '../code/own-files.ts';
import { syntaxOf, wordsOf } from '../code/syntax.ts';

/** A fact that an act of a room writes down, and the files of the acts that do. */
export type RecordedFact = { type: string; room: string; acts: readonly string[] };

/** Every fact named in the acts of the rooms: `room.what-happened`, whatever it is handed to. */
export function factsRecorded(files: readonly OwnFile[]): RecordedFact[] {
  const acts = new Map<string, Set<string>>();
  for (const file of files) {
    const [, room] = /^service\/modules\/([a-z]+)\/actions\//.exec(file.path) ?? [];
    if (!room) continue;
    for (const { node } of syntaxOf(file)) {
      const words = wordsOf(node) ?? '';
      if (words.startsWith(`${room}.`) && /^[a-z]+\.[a-z]+(-[a-z]+)+$/.test(words))
        acts.set(words, (acts.get(words) ?? new Set()).add(file.path));
    }
  }
  return [...acts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, paths]) => ({ type, room: type.split('.')[0] ?? '', acts: [...paths] }));
}
