import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleSet } from '../rules/rule-set.ts';
import {
  dfeChildrenInNeed,
  nhsHospitalEpisodes,
  outputChecking,
  ownCasesPublic,
  survey,
} from '../rules/source-rules.ts';
import { separate, totalled, withLevels } from '../table/dimension.ts';
import type { Cell, Table } from '../table/table.ts';
import { withMargins } from '../table/with-margins.ts';
import { elsewhere } from '../test/reference/elsewhere.ts';
import { protect } from './protect.ts';
import type { ProtectedTable } from './protected-table.ts';
import { csvCell, sayCell, sayShare } from './say.ts';

const bands = ['short', 'middle', 'long'];

function oneRow(counts: readonly number[], more: Partial<Table> = {}): Table {
  return withMargins({
    id: 'plans',
    quantity: 'plans, 31 March 2025',
    kind: 'counts',
    level: 'local',
    dimensions: [totalled('length', { whole: 'all', parts: bands })],
    cells: counts.map((count, index): Cell => ({ at: [bands[index] ?? ''], count })),
    ...more,
  });
}

async function protectedOf(table: Table, rules: RuleSet): Promise<ProtectedTable> {
  const made = await protect(table, rules);
  assert.ok(made.done, JSON.stringify(made));
  return made.value;
}

const shown = (table: ProtectedTable): string => table.cells.map(csvCell).join(' ');

test('one small count takes its smallest sufficient neighbour with it, and no more (R35)', async () => {
  assert.equal(shown(await protectedOf(oneRow([3, 20, 45]), dfeChildrenInNeed)), 'c c 45 68');
  assert.equal(shown(await protectedOf(oneRow([12, 20, 45]), dfeChildrenInNeed)), '12 20 45 77');
});

test('two small counts whose sum would tell are not left alone (R35)', async () => {
  assert.equal(shown(await protectedOf(oneRow([1, 2, 45]), dfeChildrenInNeed)), 'c c c 48');
  assert.equal(shown(await protectedOf(oneRow([3, 3, 45]), dfeChildrenInNeed)), 'c c 45 51');
});

test('a zero stays a zero where zeros tell nothing, and is held back where they do (R37)', async () => {
  const plain = await protectedOf(oneRow([0, 3, 45]), dfeChildrenInNeed);
  assert.equal(shown(plain), '0 c c 48');
  assert.equal(plain.zerosShown, true);
  const own = await protectedOf(oneRow([0, 30, 45]), ownCasesPublic);
  assert.equal(shown(own), 'c c 45 75');
  assert.equal(own.zerosShown, false);
});

test('where every zero on show would give a margin away, zeros are held back too and readers are told', async () => {
  const table = withMargins({
    ...oneRow([]),
    dimensions: [
      totalled('length', { whole: 'all', parts: ['short', 'long'] }),
      totalled('sex', { whole: 'all', parts: ['girls', 'boys'] }),
    ],
    cells: [
      { at: ['short', 'girls'], count: 2 },
      { at: ['short', 'boys'], count: 2 },
      { at: ['long', 'girls'], count: 0 },
      { at: ['long', 'boys'], count: 40 },
    ],
  });
  const made = await protectedOf(table, dfeChildrenInNeed);
  assert.equal(made.zerosShown, false);
  assert.equal(made.cell(['short', 'all'])?.kind, 'suppressed');
});

test('no number comes out of a protected table but those shown, not even through JSON', async () => {
  const made = await protectedOf(oneRow([3, 217, 4511]), dfeChildrenInNeed);
  assert.doesNotMatch(JSON.stringify({ ...made, release: undefined }), /\b217\b/);
  assert.doesNotMatch(JSON.stringify(made.release), /\b217\b/);
  assert.match(JSON.stringify(made), /\b4511\b/);
});

test('shares and limits are held back with either of their numbers, and made from what is shown (R37)', async () => {
  const made = await protectedOf(oneRow([3, 20, 45]), dfeChildrenInNeed);
  assert.deepEqual(made.share(['long'], ['all']), { kind: 'made', value: 66.2 });
  assert.deepEqual(made.share(['short'], ['all']), { kind: 'suppressed', symbol: 'c' });
  assert.deepEqual(
    made.made(['middle'], ['all'], (count) => count),
    { kind: 'suppressed', symbol: 'c' },
  );
  assert.deepEqual(made.share(['nowhere'], ['all']), { kind: 'not-shown' });
  const rounded = await protectedOf(oneRow([0, 33, 52]), nhsHospitalEpisodes);
  assert.deepEqual(rounded.share(['middle'], ['all']), { kind: 'made', value: 41.2 });
  assert.equal(sayShare(rounded.share(['middle'], ['all'])), '41.2 per cent');
});

