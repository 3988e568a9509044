import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import { complaintsSeen } from '../../queries/complaints/complaints-seen.ts';
import { holdsSeen, listsSeen } from '../../queries/retention/retention-seen.ts';
import { requestLines, whoItMayBe } from '../../queries/rights/requests-seen.ts';
import { addAbout, complaints as complaintRows } from '../../store/complaints/complaints.ts';
import { complain, takeComplaintStep } from '../complaints/complain.ts';
import { adoptRule } from '../retention/adopt-rule.ts';
import { approveList, strikeOut, turnBack } from '../retention/approve.ts';
import { endHold, setHold } from '../retention/hold.ts';
import { ask, type Asked } from './ask.ts';
import { decide, keepBack, takeOutWords } from './decide.ts';
import { gather } from './gather.ts';
import { answerToHandOver, release } from './release.ts';
import { sign } from './sign.ts';
import { sayWhom, takeStep } from './take-step.ts';
import { groundOf, service, somebody, value, visitor } from './testing.ts';

const nowhere = { id: '01900000-0000-7000-8000-0000000c00ff', seen: 1 };
const who = {
  name: 'Ash',
  asksFor: 'me',
  aboutName: 'Ash',
  bornOn: undefined,
  email: 'ash@mail.example',
  otherWay: '',
  safeToWrite: 'no',
  support: '',
} as const;
const asked: Asked = { kind: 'see', came: 'letter', receivedOn: undefined, words: '', who };
const said = {
  words: 'x',
  wish: '',
  name: '',
  email: '',
  otherWay: '',
  safeToWrite: 'no',
  about: [],
  receivedOn: undefined,
} as const;
const made = { page: '', pdf: new Uint8Array(), record: '', digest: '' };

/** Written from the product apart from the code: which roles come further than "not allowed". */
const desk: readonly Role[] = ['governance-lead'];
const signers: readonly Role[] = ['governance-lead', 'supervisor'];
const complaintsDesk: readonly Role[] = ['governance-lead', 'manager'];
const may: Readonly<Record<string, readonly Role[]>> = {
  'write down a letter': desk,
  step: desk,
  'say whom': desk,
  gather: desk,
  decide: desk,
  'take out': desk,
  'keep back': desk,
  release: desk,
  sign: signers,
  'complaint by letter': complaintsDesk,
  'complaint step': complaintsDesk,
  'adopt a rule': desk,
  'set a hold': desk,
  'end a hold': desk,
  'strike out': signers,
  'turn back': signers,
  approve: signers,
};

type Came = { done: boolean; refusal?: { reason: string } };
const acts: Readonly<Record<string, (ctx: Ctx) => Promise<Came>>> = {
  'write down a letter': (ctx) => ask(ctx, asked),
  step: (ctx) => takeStep(ctx, { ...nowhere, step: { step: 'heard-back' }, records: [] }),
  'say whom': (ctx) =>
    sayWhom(ctx, { ...nowhere, subject: { kind: 'child', id: 'x' }, title: '', is: 'linked' }),
  gather: (ctx) => gather(ctx, { ...nowhere, records: [] }),
  decide: (ctx) =>
    decide(ctx, { ...nowhere, spanIds: [], decided: { decision: 'keep', reason: 'nobody' }, alike: 'these' }),
  'take out': (ctx) =>
    takeOutWords(ctx, { ...nowhere, factId: nowhere.id, words: 'x', reason: 'serious-harm' }),
  'keep back': (ctx) => keepBack(ctx, { ...nowhere, factId: nowhere.id, reason: undefined }),
  release: (ctx) => release(ctx, { ...nowhere, made, records: [] }),
  sign: (ctx) => sign(ctx, nowhere),
  'complaint by letter': (ctx) => complain(ctx, { ...said, came: 'letter' }),
  'complaint step': (ctx) => takeComplaintStep(ctx, { ...nowhere, step: { step: 'progress', words: 'x' } }),
  'adopt a rule': (ctx) =>
    adoptRule(ctx, {
      rule: {
        class: 'x',
        trigger: 'x',
        period: { years: 1, months: 0, days: 0 },
        authority: 'x',
        owner: 'x',
      },
      records: [],
    }),
  'set a hold': (ctx) => setHold(ctx, { on: { class: 'x' }, title: 'x', reason: '', untilOn: undefined }),
  'end a hold': (ctx) => endHold(ctx, { ...nowhere, why: 'x' }),
  'strike out': (ctx) => strikeOut(ctx, { ...nowhere, recordId: 'x', because: 'x' }),
  'turn back': (ctx) => turnBack(ctx, { ...nowhere, why: 'x' }),
  approve: (ctx) => approveList(ctx, { ...nowhere, records: [] }),
};

