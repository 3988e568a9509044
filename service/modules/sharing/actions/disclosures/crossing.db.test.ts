import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { testAudit } from '#platform/audit/testing.ts';
import type { Ctx } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { transactions } from '#platform/db/transactions.ts';
import { ownPartnership } from '#platform/http/testing.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { writeFact } from '#platform/outbox/outbox.ts';
import type { CrossingAsked } from '../../domain/disclosures/may-cross.ts';
import { whyItEnded } from '../../queries/disclosures/still-holds.ts';
import { endAgreement } from '../agreements/sign-agreement.ts';
import { crossing } from './crossing.ts';
import { recordDisclosure, recordEmergency } from './record-disclosure.ts';
import { shareNow } from './share-now.ts';
import { signOff } from './sign-off.ts';
import {
  agreeInTest,
  agreementWords,
  refusalWords,
  setUpBodies,
  shareWords,
  type Bodies,
} from './testing.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const childId = '01900000-0000-7000-8000-00000000c001';
const relationship = 'lead-worker';

type Ground = {
  at: (instant: string) => void;
  act: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;
  bodies: Bodies;
};

async function ground(t: TestContext): Promise<Ground> {
  const database = await testDatabase(t);
  let now = new Date('2026-11-23T12:00:00Z');
  const acting = transactions({
    database,
    clock: () => now,
    random: randomBytes,
    record: async (ctx, fact) => void (await writeFact(ctx, fact)),
    audit: testAudit,
  });
  const who = { actor: { kind: 'service' as const, name: 'test' }, partnershipId: ownPartnership };
  const act: Ground['act'] = (work) => acting.inTransaction(who, 'write', work);
  return { act, bodies: await act(setUpBodies), at: (instant) => void (now = new Date(instant)) };
}

function asked(bodies: Bodies, way: CrossingAsked['way'] = 'message'): CrossingAsked {
  return {
    way,
    subject: { kind: 'child', id: childId },
    from: bodies.council,
    to: bodies.health,
    purpose: 'direct-help',
    items: ['worries'],
  };
}

/** Lets something cross; the reason where it may not. */
async function cross(ctx: Ctx, disclosureId: Id<'disclosure'>, what: CrossingAsked): Promise<string> {
  const output = { kind: 'letter', id: ctx.newId<'letter'>() };
  const came = await crossing(ctx, { ...what, disclosureId, output, relationship });
  return came.done ? 'crossed' : came.refusal.reason;
}

async function kept(
  ctx: Ctx,
  words: Parameters<typeof recordDisclosure>[1]['words'],
): Promise<{ id: Id<'disclosure'>; number: number }> {
  const came = await recordDisclosure(ctx, { words, relationship });
  if (!came.done) throw new Error(JSON.stringify(came.refusal));
  return came.value;
}

test('R1: what crosses stays within its line of the ledger: the child, the bodies, the purpose, the items', async (t) => {
  const { act, bodies } = await ground(t);
  await act((ctx) => agreeInTest(ctx, agreementWords(ctx, bodies)));
  const { id } = await act((ctx) => kept(ctx, shareWords(ctx, bodies, childId)));
  const none = storedId<'disclosure'>('01900000-0000-7000-8000-00000000dead');
  const what = asked(bodies);
  const came = await act(async (ctx) => ({
    within: await cross(ctx, id, what),
    grant: await cross(ctx, id, { ...what, way: 'grant' }),
    none: await cross(ctx, none, what),
    other: await cross(ctx, id, { ...what, subject: { kind: 'child', id: ctx.newId() } }),
    body: await cross(ctx, id, { ...what, to: bodies.school }),
    back: await cross(ctx, id, { ...what, from: bodies.health, to: bodies.council }),
    purpose: await cross(ctx, id, { ...what, purpose: 'safeguarding' }),
    items: await cross(ctx, id, { ...what, items: ['health'] }),
  }));
  assert.deepEqual(came, {
    within: 'crossed',
    grant: 'crossed',
    none: 'no-disclosure',
    other: 'about-somebody-else',
    body: 'other-body',
    back: 'other-body',
    purpose: 'other-purpose',
    items: 'more-than-decided',
  });
});

test('R2: a decision not to share is kept like a share, and lets nothing cross', async (t) => {
  const { act, bodies } = await ground(t);
  const { id } = await act((ctx) => kept(ctx, refusalWords(ctx, bodies, childId)));
  assert.equal(await act((ctx) => cross(ctx, id, asked(bodies))), 'decided-not-to-share');
});

