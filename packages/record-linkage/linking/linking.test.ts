import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { linkFiles } from './link-files.ts';
import { lookAtFiles } from './look-at-files.ts';
import { proposeForFiles } from './propose-for-files.ts';

const forenames =
  'Ada Bilal Carys Dewi Elsie Farah Gwen Hamza Isla Jonah Kemi Leo Mina Noor Owen Petra'.split(' ');
const surnames =
  'Ashgrove Brightwater Coldwell Dunmere Eastholm Fernley Greystoke Hollowby Ivesham Jarrow'.split(' ');

/** Numbers without order, the same ones each time. */
function drawn(person: number, what: number, of: number): number {
  return (Math.imul(Math.imul(person + 1, 2_654_435_761) ^ (what * 40_503_007), 2_246_822_519) >>> 9) % of;
}

/** A person's record; the second now and then has a letter of the surname wrong. */
function row(person: number, copy: number): string {
  const forename = forenames[drawn(person, 1, forenames.length)] ?? '';
  const name = surnames[drawn(person, 2, surnames.length)] ?? '';
  const surname = copy === 1 && person % 9 === 0 ? `${name.slice(0, -1)}x` : name;
  const two = (number: number): string => String(number).padStart(2, '0');
  const born = `20${10 + drawn(person, 3, 9)}-${two(1 + drawn(person, 4, 12))}-${two(1 + drawn(person, 5, 28))}`;
  return `${copy}-${person},${forename},${surname},${born},${drawn(person, 6, 2) === 0 ? 'F' : 'M'},p${person}`;
}

async function filesOf(
  t: TestContext,
  files: Readonly<Record<string, string>>,
): Promise<(name: string) => string> {
  const folder = await mkdtemp(join(tmpdir(), 'linking-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return (name) => join(folder, name);
}

const head = 'id,forename,surname,date_of_birth,sex,whose\n';
const people = Array.from({ length: 300 }, (_, person) => person);
const school = `${head}${people.map((person) => row(person, 0)).join('\n')}\n`;
const health = `${head}${people
  .slice(40)
  .map((person) => row(person, 1))
  .join('\n')}\n`;

test('two files become people: all records in are records out, and the truth says how well', async (t) => {
  const at = await filesOf(t, { 'school.csv': school, 'health.csv': health });
  const stages: string[] = [];
  const linked = await linkFiles({
    sources: [
      { name: 'school', file: at('school.csv') },
      { name: 'health', file: at('health.csv') },
    ],
    truth: 'whose',
    tell: (stage) => void stages.push(stage),
  });
  assert.ok(linked.done, linked.done ? '' : linked.refusal.words);
  assert.deepEqual(stages, ['look', 'read', 'learn', 'score', 'judge']);
  const { records, people: found, evaluation, words } = linked.value;
  assert.equal(records.count, 560);
  assert.equal(found.personOf.length, 560);
  assert.ok(evaluation && (evaluation.people.f1 ?? 0) > 0.95, JSON.stringify(evaluation?.people));
  assert.ok(words.some((each) => /forename is compared as a forename/.test(each)));
  assert.ok(!words.some((each) => /whose is compared/.test(each)));
});

test('between two files alone no pair of one file is looked at', async (t) => {
  const at = await filesOf(t, { 'school.csv': school, 'health.csv': health });
  const sources = ['school', 'health'].map((name) => ({ name, file: at(`${name}.csv`) }));
  const linked = await linkFiles({ sources, pairs: 'between', truth: 'whose' });
  assert.ok(linked.done, linked.done ? '' : linked.refusal.words);
  const { records, pairs } = linked.value;
  assert.ok(pairs.left.length > 200);
  assert.ok(
    pairs.left.every((left, pair) => records.sourceOf[left] !== records.sourceOf[pairs.right[pair] ?? 0]),
  );
});

test('an id is one that names each record of the whole file; a file without rows is refused', async (t) => {
  const twice = `number,id,forename,surname\n1,a,Ada,Coldwell\n2,a,Leo,Dunmere\n3,b,Isla,Fernley\n`;
  const at = await filesOf(t, { 'twice.csv': twice, 'empty.csv': head });
  const looked = await lookAtFiles([{ name: 'twice', file: at('twice.csv') }]);
  assert.ok(looked.done);
  const proposed = proposeForFiles(looked.value, { files: 1, pairs: 'within' });
  assert.ok(!proposed.done);
  assert.match(proposed.refusal.words, /no column names each record/);
  const empty = await lookAtFiles([{ name: 'empty', file: at('empty.csv') }]);
  assert.ok(!empty.done);
  assert.equal(empty.refusal.reason, 'empty-file');
});
