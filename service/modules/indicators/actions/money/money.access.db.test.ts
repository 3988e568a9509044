import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import { dayOf } from '#platform/kernel/day.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import { typedLine } from '../../domain/money/testing.ts';
import { costClaims } from '../../queries/money/cost-claims.ts';
import { moneyView } from '../../queries/money/money-view.ts';
import { setUpCounties } from '../../queries/testing.ts';
import { importGround, type ImportGround } from '../../testing.ts';
import { addFindingOrVoice } from '../evidence/keep-evidence.ts';
import { judge } from '../evidence/judge.ts';
import { evidenceOf } from '../../queries/evidence/evidence-of.ts';
import { bringLines } from './bring-lines.ts';
import { keepClaim } from './keep-claim.ts';
import { addLine, changeLine, removeLine } from './keep-line.ts';
import { keepQuality } from './keep-quality.ts';
import { sayChildren } from './say-children.ts';

/** Written from what the product promises, apart from the code: who may write down money, and what stands beside numbers. */
const whoMay: { readonly [Each in Role]: { money: 'yes' | 'no'; evidence: 'yes' | 'no' } } = {
  manager: { money: 'yes', evidence: 'yes' },
  analyst: { money: 'yes', evidence: 'yes' },
  'board-member': { money: 'no', evidence: 'no' },
  'partner-lead': { money: 'no', evidence: 'no' },
  'participation-worker': { money: 'no', evidence: 'yes' },
  'young-inspector': { money: 'no', evidence: 'no' },
  practitioner: { money: 'no', evidence: 'no' },
  'governance-lead': { money: 'no', evidence: 'no' },
  supervisor: { money: 'no', evidence: 'no' },
  'setting-lead': { money: 'no', evidence: 'no' },
  'safeguarding-reader': { money: 'no', evidence: 'no' },
  'report-only': { money: 'no', evidence: 'no' },
  'young-person': { money: 'no', evidence: 'no' },
  parent: { money: 'no', evidence: 'no' },
  administrator: { money: 'no', evidence: 'no' },
};

function person(role: Role): Actor {
  return {
    kind: 'person',
    personId: storedId('00000000-0000-7000-8000-0000000000c1'),
    name: 'Lee Rowan',
    roles: [role],
  };
}

const line = { ...typedLine, areaCode: 'whole area' };
const range = { low: 1, middle: 2, high: 3 };
const claim = {
  title: 'Fewer',
  whatChanged: 'plans',
  changeSource: 'record',
  change: range,
  whom: 'children',
  areaCode: 'X10000001',
  year: 2024,
  unitWhat: 'a plan',
  unitCost: range,
  unitSource: 'finance',
  unitYear: 2024,
  anyway: 'some',
  anywayShare: range,
  ours: range,
  oursSource: 'a group',
  costToDo: 1,
  costSource: 'budget',
  audience: 'partnership',
} as const;
const standard = {
  kind: 'standard',
  service: 'Stay and play',
  partner: 'Lantern Families',
  name: 'Open every day',
  source: 'ours',
  standing: 'met',
  evidence: 'we went',
  checkedOn: '2026-01-01',
  audience: 'public',
} as const;
const subject = { kind: 'measure', id: 'lait:CIN' } as const;
const day = dayOf(2026, 9, 1);
const finding = {
  kind: 'finding',
  title: 'Found',
  lookedAt: 'plans',
  howMany: 3,
  byWhom: 'six of us',
  method: 'read',
  strong: 'much',
  mustGetBetter: '',
  link: '',
} as const;
const judged = {
  subject,
  who: 'young-people',
  group: 'Young Partnership',
  verdict: 'not-yet',
  day,
  reasons: 'We went.',
  evidence: 'We saw.',
  audience: 'public',
} as const;

async function ground(t: Parameters<typeof importGround>[0]): Promise<ImportGround> {
  const made = await importGround(t);
  const asService = made.actAs({ kind: 'service', name: 'test' });
  await setUpCounties({ act: made.act, asService, keepIn: made.keepIn });
  return made;
}

test('H15 B15 B21 only an analyst or a manager writes money down; B17 B19 participation workers write evidence too', async (t) => {
  const { act, actAs } = await ground(t);
  const kept = await act('write', (ctx) => addLine(ctx, line));
  assert.ok(kept.done);
  const id = kept.value;
  for (const actor of [...roles.map(person), { kind: 'visitor' } as const]) {
    const role = actor.kind === 'person' ? roles.find((one) => actor.roles.includes(one)) : undefined;
    const may = role ? whoMay[role] : ({ money: 'no', evidence: 'no' } as const);
    const as = actAs(actor);
    const money = [
      await as('write', (ctx) => addLine(ctx, { ...line, what: `As ${role ?? 'nobody'}` })),
      await as('write', (ctx) => changeLine(ctx, { id, seen: 1, typed: line })),
      await as('write', (ctx) => bringLines(ctx, '')),
      await as('write', (ctx) => sayChildren(ctx, { counts: {}, ofYear: 2024, source: 'count' })),
      await as('write', (ctx) => keepClaim(ctx, { id: undefined, seen: 0, words: claim })),
      await as('write', (ctx) => keepQuality(ctx, { id: undefined, seen: 0, said: standard })),
      await as('write', (ctx) => removeLine(ctx, storedId('00000000-0000-7000-8000-0000000000ff'))),
    ].map((outcome) => outcome.done || outcome.refusal.reason !== 'not-allowed');
    const words = { subject, said: finding, day, audience: 'public' } as const;
    const evidence = [
      await as('write', (ctx) => addFindingOrVoice(ctx, { words, quoteAgreed: 'no' })),
      await as('write', (ctx) => judge(ctx, judged)),
    ].map(({ done }) => done);
    assert.deepEqual(new Set(money), new Set([may.money === 'yes']), `${role}: money`);
    assert.deepEqual(new Set(evidence), new Set([may.evidence === 'yes']), `${role}: evidence`);
  }
});