test('R3: consent that is taken back holds nothing up from the next request on, and agreeing to be helped is not consent', async (t) => {
  const { act, bodies } = await ground(t);
  const words = (ctx: Ctx) => ({
    ...shareWords(ctx, bodies, childId),
    basis: 'consent' as const,
    rests: 'single' as const,
    singleGround: 'They asked us to.',
  });
  const helped = await act((ctx) => recordDisclosure(ctx, { words: words(ctx), relationship }));
  assert.deepEqual(helped, { done: false, refusal: { reason: 'incomplete', missing: ['consent'] } });
  const line = await act((ctx) =>
    kept(ctx, {
      ...words(ctx),
      helpAgreed: 'no',
      consent: { givenBy: 'Mum, in writing', givenOn: ctx.today },
    }),
  );
  assert.equal(await act((ctx) => cross(ctx, line.id, asked(bodies))), 'crossed');
  await act((ctx) => withdrawConsent(ctx, { number: line.number, words: 'Not any more.', relationship }));
  assert.equal(await act((ctx) => cross(ctx, line.id, asked(bodies))), 'consent-withdrawn');
});

test('R4: an emergency is shared first; a day later nothing more crosses until its record is written', async (t) => {
  const { act, at, bodies } = await ground(t);
  const now = await act((ctx) =>
    shareNow(ctx, {
      subject: { kind: 'child', id: childId },
      from: bodies.council,
      to: { organisationId: bodies.health, body: 'The health trust', person: 'Duty doctor' },
      what: 'He swallowed tablets.',
      relationship,
    }),
  );
  assert.ok(now.done);
  const { id, number } = now.value;
  const what = { ...asked(bodies), purpose: 'safeguarding' as const };
  assert.equal(await act((ctx) => cross(ctx, id, what)), 'crossed');
  assert.equal(await act((ctx) => cross(ctx, id, { ...what, way: 'grant' })), 'grant-needs-agreement');
  at('2026-11-24T12:00:01Z');
  assert.equal(await act((ctx) => cross(ctx, id, what)), 'record-owed');
  const words = await act(async (ctx) => ({
    ...shareWords(ctx, bodies, childId),
    purpose: 'safeguarding' as const,
    rests: 'single' as const,
    singleGround: 'His life was in danger.',
  }));
  const recorded = await act((ctx) => recordEmergency(ctx, { words, relationship, number, seen: 1 }));
  assert.ok(recorded.done, JSON.stringify(recorded));
  assert.equal(await act((ctx) => cross(ctx, id, what)), 'crossed');
  const again = await act((ctx) => recordEmergency(ctx, { words, relationship, number, seen: 2 }));
  assert.ok(!again.done && again.refusal.reason === 'recorded-already');
});

test('R5: an agreement that ends closes what crossed on it from the next request on', async (t) => {
  const { act, at, bodies } = await ground(t);
  const number = await act((ctx) => agreeInTest(ctx, agreementWords(ctx, bodies)));
  const { id } = await act((ctx) => kept(ctx, shareWords(ctx, bodies, childId)));
  const output = { kind: 'standing', id: '01900000-0000-7000-8000-00000000a001' };
  const what = { ...asked(bodies, 'grant'), output };
  const granted = await act((ctx) => crossing(ctx, { ...what, disclosureId: id, relationship }));
  assert.ok(granted.done);
  assert.equal(await act((ctx) => whyItEnded(ctx, what)), undefined);
  at('2027-12-01T12:00:00Z');
  assert.deepEqual(await act((ctx) => whyItEnded(ctx, what)), { reason: 'agreement-over' });
  at('2026-11-23T13:00:00Z');
  const ended = await act((ctx) => endAgreement(ctx, { number, seen: 3, words: 'The trust closed.' }));
  assert.ok(ended.done);
  assert.deepEqual(await act((ctx) => whyItEnded(ctx, what)), { reason: 'agreement-over' });
  assert.equal(await act((ctx) => cross(ctx, id, asked(bodies))), 'agreement-over');
});

test('R65: what is compelled is signed off first, passes once, and never becomes a feed', async (t) => {
  const { act, bodies } = await ground(t);
  const line = await act((ctx) =>
    kept(ctx, {
      ...shareWords(ctx, bodies, childId),
      manner: 'compelled',
      purpose: 'compelled-by-law',
      legalPower: 'order-of-a-court',
      basis: 'legal-obligation',
      condition: 'legal-claims',
      rests: 'single',
      singleGround: 'The order names this record.',
      to: { organisationId: undefined, body: 'The family court', person: 'The clerk' },
      demandedBy: 'court',
      demandReference: 'Order of 20 November',
    }),
  );
  const what = { ...asked(bodies), purpose: 'compelled-by-law' as const, to: undefined };
  assert.equal(await act((ctx) => cross(ctx, line.id, what)), 'not-signed-off');
  assert.ok((await act((ctx) => signOff(ctx, line.number))).done);
  assert.equal(await act((ctx) => cross(ctx, line.id, { ...what, way: 'grant' })), 'compelled-is-no-feed');
  assert.equal(await act((ctx) => cross(ctx, line.id, what)), 'crossed');
  assert.equal(await act((ctx) => cross(ctx, line.id, what)), 'used-already');
});
