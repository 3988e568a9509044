import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedId } from '#platform/kernel/id.ts';
import { measureView } from '../../queries/report/measure-view.ts';
import { bring, bulkFile, setUpCounties } from '../../queries/testing.ts';
import { importGround } from '../../testing.ts';
import type { Part } from '../../domain/formula/formula-measure.ts';
import { isNumber } from '../../domain/value.ts';
import { formulaMeasure, formulaVersions } from '../../store/formula/formula-measures.ts';
import { defineFormula, redefineFormula, type FormulaWords } from './define-formula.ts';
import { workOutFormulas } from './work-out-formulas.ts';

async function ground(t: Parameters<typeof importGround>[0]) {
  const made = await importGround(t);
  const parts = {
    ...made,
    asService: made.actAs({ kind: 'service', name: 'test' }),
  };
  await setUpCounties(parts);
  const see = async (code: string) => {
    const view = await made.act('read', (ctx) =>
      measureView(ctx, { id: `local:${code}`, areaCode: 'X10000001', neighbourSet: undefined }),
    );
    return view;
  };
  return { ...parts, see };
}

const part = (letter: string, measure: string, more: Partial<Part> = {}): Part => ({
  letter,
  measure,
  take: 'value',
  match: 'same-days',
  ...more,
});

const words: FormulaWords = {
  title: 'One of both',
  parts: [part('a', 'lait:PrevRegCPR'), part('b', 'lait:FSP_NEW_GOODDEV')],
  formula: 'a - b',
  polarity: 'low-is-good',
  decimals: 1,
  reason: 'To see how far one is from the other',
};

test('B03: a measure by formula is a measure like any other: worked out for each area and England, versioned, with its reason', async (t) => {
  const { act, see, ...parts } = await ground(t);
  await bring(
    { act, ...parts },
    {
      'bds.csv': bulkFile([
        ['PrevRegCPR', '2024', '28.0', ['20.0'], '24.0'],
        ['PrevRegCPR', '2025', '31.2', ['20.5'], '24.5'],
        ['CIN', '2025', 'c', ['300'], '301'],
      ]),
    },
  );
  const defined = await act('write', (ctx) =>
    defineFormula(ctx, { ...words, title: 'Twice', parts: [part('a', 'lait:PrevRegCPR')], formula: '2 * a' }),
  );
  assert.ok(defined.done, defined.done ? '' : defined.refusal.reason);
  const view = await see('twice');
  assert.equal(view?.row?.latest?.value, 62.4);
  assert.equal(view?.definition.unit.symbol, '%');
  assert.ok(
    view.definition.breaks.length > 0 || view.definition.faults.length > 0,
    'its parts’ caveats carry over',
  );
  const benchmark = view.row?.benchmark;
  assert.equal(benchmark && 'figure' in benchmark ? benchmark.figure.value : undefined, 49);

  const again = await act('write', (ctx) =>
    redefineFormula(ctx, {
      code: 'twice',
      seen: 1,
      words: {
        ...words,
        title: 'Thrice',
        parts: [part('a', 'lait:PrevRegCPR')],
        formula: '3 × a',
        reason: 'Three',
      },
    }),
  );
  assert.ok(again.done);
  const now = (await see('twice'))?.row?.latest?.value;
  assert.ok(now !== undefined && isNumber(now) && Math.abs(now - 93.6) < 1e-9);
  const versions = await act('read', (ctx) => formulaVersions(ctx, 'twice'));
  assert.deepEqual(
    versions.map(({ version, reason, byName }) => [version, reason, byName]),
    [
      [2, 'Three', 'Ada Bright'],
      [1, 'To see how far one is from the other', 'Ada Bright'],
    ],
  );
  const late = await act('write', (ctx) => redefineFormula(ctx, { code: 'twice', seen: 1, words }));
  assert.equal(late.done ? '' : late.refusal.reason, 'changed-meanwhile');
});

test('B03: a withheld part withholds the result, and when parts change it is worked out anew, those made of it too', async (t) => {
  const { act, see, ...parts } = await ground(t);
  const bringPlans = (ours: string) =>
    bring(
      { act, ...parts },
      { [`bds-${ours}.csv`]: bulkFile([['PrevRegCPR', '2025', ours, ['20.5'], '24.5']]) },
    );
  await bringPlans('c');
  const one = { ...words, title: 'Half', parts: [part('a', 'lait:PrevRegCPR')], formula: 'a / 2' };
  const two = { ...words, title: 'Quarter', parts: [part('a', 'local:half')], formula: 'a / 2' };
  assert.ok((await act('write', (ctx) => defineFormula(ctx, one))).done);
  assert.ok((await act('write', (ctx) => defineFormula(ctx, two))).done);
  assert.deepEqual((await see('quarter'))?.row?.latest?.value, { status: 'suppressed' });
  await bringPlans('30');
  await act('write', workOutFormulas);
  assert.equal((await see('quarter'))?.row?.latest?.value, 7.5);
  const stored = await act('read', (ctx) => formulaMeasure(ctx, 'quarter'));
  assert.equal(stored?.batchKeys.length, 1);
});

test('B03: what goes round, is taken, or is not known is refused; only an analyst defines', async (t) => {
  const { act, actAs } = await ground(t);
  const define = (more: Partial<FormulaWords>) =>
    act('write', (ctx) => defineFormula(ctx, { ...words, ...more }));
  const reason = async (more: Partial<FormulaWords>) => {
    const outcome = await define(more);
    return outcome.done ? 'done' : outcome.refusal.reason;
  };
  assert.equal(await reason({ formula: 'a + b' }), 'shares-added');
  assert.equal(await reason({ parts: [part('a', 'lait:None')], formula: 'a' }), 'part-missing');
  assert.equal(
    await reason({ parts: [part('a', 'lait:CIN', { match: 'year-begun' })], formula: 'a' }),
    'no-parts',
  );
  assert.equal(await reason({ title: '!!' }), 'title-without-letters');
  assert.equal(await reason({}), 'done');
  assert.equal(await reason({}), 'title-taken');
  assert.equal(
    await reason({ title: 'Over', parts: [part('a', 'local:one-of-both')], formula: 'a' }),
    'done',
  );
  const round = await act('write', (ctx) =>
    redefineFormula(ctx, {
      code: 'one-of-both',
      seen: 1,
      words: { ...words, parts: [part('a', 'local:over')], formula: 'a' },
    }),
  );
  assert.deepEqual(round.done ? [] : round.refusal.reason === 'goes-round' && round.refusal.way, [
    'one-of-both',
    'over',
    'one-of-both',
  ]);
  for (const role of ['manager', 'board-member', 'administrator', 'practitioner', 'partner-lead'] as const) {
    const other = actAs({
      kind: 'person',
      personId: storedId('00000000-0000-7000-8000-0000000000c1'),
      name: 'Somebody else',
      roles: [role],
    });
    const refused = await other('write', (ctx) => defineFormula(ctx, { ...words, title: 'Another' }));
    assert.equal(refused.done ? '' : refused.refusal.reason, 'not-allowed', role);
    const changed = await other('write', (ctx) => redefineFormula(ctx, { code: 'over', seen: 1, words }));
    assert.equal(changed.done ? '' : changed.refusal.reason, 'not-allowed', role);
  }
});
