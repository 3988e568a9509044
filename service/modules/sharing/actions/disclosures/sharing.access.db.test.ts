import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import { testAudit } from '#platform/audit/testing.ts';
import type { Ctx } from '#platform/db/database.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { transactions } from '#platform/db/transactions.ts';
import { ownPartnership } from '#platform/http/testing.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { writeFact } from '#platform/outbox/outbox.ts';
import { endAgreement, signAgreement } from '../agreements/sign-agreement.ts';
import { changeAgreement, writeAgreement } from '../agreements/write-agreement.ts';
import { decideCompatibility } from '../register/decide-compatibility.ts';
import { sayRecordOwner } from '../register/say-record-owner.ts';
import { setDuty } from '../register/set-duty.ts';
import { recordDisclosure, recordEmergency } from './record-disclosure.ts';
import { shareNow } from './share-now.ts';
import { signOff } from './sign-off.ts';
import { agreementWords, setUpBodies, shareWords, type Bodies } from './testing.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const childId = '01900000-0000-7000-8000-00000000c001';

/** Written from the product apart from the code: what each role may do. Whoever is not named may do none of it. */
const share = ['share', 'emergency', 'record of an emergency', 'withdrawal'];
const keep = ['agreement', 'change', 'signature', 'end', 'sign-off', 'purposes', 'owner', 'duty'];
const may: Readonly<Partial<Record<Role, readonly string[]>>> = {
  practitioner: share,
  supervisor: share,
  'setting-lead': share,
  'safeguarding-reader': share,
  'governance-lead': [...share, ...keep],
};

type Act = (ctx: Ctx, bodies: Bodies) => Promise<Outcome<unknown, { reason: string }>>;

const relationship = 'lead-worker';
const signature = (ctx: Ctx) => ({ name: 'A', job: 'B', signedOn: ctx.today });

const acts: Readonly<Record<string, Act>> = {
  share: (ctx, bodies) => recordDisclosure(ctx, { words: shareWords(ctx, bodies, childId), relationship }),
  emergency: (ctx, bodies) =>
    shareNow(ctx, {
      subject: { kind: 'child', id: childId },
      from: bodies.council,
      to: { organisationId: bodies.health, body: 'The trust', person: 'Doctor' },
      what: 'Where she is.',
      relationship,
    }),
  'record of an emergency': (ctx, bodies) =>
    recordEmergency(ctx, { words: shareWords(ctx, bodies, childId), relationship, number: 1, seen: 1 }),
  withdrawal: (ctx) => withdrawConsent(ctx, { number: 1, words: '', relationship }),
  agreement: (ctx, bodies) => writeAgreement(ctx, agreementWords(ctx, bodies)),
  change: (ctx, bodies) => changeAgreement(ctx, { number: 1, seen: 1, words: agreementWords(ctx, bodies) }),
  signature: (ctx, bodies) =>
    signAgreement(ctx, { number: 1, organisationId: bodies.council, signature: signature(ctx) }),
  end: (ctx) => endAgreement(ctx, { number: 1, seen: 1, words: 'over' }),
  'sign-off': (ctx) => signOff(ctx, 1),
  purposes: (ctx) =>
    decideCompatibility(ctx, {
      gatheredFor: 'direct-help',
      usedFor: 'supervision',
      answer: 'may',
      words: 'w',
    }),
  owner: (ctx, bodies) =>
    sayRecordOwner(ctx, {
      words: {
        kind: 'early-help',
        organisationId: bodies.council,
        keptIn: 'here',
        ourPart: 'hold',
        link: '',
        words: '',
      },
      seen: 0,
    }),
  duty: (ctx) => setDuty(ctx, { beginsOn: undefined, seen: 0 }),
};

test('G05, G29: every act of sharing for every role, a visitor too, as the product says: 0 wrong', async (t) => {
  const database = await testDatabase(t);
  const acting = transactions({
    database,
    clock: () => new Date('2026-11-23T12:00:00Z'),
    random: randomBytes,
    record: async (ctx, fact) => void (await writeFact(ctx, fact)),
    audit: testAudit,
  });
  const service: Actor = { kind: 'service', name: 'test' };
  const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
    acting.inTransaction({ actor, partnershipId: ownPartnership }, 'write', work);
  const bodies = await as(service, setUpBodies);
  const wrong: string[] = [];
  let cells = 0;
  for (const role of [...roles, undefined])
    for (const [name, act] of Object.entries(acts)) {
      const actor: Actor =
        role === undefined
          ? { kind: 'visitor' }
          : {
              kind: 'person',
              personId: storedId('01900000-0000-7000-8000-0000000000f1'),
              name: 'Ash Tester',
              roles: [role],
            };
      const came = await as(actor, (ctx) => act(ctx, bodies));
      const refused = !came.done && came.refusal.reason === 'not-allowed';
      const expected = role !== undefined && (may[role] ?? []).includes(name);
      cells += 1;
      if (refused === expected) wrong.push(`${role ?? 'visitor'}: ${name}`);
    }
  assert.deepEqual(wrong, []);
  assert.equal(cells, (roles.length + 1) * Object.keys(acts).length);
});

test('R1: nobody gives away what another body holds, but whoever answers for information may write it down', async (t) => {
  const database = await testDatabase(t);
  const acting = transactions({
    database,
    clock: () => new Date('2026-11-23T12:00:00Z'),
    random: randomBytes,
    record: async (ctx, fact) => void (await writeFact(ctx, fact)),
    audit: testAudit,
  });
  const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
    acting.inTransaction({ actor, partnershipId: ownPartnership }, 'write', work);
  const bodies = await as({ kind: 'service', name: 'test' }, setUpBodies);
  const from = (role: Role, organisationId: Bodies['council']): Actor => ({
    kind: 'person',
    personId: storedId('01900000-0000-7000-8000-0000000000f1'),
    name: 'Ash Tester',
    roles: [role],
    organisationId,
  });
  const reasonOf = async (actor: Actor): Promise<string> => {
    const words = (ctx: Ctx) => ({
      ...shareWords(ctx, bodies, childId),
      rests: 'single' as const,
      singleGround: 'w',
    });
    const came = await as(actor, (ctx) => recordDisclosure(ctx, { words: words(ctx), relationship }));
    return came.done ? 'done' : came.refusal.reason;
  };
  assert.equal(await reasonOf(from('practitioner', bodies.council)), 'done');
  assert.equal(await reasonOf(from('practitioner', bodies.charity)), 'not-your-body');
  assert.equal(await reasonOf(from('governance-lead', bodies.charity)), 'done');
});
