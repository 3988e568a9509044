import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayYear, yearFrom } from './financial-year.ts';
import { amountFrom, readLine } from './read-line.ts';
import { readTable } from './read-table.ts';
import { places, typedLine } from './testing.ts';

function wrongFields(typed: Partial<typeof typedLine>) {
  const read = readLine({ ...typedLine, ...typed }, places);
  return read.done ? [] : read.refusal.problems.map(({ field, reason }) => `${field} ${reason}`);
}

test('H15 a line is read as people write it: pounds with commas, a zone by its name, "Early help"', () => {
  const read = readLine(
    { ...typedLine, help: 'Early help', lasting: 'One-off', areaCode: 'whole area' },
    places,
  );
  assert.ok(read.done);
  assert.deepEqual(
    [read.value.amount, read.value.help, read.value.lasting, read.value.areaCode, read.value.year],
    [12_500, 'early', 'one-off', 'X10000001', 2024],
  );
});

test('H15 every field that does not fit is said, all at once', () => {
  assert.deepEqual(
    wrongFields({ what: ' ', help: 'soon', areaCode: 'Atlantis', year: '2024-26', amount: '-3' }),
    ['what empty', 'help not-one-of', 'areaCode no-such-place', 'year no-such-year', 'amount not-an-amount'],
  );
  assert.deepEqual(wrongFields({ helpSource: '', source: '' }), ['helpSource empty', 'source empty']);
  assert.deepEqual(wrongFields({ planLink: 'javascript:alert(1)' }), ['planLink not-an-address']);
  assert.deepEqual(wrongFields({ kind: 'staff', amount: '4.5', people: '4' }), [
    'people more-posts-than-people',
  ]);
  assert.deepEqual(wrongFields({ kind: 'staff', amount: '4', people: '4' }), []);
});

test('H15 years and amounts: what is none is not guessed', () => {
  assert.deepEqual(
    ['2024-25', '2024/25', '2024-2025', '2024', '1999-00', '2099-00', '24-25', '2024-27'].map(yearFrom),
    [2024, 2024, 2024, 2024, undefined, 2099, undefined, undefined],
  );
  assert.equal(sayYear(2099), '2099-00');
  assert.deepEqual(
    ['1,250,000', '£ 12.50', '0', '12.345', '1,25', '1.250,00', 'NaN', '1e9', ''].map(amountFrom),
    [1_250_000, 12.5, 0, undefined, undefined, undefined, undefined, undefined, undefined],
  );
});

const head =
  'Service or team,Partner,Zone,Early or late,Who says so,Spend or staff,Financial year,Planned or actual,Amount,People behind it,Source';
const row = 'Stay and play,Lantern,Saltmarsh,early,Strategy,spend,2024-25,actual,"12,500",4,Budget book';

test('H15 a table is read with its columns in any order, and by tabs from a spreadsheet', () => {
  const read = readTable(`\uFEFF${head}\r\n${row}\r\n\r\n`, places);
  assert.ok(read.done);
  assert.deepEqual(
    read.value.map(({ what, amount, audience, lasting }) => [what, amount, audience, lasting]),
    [['Stay and play', 12_500, 'partnership', 'on-going']],
  );
  const tabs = `${head}\n${row.replace('"12,500"', '12500')}`.replaceAll(',', '\t');
  assert.equal(readTable(tabs, places).done, true);
});

test('H15 a table that does not fit comes in not at all, and each line says what is wrong with it', () => {
  const problems = (text: string) => {
    const read = readTable(text, places);
    return read.done ? [] : read.refusal.problems;
  };
  assert.deepEqual(problems(''), [{ reason: 'nothing-in-it' }]);
  assert.deepEqual(problems(head), [{ reason: 'nothing-in-it' }]);
  assert.deepEqual(problems(`${head.replace(',Amount', '')}\n${row}`), [
    { reason: 'column-missing', heads: ['Amount'] },
  ]);
  assert.deepEqual(problems(`${head},amount\n${row},3`), [{ reason: 'column-twice', head: 'Amount' }]);
  assert.deepEqual(problems(`${head}\n${row}\n${row}`), [{ reason: 'line-twice', line: 3, first: 2 }]);
  assert.deepEqual(problems(`${head}\n"${row}`)[0]?.reason, 'quotes-broken');
  const two = problems(`${head}\n${row.replace('early', 'soon')}\n${row.replace('Saltmarsh', 'Nowhere')}`);
  assert.deepEqual(
    two.map((problem) =>
      problem.reason === 'cell' ? [problem.line, problem.problem.reason] : problem.reason,
    ),
    [
      [2, 'not-one-of'],
      [3, 'no-such-place'],
    ],
  );
  assert.deepEqual(problems(`${head}\n${row},one,too many`)[0]?.reason, 'cells-too-many');
});
