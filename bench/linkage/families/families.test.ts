import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { familyIn } from './family.ts';
import { nhsCheckDigit, upnCheckLetter } from './ids.ts';
import { makeFamilies } from './make-families.ts';
import type { MadeRecord } from './make-families.ts';
import { isShortFor } from './names/nicknames.ts';
import { Places } from './places.ts';
import { randomOf, shuffledPlace } from './random.ts';
import { columns, writeFamilies } from './write-families.ts';
import { writeFamiliesAsParquet } from './write-families-as-parquet.ts';

const families = [...makeFamilies({ records: 6000, seed: 3 })];
const records = families.flat();
const peopleOf = (some: readonly MadeRecord[]) => Map.groupBy(some, ({ person }) => person);

test('check digits are those of the published examples', () => {
  assert.equal(nhsCheckDigit('943476591'), 9); // NHS Data Dictionary, 943 476 5919
  assert.equal(nhsCheckDigit('401023213'), 7);
  assert.equal(upnCheckLetter('801200001001'), upnCheckLetter('801200001001'));
  const sum = [...'801200001001'].reduce((total, digit, place) => total + Number(digit) * (place + 2), 0);
  assert.equal(upnCheckLetter('801200001001'), 'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23]);
});

test('a shuffled order holds every number once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer(), (size, key) => {
      const places = new Set(Array.from({ length: size }, (_, place) => shuffledPlace(place, size, key)));
      assert.equal(places.size, size);
      assert.ok([...places].every((place) => place >= 0 && place < size));
    }),
    { numRuns: 40 },
  );
});

test('the same seed makes the same records, another seed others', () => {
  const again = [...makeFamilies({ records: 6000, seed: 3 })].flat();
  assert.deepEqual(again, records);
  assert.notDeepEqual(
    [...makeFamilies({ records: 6000, seed: 4 })].flat().slice(0, 50),
    records.slice(0, 50),
  );
});

test('ids are given once, numbers belong to one child, and no brother or sister has a number like it', () => {
  assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
  for (const family of families) {
    const numbers = [...peopleOf(family).values()].map((own) =>
      mostOften(own.map(({ nhsNumber }) => nhsNumber)),
    );
    for (const [place, number] of numbers.entries())
      for (const other of numbers.slice(place + 1))
        if (number !== '' && other !== '') assert.ok(differing(number, other) > 2, `${number} ${other}`);
  }
  const owners = Map.groupBy(
    records.filter(({ upn }) => upn !== ''),
    ({ upn }) => upn,
  );
  const shared = [...owners.values()].filter((own) => peopleOf(own).size > 1);
  assert.ok(shared.length <= 3, 'a number of another child comes only from a slip');
});

test('numbers have valid check digits but for slips', () => {
  const numbers = records.filter(({ nhsNumber }) => nhsNumber !== '');
  const wrong = numbers.filter(
    ({ nhsNumber }) => nhsCheckDigit(nhsNumber.slice(0, 9)) !== Number(nhsNumber[9]),
  );
  assert.ok(numbers.length > 2500 && wrong.length / numbers.length < 0.02);
  const pupils = records.filter(({ upn }) => upn !== '');
  const odd = pupils.filter(({ upn }) => upnCheckLetter(upn.slice(1)) !== upn[0]);
  assert.ok(pupils.length > 1500 && odd.length / pupils.length < 0.02);
});

test('families have twins, other surnames, stand-in names, moves and half-known days, in moderation', () => {
  const people = [...peopleOf(records).values()];
  const share = (count: number): number => count / people.length;
  const twins = share(people.filter(([first]) => first?.bornTogether).length);
  assert.ok(twins > 0.01 && twins < 0.05, `twins ${twins}`);
  assert.ok(records.some(({ forename }) => forename.startsWith('Baby')));
  assert.ok(records.some(({ surname }) => surname.includes('-')));
  assert.ok(records.some(({ address }) => address.startsWith('Fairhaven House')));
  const days = records.filter(({ born }) => born !== '');
  assert.ok(
    days.every(({ born }) => new Date(born).toISOString().startsWith(born)),
    'every day is a day',
  );
  assert.ok(days.filter(({ born }) => born.endsWith('-01-01')).length / days.length < 0.03);
  assert.ok(records.length / people.length > 1.8 && records.length / people.length < 2.6);
});

test('no brother or sister has a form of one name, while names that are much alike do stand beside each other', () => {
  assert.ok(isShortFor('Fred', 'Freddy') && isShortFor('Isabella', 'Bella') && isShortFor('Millie', 'Emily'));
  assert.ok(!isShortFor('Jayden', 'Kayden') && !isShortFor('Mia', 'Maya'));
  const county = { places: new Places(20_000), schools: 50, onlyChildren: false };
  let [pairs, forms, muhammads, alike] = [0, 0, 0, 0];
  for (let family = 0; family < 20_000; family += 1) {
    const { children } = familyIn(county, randomOf(5, family));
    for (const [place, { forename }] of children.entries())
      for (const other of children.slice(place + 1)) {
        pairs += 1;
        if (/^M[ou]h/.test(forename) && /^M[ou]h/.test(other.forename)) muhammads += 1;
        else if (isShortFor(forename, other.forename)) forms += 1;
        if (forename.length > 3 && forename.slice(1) === other.forename.slice(1)) alike += 1;
      }
  }
  assert.ok(pairs > 15_000, `${pairs} pairs`);
  // after two hundred other names a family takes what comes
  assert.ok(forms <= 2, `${forms} of ${pairs}`);
  assert.ok(muhammads > 0 && alike > 0, `${muhammads}, ${alike}`);
});

test('the control has no brothers and sisters, and as many records of a child', () => {
  const alone = [...makeFamilies({ records: 3000, seed: 3, families: false })];
  assert.ok(alone.every((family) => peopleOf(family).size <= 1));
});

test('the file holds every record under its columns', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'families-'));
  try {
    const file = join(folder, 'families.csv');
    const figures = await writeFamilies({ records: 1000, seed: 5 }, file);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    assert.equal(lines[0], columns.map(([name]) => name).join(','));
    assert.equal(lines.length - 1, figures.records);
    assert.ok(figures.records >= 1000 && figures['true pairs'] > 300);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('as Parquet it holds the same records, with nothing where a text is empty', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'families-'));
  try {
    const file = join(folder, 'families.parquet');
    const made = [...makeFamilies({ records: 600, seed: 5 })].flat();
    await writeFamiliesAsParquet({ records: 600, seed: 5 }, file);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const read = await connection.runAndReadAll(
      `select count(*), count(nhs_number), count(*) filter (nhs_number = '') from read_parquet('${file}')`,
    );
    const given = made.filter(({ nhsNumber }) => nhsNumber !== '').length;
    assert.deepEqual(read.getRows()[0]?.map(Number), [made.length, given, 0]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function mostOften(texts: readonly string[]): string {
  const given = [
    ...Map.groupBy(
      texts.filter((text) => text !== ''),
      (text) => text,
    ),
  ];
  return given.toSorted((one, other) => other[1].length - one[1].length)[0]?.[0] ?? '';
}

function differing(left: string, right: string): number {
  return [...left].filter((digit, place) => digit !== right[place]).length;
}
