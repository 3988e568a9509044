import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { FamilyCount } from './family-count.ts';
import type { FamilyFigures } from './family-count.ts';
import { makeFamilies } from './make-families.ts';
import type { MadeRecord, Making } from './make-families.ts';

/** The columns of the file, in order; the README beside says what each holds. */
export const columns = [
  ['id', ({ id }) => id],
  ['source', ({ source }) => source],
  ['nhs_number', ({ nhsNumber }) => nhsNumber],
  ['upn', ({ upn }) => upn],
  ['forename', ({ forename }) => forename],
  ['middle_name', ({ middle }) => middle],
  ['surname', ({ surname }) => surname],
  ['sex', ({ sex }) => sex],
  ['date_of_birth', ({ born }) => born],
  ['address', ({ address }) => address],
  ['postcode', ({ postcode }) => postcode],
  ['recorded_on', ({ recordedOn }) => recordedOn],
  ['origin', ({ origin }) => origin],
  ['person', ({ person }) => person],
  ['family', ({ family }) => family],
] as const satisfies readonly (readonly [string, (record: MadeRecord) => string])[];

/** Writes families to one CSV file of any size, and says what was made. Memory does not grow with the records. */
export async function writeFamilies(making: Making, file: string): Promise<FamilyFigures> {
  const out = createWriteStream(file);
  const count = new FamilyCount();
  let waiting = `${columns.map(([name]) => name).join(',')}\n`;
  for (const records of makeFamilies(making)) {
    count.add(records);
    for (const record of records) waiting += csvLine(record);
    if (waiting.length < 1 << 16) continue;
    if (!out.write(waiting)) await once(out, 'drain');
    waiting = '';
  }
  out.end(waiting);
  await finished(out);
  return count.figures();
}

function csvLine(record: MadeRecord): string {
  return `${columns.map(([, read]) => quoted(read(record))).join(',')}\n`;
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
