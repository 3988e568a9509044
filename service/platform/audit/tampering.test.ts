import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headsOf, idOf, inventedExport, sealed, type InventedEntry } from './testing/invented-export.ts';
import { auditChecker, sealedFields, type AuditReport, type Head } from './verify-audit.ts';

const isFull = process.env['GOLDENTHREAD_FULL'] === '1';
/** entries of one export; each is tampered with in every way */
const inOne = 50;
const exports = isFull ? 200 : 2;

type Tampering = {
  name: string;
  /** changes the export, at an entry; draws are numbers that differ from try to try */
  does(entries: InventedEntry[], at: number, draw: number): void;
};

const everyField = [...sealedFields, 'hash'];
/** what an entry says, which a forger would change before sealing it anew */
const said = sealedFields.filter((field) => field !== 'previous');

const forms: readonly Tampering[] = [
  {
    name: 'a value changed',
    does: (entries, at, draw) => void (entries[at] = changed(entries[at], everyField, draw)),
  },
  {
    name: 'a value changed and sealed anew',
    does: (entries, at, draw) => void (entries[at] = sealed(changed(entries[at], said, draw))),
  },
  {
    name: 'a value changed and the whole rest of the chain sealed anew',
    does(entries, at, draw) {
      entries[at] = changed(entries[at], said, draw);
      sealOn(entries, at);
    },
  },
  { name: 'an entry deleted', does: (entries, at) => void entries.splice(at, 1) },
  {
    name: 'an entry deleted, the rest numbered and sealed anew',
    does(entries, at) {
      const [gone] = entries.splice(at, 1);
      for (const [index, entry] of entries.entries())
        if (index >= at && entry['chain'] === gone?.['chain'])
          entries[index] = { ...entry, sequence: Number(entry['sequence']) - 1 };
      sealOn(entries, at);
    },
  },
  {
    name: 'an entry inserted, sealed upon the one before',
    does(entries, at, draw) {
      const before = entries[at];
      if (!before) return;
      const sequence = Number(before['sequence']) + 1;
      const forged = { ...before, sequence, id: idOf('forged', draw), previous: String(before['hash']) };
      entries.splice(at + 1, 0, sealed(forged));
    },
  },
  { name: 'an entry written twice', does: (entries, at) => void entries.splice(at, 0, entries[at] ?? {}) },
  {
    name: 'two entries swapped',
    does(entries, at, draw) {
      const other = (at + 1 + (draw % (entries.length - 1))) % entries.length;
      const [one, two] = [entries[at], entries[other]];
      if (one && two && one['chain'] === two['chain']) [entries[at], entries[other]] = [two, one];
      // entries of two chains may stand in any order: there the values change places instead
      else if (one && two) [entries[at], entries[other]] = [{ ...two, chain: one['chain'] ?? null }, one];
    },
  },
  {
    name: 'the tail of a chain cut off',
    does(entries, at) {
      const chain = entries[at]?.['chain'];
      const kept = entries.filter((entry, index) => index < at || entry['chain'] !== chain);
      entries.splice(0, entries.length, ...kept);
    },
  },
];

test(`R17: ${exports * inOne} entries, each tampered with in ${forms.length} ways: all is found`, (t) => {
  let [tried, found] = [0, 0];
  for (let round = 0; round < exports; round += 1) {
    const whole = inventedExport(inOne);
    const heads = headsOf(whole);
    assert.equal(check(whole, heads).wrong, 0, 'as it was written nothing is wrong');
    for (const { name, does } of forms)
      for (let at = 0; at < whole.length; at += 1) {
        const entries = [...whole];
        does(entries, at, round * inOne + at);
        const report = check(entries, heads);
        assert.ok(report.wrong > 0, `${name} at ${at}`);
        assert.ok(
          report.faults.every(({ says }) => /^(Entr|Chain|The line)/.test(says)),
          'and said in words',
        );
        tried += 1;
        found += report.wrong > 0 ? 1 : 0;
      }
  }
  assert.equal(found, tried);
  t.diagnostic(`${tried} tamperings tried, ${found} found`);
});

test('R17: without signed heads a tail that is cut off is missed, and the report says so', () => {
  const whole = inventedExport(inOne);
  const report = check(whole.slice(0, -1), []);
  assert.deepEqual([report.wrong, report.heads], [0, 0]);
});

test('R17: a line that is no entry, holds more than an entry or is spaced differently is not taken for one', () => {
  const [entry] = inventedExport(1);
  const line = JSON.stringify(entry);
  for (const other of [
    '',
    '{',
    '[]',
    'null',
    '{"sequence":1}',
    ` ${line}`,
    line.replace('{', '{"note":"x",'),
  ]) {
    const checker = auditChecker();
    checker.take(other);
    assert.equal(checker.end().wrong, 1, other);
  }
});

function check(entries: readonly InventedEntry[], heads: readonly Head[]): AuditReport {
  const checker = auditChecker(heads);
  for (const entry of entries) checker.take(JSON.stringify(entry));
  return checker.end();
}

/** The entry with one of its values another than it was. */
function changed(entry: InventedEntry | undefined, fields: readonly string[], draw: number): InventedEntry {
  const field = fields[draw % fields.length] ?? 'act';
  const value = entry?.[field] ?? null;
  const other =
    typeof value === 'number'
      ? value + 1 + (draw % 3)
      : value === null || value === ''
        ? 'x'
        : flipped(value, draw);
  return { ...entry, [field]: other };
}

function flipped(text: string, draw: number): string {
  const at = draw % text.length;
  return `${text.slice(0, at)}${text[at] === 'a' ? 'b' : 'a'}${text.slice(at + 1)}`;
}

/** What somebody can do who has the database and not the heads that were signed: seal all that follows anew. */
function sealOn(entries: InventedEntry[], from: number): void {
  const chain = entries[from]?.['chain'];
  const last = new Map<unknown, InventedEntry>();
  for (const [index, entry] of entries.entries()) {
    const before = last.get(entry['chain']);
    if (index >= from && entry['chain'] === chain)
      entries[index] = sealed({ ...entry, previous: String(before?.['hash'] ?? '0'.repeat(64)) });
    last.set(entry['chain'], entries[index] ?? entry);
  }
}