const everything = {
  year: undefined,
  partner: undefined,
  areaCode: undefined,
  state: undefined,
  prices: 'as-paid',
} as const;

test('R69 H15 who sees what: small teams only their owner, whose look is written down; others by audience', async (t) => {
  const { act, actAs, facts } = await ground(t);
  for (const [what, audience, people] of [
    ['For all', 'public', '9'],
    ['Small team', 'public', '2'],
    ['For us', 'partnership', '9'],
    ['For owners', 'owner', '9'],
  ] as const) {
    const added = await act('write', (ctx) =>
      addLine(ctx, { ...line, what, audience, people, amount: '100' }),
    );
    assert.ok(added.done);
  }
  const claimed = await act('write', (ctx) => keepClaim(ctx, { id: undefined, seen: 0, words: claim }));
  assert.ok(claimed.done);
  const seenBy = async (actor: Actor) => {
    const view = await actAs(actor)('write', (ctx) => moneyView(ctx, everything));
    const claims = await actAs(actor)('read', costClaims);
    const sum = view.spend.reduce((all, { amount }) => all + amount, 0);
    return [view.lines.length, view.heldBack, sum, claims.length];
  };
  const looks = () => facts.filter(({ type }) => type === 'indicators.small-teams-looked-at').length;
  assert.deepEqual(await seenBy({ kind: 'visitor' }), [2, 1, 100, 0]);
  assert.deepEqual(await seenBy(person('partner-lead')), [3, 1, 200, 1]);
  assert.equal(looks(), 0);
  assert.deepEqual(await seenBy(person('analyst')), [4, 0, 400, 1]);
  assert.equal(looks(), 1);
});

test('H15 a table brought twice adds nothing, changes what changed, and one wrong line keeps all of it out', async (t) => {
  const { act } = await ground(t);
  const head =
    'Service or team,Partner,Place,Early or late,Who says so,Spend or staff,Financial year,Planned or actual,Amount,People behind it,Source';
  const row = (what: string, amount: string) =>
    `${what},Lantern,whole area,early,Strategy,spend,2024-25,actual,${amount},4,Budget book`;
  const bring = (...rows: string[]) => act('write', (ctx) => bringLines(ctx, [head, ...rows].join('\n')));
  const first = await bring(row('One', '10'), row('Two', '20'));
  assert.deepEqual(first, { done: true, value: { added: 2, changed: 0, same: 0 } });
  const second = await bring(row('One', '10'), row('Two', '25'), row('Three', '30'));
  assert.deepEqual(second, { done: true, value: { added: 1, changed: 1, same: 1 } });
  const wrong = await bring(row('Four', '40'), row('Five', 'much'));
  assert.ok(!wrong.done && wrong.refusal.reason === 'table-wrong');
  const view = await act('write', (ctx) => moneyView(ctx, everything));
  assert.deepEqual(
    view.lines.map(({ what, amount, version }) => [what, amount, version]),
    [
      ['One', 10, 1],
      ['Three', 30, 1],
      ['Two', 25, 2],
    ],
  );
});

test('H15 nobody writes over a line unseen, nor makes one line twice', async (t) => {
  const { act } = await ground(t);
  const added = await act('write', (ctx) => addLine(ctx, line));
  assert.ok(added.done);
  const again = await act('write', (ctx) => addLine(ctx, { ...line, amount: '9' }));
  assert.ok(!again.done && again.refusal.reason === 'line-there-already');
  const id = added.value;
  const changed = await act('write', (ctx) =>
    changeLine(ctx, { id, seen: 1, typed: { ...line, amount: '7' } }),
  );
  assert.ok(changed.done && changed.value.version === 2);
  const late = await act('write', (ctx) => changeLine(ctx, { id, seen: 1, typed: { ...line, amount: '8' } }));
  assert.ok(!late.done && late.refusal.reason === 'changed-meanwhile' && late.refusal.theirs.amount === 7);
});

test('B19 a later judgement stands beside the earlier one, of what is there, and each sees what is for them', async (t) => {
  const { act, actAs, facts } = await ground(t);
  for (const words of [
    judged,
    { ...judged, day: dayOf(2026, 9, 2), verdict: 'met', audience: 'owner' } as const,
  ]) {
    const kept = await act('write', (ctx) => judge(ctx, words));
    assert.ok(kept.done);
  }
  const nothing = await act('write', (ctx) =>
    judge(ctx, { ...judged, subject: { kind: 'measure', id: 'lait:Nothing' } }),
  );
  assert.ok(!nothing.done && nothing.refusal.reason === 'no-such-subject');
  const seenBy = async (actor: Actor) => {
    const found = await actAs(actor)('read', (ctx) => evidenceOf(ctx, [subject]));
    return found.get('measure:lait:CIN')?.judgements['young-people'].map(({ verdict }) => verdict);
  };
  assert.deepEqual(await seenBy(person('manager')), ['met', 'not-yet']);
  assert.deepEqual(await seenBy({ kind: 'visitor' }), ['not-yet']);
  assert.equal(facts.filter(({ type }) => type === 'indicators.criterion-judged').length, 2);
});