test('zero, held back, low and a rounded number never sound alike', async () => {
  const england = withLevels(separate('area', ['England', 'North', 'Wold']), {
    England: 'national',
    North: 'regional',
  });
  const table: Table = {
    ...oneRow([]),
    dimensions: [england],
    cells: [
      { at: ['England'], count: 1234 },
      { at: ['North'], count: 3 },
      { at: ['Wold'], count: 0 },
    ],
  };
  const made = await protectedOf({ ...table, cells: [...table.cells] }, dfeChildrenInNeed);
  assert.deepEqual(
    made.cells.map((cell) => sayCell(cell, 'children')),
    ['about 1,230 children', 'more than none, but rounds to none', 'none'],
  );
  assert.equal(shown(made), '1230 low 0');
});

test('an answer given by too few, or from two schools, is not shown (R34)', async () => {
  const answers = (base: number, schools: number): Table => ({
    ...oneRow([]),
    dimensions: [separate('answer', ['yes'])],
    cells: [{ at: ['yes'], count: base - 10, base, schools }],
  });
  const kinds = async (base: number, schools: number, sensitive = false) => {
    const table = answers(base, schools);
    const made = await protectedOf(sensitive ? { ...table, sensitive: true } : table, survey);
    return made.cells[0]?.kind;
  };
  assert.equal(await kinds(25, 4), 'number');
  assert.equal(await kinds(25, 2), 'suppressed');
  assert.equal(await kinds(25, 4, true), 'suppressed');
  assert.equal(await kinds(45, 3, true), 'number');
});

test('a sum of money that one contributor dominates is held back, with one more so that it cannot be worked out', async () => {
  const spread = Array.from({ length: 12 }, (_, index) => 10 + index);
  const table: Table = withMargins({
    ...oneRow([]),
    kind: 'magnitudes',
    cells: [
      { at: ['short'], count: 12, contributors: [900, ...spread.slice(1).map(() => 1)] },
      { at: ['middle'], count: 12, contributors: spread },
      { at: ['long'], count: 12, contributors: spread.map((x) => x * 3) },
    ],
  });
  const made = await protectedOf(table, outputChecking);
  assert.deepEqual(
    made.cells.map(({ kind }) => kind),
    ['suppressed', 'suppressed', 'number', 'number'],
  );
  const refused = await protect(table, dfeChildrenInNeed);
  assert.deepEqual(refused, {
    done: false,
    refusal: { reason: 'not-for-magnitudes', rules: 'dfe-children-in-need' },
  });
});

test('figures that make no sense are refused with their place', async () => {
  const reasons = await Promise.all(
    [
      oneRow([3, 20, 45], { cells: [] }),
      oneRow([3, -1, 45]),
      oneRow([3, 2.5, 45]),
      {
        ...oneRow([3, 20, 45]),
        cells: [
          { at: ['all'], count: 60 },
          { at: ['short'], count: 61 },
        ],
      },
      { ...oneRow([3, 20, 45]), cells: [{ at: ['nowhere'], count: 60 }] },
      {
        ...oneRow([]),
        cells: [
          { at: ['all'], count: 60 },
          { at: ['all'], count: 60 },
        ],
      },
    ].map(async (table) => {
      const made = await protect(table, dfeChildrenInNeed);
      return made.done ? 'done' : made.refusal.reason;
    }),
  );
  assert.deepEqual(reasons, [
    'no-cells',
    'wrong-figure',
    'wrong-figure',
    'margins-disagree',
    'wrong-place',
    'doubled-cell',
  ]);
});

test('where every line has two cells held back and one still follows, exactly one more is held back', async (t) => {
  const file = elsewhere('statistics/disclosure/sdctable_simpleheuristic_problem.csv');
  if ('absent' in file) return t.skip(file.absent);
  const parts = (codes: string) => ({ whole: 'tot', parts: [...codes] });
  const table: Table = {
    ...oneRow([]),
    dimensions: [totalled('row', parts('wxyz')), totalled('column', parts('abcd'))],
    cells: file.rows.map(({ row = '', col = '', freq, primary_status: status }): Cell => ({
      at: [row, col],
      count: Number(freq),
      ...(status === 'u' ? { heldBack: 'exact' as const } : {}),
    })),
  };
  const made = await protectedOf(table, {
    ...dfeChildrenInNeed,
    levels: { ...dfeChildrenInNeed.levels, local: {} },
  });
  assert.equal(made.cells.filter(({ kind }) => kind === 'suppressed').length, 10);
  assert.deepEqual(
    made.audit.flatMap((line) => (line.kind === 'was-open' ? [[line.key, line.lower, line.upper]] : [])),
    [[JSON.stringify(['plans, 31 March 2025', 'column=b', 'row=w']), 47, 47]],
  );
});
