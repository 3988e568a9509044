import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fileFrom, wordsOn, type Visitor } from './visitor.ts';

/** Invented files in the publishers' formats, by what stands after `invented-` in their names. */
function inventedFile(name: string): string {
  return fileURLToPath(new URL(`../../demonstration/files/invented-${name}`, import.meta.url));
}

/** The files of the demonstration that an analyst would hand in together. */
export const inventedFigures: readonly string[] = ['bds_long.csv', 'lait_data_dictionary.csv'].map(
  inventedFile,
);

const patienceMs = 120_000;

/** Hands files in and says yes to them, as an analyst who has signed in; the figures stand when it comes back. */
export async function bringFiguresIn(analyst: Visitor, paths: readonly string[]): Promise<void> {
  const handed = await analyst.sendFiles(
    await analyst.ask('/imports/new'),
    paths.map((path) => fileFrom('files', path)),
  );
  assert.ok(handed.to, `the files were read: ${wordsOn(handed).slice(0, 300)}`);
  const preview = await analyst.open(handed.to);
  const confirmed = await analyst.send(preview, {}, /^Bring (it|in all)/);
  assert.equal(confirmed.status, 303, wordsOn(confirmed).slice(0, 300));
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const page = await analyst.open('/imports');
    const rows = [...page.document.querySelectorAll('main tbody tr')].map((row) => row.textContent ?? '');
    if (rows.filter((row) => row.includes('Brought in')).length >= paths.length) return;
    await sleep(300);
  }
  assert.fail(`The figures were not brought in after ${patienceMs} ms`);
}
