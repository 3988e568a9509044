import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import { pairedMeasures } from '../../store/formula/paired-measures.ts';
import { importGround } from '../../testing.ts';
import { defineFormula, redefineFormula, type FormulaWords } from './define-formula.ts';
import { pairMeasures } from './pair-measures.ts';

/** Written from what the product promises, apart from the code: who may make measures out of others. */
const may: { readonly [Name in Role]: 'yes' | 'no' } = {
  manager: 'no',
  analyst: 'yes',
  'board-member': 'no',
  'partner-lead': 'no',
  'participation-worker': 'no',
  'young-inspector': 'no',
  practitioner: 'no',
  'governance-lead': 'no',
  supervisor: 'no',
  'setting-lead': 'no',
  'safeguarding-reader': 'no',
  'report-only': 'no',
  'young-person': 'no',
  parent: 'no',
  administrator: 'no',
};

type Came = { done: boolean; refusal?: { reason: string } };
type Act = { readonly allowedComesTo: string; readonly run: (ctx: Ctx) => Promise<Came> };

const words: FormulaWords = {
  title: 'Twice',
  parts: [{ letter: 'a', measure: 'lait:PrevRegCPR', take: 'value', match: 'same-days' }],
  formula: '2 * a',
  polarity: 'low-is-good',
  decimals: 1,
  reason: 'To try it',
};

const pair = {
  title: 'Plans, how many and how long',
  howMany: 'lait:PrevRegCPR',
  howLong: 'lait:CIN',
  words: 'Both must get better.',
};

/** Each act in an order in which each finds what it needs. */
const acts: Readonly<Record<string, Act>> = {
  'defines a formula': { allowedComesTo: 'done', run: (ctx) => defineFormula(ctx, words) },
  'defines it anew': {
    allowedComesTo: 'done',
    run: (ctx) => redefineFormula(ctx, { code: 'twice', seen: 1, words: { ...words, formula: '3 * a' } }),
  },
  'pairs two measures': { allowedComesTo: 'done', run: (ctx) => pairMeasures(ctx, pair) },
  'pairs them once more': { allowedComesTo: 'title-taken', run: (ctx) => pairMeasures(ctx, pair) },
  'pairs a measure with itself': {
    allowedComesTo: 'same-measure',
    run: (ctx) => pairMeasures(ctx, { ...pair, title: 'Itself', howLong: pair.howMany }),
  },
  'pairs what nobody knows': {
    allowedComesTo: 'half-missing',
    run: (ctx) => pairMeasures(ctx, { ...pair, title: 'Half', howLong: 'lait:Nonsense' }),
  },
};

function actors(): readonly (readonly [string, Actor, 'yes' | 'no'])[] {
  const person = (name: string, held: readonly Role[]): Actor => ({
    kind: 'person',
    personId: storedId('00000000-0000-7000-8000-0000000000c1'),
    name,
    roles: held,
  });
  return [
    ['visitor', { kind: 'visitor' }, 'no'],
    ['no role', person('x', []), 'no'],
    // whoever may comes last, so that nobody finds what another has made
    ...roles
      .toSorted((a, b) => may[a].localeCompare(may[b]))
      .map((role) => [role, person(role, [role]), may[role]] as const),
  ];
}

test('B03 who may define measures by formula and pair two that are read together: every act by every role', async (t) => {
  const ground = await importGround(t);
  for (const [name, actor, allowed] of actors()) {
    for (const [what, { run, allowedComesTo }] of Object.entries(acts)) {
      const came = await ground.actAs(actor)('write', run);
      const expected = allowed === 'yes' ? allowedComesTo : 'not-allowed';
      assert.equal(came.done ? 'done' : came.refusal?.reason, expected, `${name} ${what}`);
    }
    if (allowed === 'no')
      assert.deepEqual(await ground.act('read', pairedMeasures), [], `${name} left a pair`);
  }
  assert.deepEqual(
    (await ground.act('read', pairedMeasures)).map(({ title }) => title),
    [pair.title],
  );
});

test('B03 a pair is seen by its partnership alone', async (t) => {
  const ground = await importGround(t);
  assert.ok((await ground.act('write', (ctx) => pairMeasures(ctx, pair))).done);
  const other = storedId<'partnership'>('00000000-0000-7000-8000-0000000000a2');
  const elsewhere = { actor: { kind: 'service', name: 'test' }, partnershipId: other } as const;
  assert.deepEqual(await ground.transactions.inTransaction(elsewhere, 'read', pairedMeasures), []);
});
