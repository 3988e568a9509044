import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { FrameworkDocument } from './framework-document.ts';
import { readFramework } from './read-framework.ts';
import { anyFramework } from './testing/any-framework.ts';
import { frameworkWith, inventedYaml } from './testing/invented-framework.ts';
import { writeCsv, writeJson, writeYaml } from './write-framework.ts';

/** Fields that are unset and fields that are absent are the same to a reader. */
function plain(document: FrameworkDocument): unknown {
  return JSON.parse(JSON.stringify(document));
}

function readBack(text: string): unknown {
  const outcome = readFramework(text);
  assert.ok(outcome.done, `${JSON.stringify(outcome)}\n${text}`);
  return plain(outcome.value);
}

test('property: what is written as YAML or JSON is read back the same, whatever the words', () => {
  fc.assert(
    fc.property(anyFramework, (document) => {
      assert.deepEqual(readBack(writeYaml(document)), plain(document));
      assert.deepEqual(readBack(writeJson(document)), plain(document));
    }),
    { numRuns: 150 },
  );
});

const library = join(import.meta.dirname, '../../../../frameworks/library');

for (const file of readdirSync(library)) {
  test(`A14: ${file} is the same after it is written and read again`, () => {
    const document = readFramework(readFileSync(join(library, file)));
    assert.ok(document.done);
    assert.deepEqual(readBack(writeYaml(document.value)), plain(document.value));
    assert.deepEqual(readBack(writeJson(document.value)), plain(document.value));
  });
}

test('YAML leaves out what is empty', () => {
  const yaml = writeYaml(frameworkWith());
  assert.doesNotMatch(yaml, /\[\]|undefined|null/);
  assert.match(yaml, /^# Tiny\nformat: goldenthread-framework\/1\n/);
});

test('A14: the spreadsheet has one row an element, in the order of the tiers, with its ties in words', () => {
  const outcome = readFramework(inventedYaml);
  assert.ok(outcome.done);
  const rows: Record<string, string>[] = parse(writeCsv(outcome.value), { bom: true, columns: true });
  assert.equal(rows.length, 9);
  const visit = rows.find((row) => row['Key'] === 'visits');
  assert.equal(visit?.['Tier'], 'Action');
  assert.equal(visit?.['Serves'], 'Help early\nFirst words');
  assert.equal(visit?.['Owners'], 'Early Years Group');
  assert.equal(
    rows.find((row) => row['Key'] === 'ready')?.['Measures'],
    'lait Good level of development (headline)',
  );
});

const formulas = [
  ...['=HYPERLINK("http://x")', '+44 1', '-2+3', '@SUM(A1)', '  =1+1', '\t=1'],
  ...['|calc', '%COMSPEC%', '\uFF1D1+1', '\u200b=1+1'],
];
/** How a formula begins, also behind what cannot be seen. */
const live = /^[\s\p{Cf}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/u;

for (const label of formulas) {
  test(`no cell of the spreadsheet is run as a formula: ${JSON.stringify(label)}`, () => {
    const element = { ...frameworkWith().elements[0], key: 'x', tier: 'outcome', label, statement: label };
    const document = { ...frameworkWith(), elements: frameworkWith({ elements: [element] }).elements };
    const [row]: string[][] = parse(writeCsv(document), { bom: true, from_line: 2 });
    assert.ok(row);
    for (const cell of row) assert.doesNotMatch(cell, live);
    assert.ok(
      row.some((cell) => cell.endsWith(label.trim())),
      'the words themselves are kept',
    );
  });
}

test('property: every cell of the spreadsheet is read back, and none begins as a formula', () => {
  fc.assert(
    fc.property(anyFramework, (document) => {
      const rows: Record<string, string>[] = parse(writeCsv(document), { bom: true, columns: true });
      assert.deepEqual(
        rows.map((row) => row['Key']).toSorted(),
        document.elements.map(({ key }) => key).toSorted(),
      );
      for (const row of rows) {
        const label = document.elements.find(({ key }) => key === row['Key'])?.label ?? '';
        assert.equal(row['Label'], live.test(label) ? `'${label}` : label);
        for (const cell of Object.values(row)) assert.doesNotMatch(cell, live);
      }
    }),
    { numRuns: 100 },
  );
});