test('R6: every act of rights, complaints and retention × every role and a visitor, by a table written apart', async (t) => {
  const { act } = await groundOf(t);
  const everybody: readonly { role: Role | 'visitor'; actor: Actor }[] = [
    { role: 'visitor', actor: visitor },
    ...roles.map((role, at) => ({ role, actor: somebody(10 + at, role) })),
  ];
  const disagreements: string[] = [];
  let cells = 0;
  for (const { role, actor } of everybody)
    for (const [name, perform] of Object.entries(acts)) {
      cells += 1;
      const came = await act(actor, perform);
      const allowed = came.done || came.refusal?.reason !== 'not-allowed';
      const expected = may[name]?.some((one) => one === role) ?? false;
      if (allowed !== expected) disagreements.push(`${role}: ${name}`);
    }
  t.diagnostic(`${cells} cells, ${disagreements.length} disagreements`);
  assert.equal(cells, (roles.length + 1) * Object.keys(may).length);
  assert.deepEqual(disagreements, []);
});

test('R10, R24: what is asked and complained is read by its desk alone; a visitor may ask and reads nothing back', async (t) => {
  const { act } = await groundOf(t);
  const { id } = value(await act(visitor, (ctx) => ask(ctx, { ...asked, came: 'young-form' })));
  value(await act(visitor, (ctx) => complain(ctx, { ...said, came: 'young-form' })));
  value(
    await act(service, (ctx) =>
      setHold(ctx, { on: { class: 'x' }, title: 'x', reason: 'x', untilOn: undefined }),
    ),
  );
  const told = { name: 'Ash', bornOn: undefined, email: undefined };
  for (const [at, role] of roles.entries()) {
    const actor = somebody(10 + at, role);
    const lines = await act(actor, (ctx) => requestLines(ctx, 'open'));
    const complaints = await act(actor, (ctx) => complaintsSeen(ctx, 'open'));
    const holds = await act(actor, holdsSeen);
    assert.equal(lines.length > 0, desk.includes(role), role);
    assert.equal(complaints.length > 0, complaintsDesk.includes(role), role);
    assert.equal(holds.length > 0, desk.includes(role), role);
    assert.equal((await act(actor, listsSeen)).length, 0);
    assert.equal(await act(actor, (ctx) => answerToHandOver(ctx, id, 'look')), undefined);
    assert.deepEqual(await act(actor, (ctx) => whoItMayBe(ctx, { requestId: id, told, records: [] })), []);
  }
});

test('R24: a complaint is never seen by whom it is about, whatever their role; row-level security says so too', async (t) => {
  const { act } = await groundOf(t);
  const lead = somebody(1, 'governance-lead');
  const colleague = somebody(2, 'governance-lead');
  const { id } = value(await act(visitor, (ctx) => complain(ctx, { ...said, came: 'form' })));
  const seenBy = (actor: Actor) => act(actor, (ctx) => complaintsSeen(ctx, 'open'));
  assert.equal((await seenBy(lead)).length, 1);
  await act(service, async (ctx) => {
    await addAbout(ctx, id, [lead.personId]);
  });
  assert.equal((await seenBy(lead)).length, 0);
  assert.equal((await seenBy(colleague)).length, 1);

  const rows = await act(lead, (ctx) => complaintRows(ctx, 'open'));
  assert.deepEqual(rows, [], 'the store asks the database, which says no');
  const step = { step: 'acknowledge', how: 'x' } as const;
  const came = await act(lead, (ctx) =>
    takeComplaintStep(ctx, { id: storedId<'complaint'>(id), seen: 1, step }),
  );
  assert.equal(came.done ? '' : came.refusal.reason, 'complaint-missing');
});
