import type { Held } from './held/held.ts';
import type { State } from './state.ts';
import type { Named } from './store-words.ts';

/** The record of these names; -1 where there is none. */
export function findRecord(held: Held, { source, id }: Named): number {
  const ofSource = held.sources.indexOf(source);
  const ofId = held.texts.numberOf(id);
  return ofSource < 0 || ofId < 0 ? -1 : held.find(ofSource, ofId);
}

/** What a record is called. */
export function nameOf(held: Held, record: number): Named {
  return { source: held.sources[held.sourceOf.at(record)] ?? '', id: held.texts.text(held.ids.at(record)) };
}

/** What a record is called, as one text. */
export function nameText(held: Held, record: number): string {
  const { source, id } = nameOf(held, record);
  return `${source}/${id}`;
}

/** All people with their records, a line each. */
export function textOf({ held, people }: State): string {
  const lines: string[] = [];
  for (let person = 1; person < people.nextPerson; person += 1) {
    const records = people.recordsOf(person);
    if (records.length === 0) continue;
    const names = records.map((record) => nameText(held, record)).toSorted();
    lines.push(`${person} ${JSON.stringify(names)}\n`);
  }
  return lines.join('');
}
