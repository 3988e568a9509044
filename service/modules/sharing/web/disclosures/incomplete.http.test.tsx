import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Ctx } from '#platform/db/database.ts';
import { DatabaseFault } from '#platform/db/fault.ts';
import { testService, type TestService } from '#platform/http/testing.ts';
import type { Posted } from '#platform/forms/fields.ts';
import { addDays } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { crossing } from '../../actions/disclosures/crossing.ts';
import { recordDisclosure, recordEmergency } from '../../actions/disclosures/record-disclosure.ts';
import { shareNow } from '../../actions/disclosures/share-now.ts';
import {
  agreeInTest,
  agreementWords,
  refusalWords,
  setUpBodies,
  shareWords,
  type Bodies,
} from '../../actions/disclosures/testing.ts';
import { setDuty } from '../../actions/register/set-duty.ts';
import type { DisclosureWords } from '../../domain/disclosures/disclosure.ts';
import { tables } from '../../store/sharing-tables.ts';
import { sharingPlaces } from '../places.ts';
import { sharingRoutes } from '../sharing-routes.ts';
import {
  dutyAnswered,
  oneChild,
  partsOfARefusal,
  partsOfAShare,
  postedOf,
  testChildId,
  type Taking,
} from './testing.ts';

const size = process.env['GOLDENTHREAD_FULL'] === '1' ? 10_000 : 400;
const relationship = 'lead-worker';

/** The same numbers each time, so that what fails fails again. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Base = { whole: DisclosureWords; parts: readonly Taking[] };

function bases(ctx: Ctx, bodies: Bodies): readonly Base[] {
  const share = { ...shareWords(ctx, bodies, testChildId), duty: dutyAnswered };
  const single: DisclosureWords = { ...share, rests: 'single', singleGround: 'She asked for it today.' };
  const refusal = { ...refusalWords(ctx, bodies, testChildId), duty: dutyAnswered };
  const demand: DisclosureWords = {
    ...single,
    manner: 'compelled',
    purpose: 'compelled-by-law',
    legalPower: 'order-of-a-court',
    basis: 'legal-obligation',
    demandedBy: 'court',
    demandReference: 'Order 1',
  };
  // a demand is its own purpose, and is not asked the duty's questions
  const notAsked = ['purpose', 'relevance', 'whose function', 'how far', 'detriment'];
  const ofDemands: readonly Taking[] = [
    ...partsOfAShare.filter(({ name }) => !notAsked.includes(name)),
    { name: 'who demands', from: (words) => ({ ...words, demandedBy: undefined }) },
    { name: 'which order', from: (words) => ({ ...words, demandReference: '' }) },
  ];
  return [
    { whole: share, parts: partsOfAShare.filter(({ name }) => name !== 'single ground') },
    { whole: single, parts: partsOfAShare },
    { whole: refusal, parts: partsOfARefusal },
    { whole: demand, parts: ofDemands },
  ];
}

/** A record with one to four of its parts taken away. */
function incomplete(
  base: Base,
  pick: (below: number) => number,
): { words: DisclosureWords; without: string } {
  const names: string[] = [];
  let words = base.whole;
  for (let left = 1 + pick(4); left > 0; left -= 1) {
    const taking = base.parts[pick(base.parts.length)];
    if (!taking) continue;
    words = taking.from(words);
    names.push(taking.name);
  }
  return { words, without: names.join(', ') };
}

type Ground = { service: TestService; bodies: Bodies; made: readonly Base[] };

async function ground(t: TestContext): Promise<Ground> {
  const service = await testService(t, sharingRoutes(oneChild));
  const bodies = await service.asService(setUpBodies);
  const made = await service.asService(async (ctx) => {
    await agreeInTest(ctx, agreementWords(ctx, bodies));
    const duty = await setDuty(ctx, { beginsOn: addDays(ctx.today, -1), seen: 0 });
    assert.ok(duty.done);
    return bases(ctx, bodies);
  });
  return { service, bodies, made };
}

async function lines(service: TestService): Promise<number> {
  const rows = await service.asService((ctx) =>
    tables(ctx).selectFrom('sharing.disclosure').select('id').where('recorded_at', 'is not', null).execute(),
  );
  return rows.length;
}

test(`R1, R2: of ${size} disclosures with something missing none passes: not by an action, a page, the table itself or a crossing`, async (t) => {
  const { service, bodies, made } = await ground(t);
  const pick = seeded(2026);
  const passed: string[] = [];
  for (const { whole } of made) {
    const came = await service.asService((ctx) => recordDisclosure(ctx, { words: whole, relationship }));
    assert.ok(came.done, JSON.stringify(came));
  }
  const kept = await lines(service);
  const owed = await service.asService((ctx) => emergency(ctx, bodies));
  const tried = { action: 0, record: 0, page: 0, table: 0, crossing: 0 };
  const browser = await service.signedIn('practitioner');
  for (let round = 0; round < size; round += 1) {
    const base = made[pick(made.length)];
    assert.ok(base);
    const { words, without } = incomplete(base, pick);
    const way = (['action', 'action', 'record', 'page', 'table', 'crossing'] as const)[round % 6] ?? 'action';
    tried[way] += 1;
    const through = {
      action: () => byAction(service, words),
      record: () => byRecord(service, { owed, words: made[1] ? incomplete(made[1], pick).words : words }),
      page: async () => (await browser.post(sharingPlaces.record, postable(postedOf(words)))).status === 303,
      table: () => byTable(service, pick),
      crossing: () => byCrossing(service, { words, pick }),
    };
    if (await through[way]()) passed.push(`${way} without ${without}`);
  }
  assert.deepEqual(passed, []);
  assert.equal(await lines(service), kept, 'nothing was kept');
  t.diagnostic(`tried ${size}: ${JSON.stringify(tried)}; passed ${passed.length}`);
});

function postable(posted: Posted): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(posted));
}

function byAction(service: TestService, words: DisclosureWords): Promise<boolean> {
  return service.asService(async (ctx) => (await recordDisclosure(ctx, { words, relationship })).done);
}

async function emergency(ctx: Ctx, bodies: Bodies): Promise<number> {
  const came = await shareNow(ctx, {
    subject: { kind: 'child', id: testChildId },
    from: bodies.council,
    to: { organisationId: bodies.health, body: 'The health trust', person: 'Duty doctor' },
    what: 'He swallowed tablets.',
    relationship,
  });
  if (!came.done) throw new Error(came.refusal.reason);
  return came.value.number;
}

function byRecord(service: TestService, given: { owed: number; words: DisclosureWords }): Promise<boolean> {
  const { owed: number, words } = given;
  // who decided is kept from the moment itself, so that it cannot be missing
  return service.asService(async (ctx) => {
    const purpose = words.purpose === undefined ? undefined : ('safeguarding' as const);
    const decided = words.decidedByName === '' ? { plainWords: '' } : {};
    const came = await recordEmergency(ctx, {
      words: { ...words, purpose, ...decided },
      relationship,
      number,
      seen: 1,
    });
    return came.done;
  });
}

const emptied: readonly Readonly<Record<string, unknown>>[] = [
  { to_body: '' },
  { to_person: '' },
  { gathered_for: '' },
  { purpose: '' },
  { legal_power: '' },
  { basis: '' },
  { condition: '' },
  { items: [] },
  { extent: '' },
  { told: 'owed' },
  { told: 'not-told', told_words: '' },
  { help_agreed: 'owed' },
  { agreement_version_id: null, single_ground: '' },
  { basis: 'consent', consent_id: null },
  { items: ['health'], condition: 'none-needed' },
  { decided_by_name: '' },
  { decided_on: null },
  { review_on: null },
  { plain_words: '' },
  { recorded_by_name: '' },
  { recorded_at: null },
  { from_organisation_id: null },
  { subject_id: null },
  { manner: 'compelled' },
  { outcome: 'not-shared' },
  { detriment: 'more' },
];

/** Straight into the table, past every rule of the code. */
async function byTable(service: TestService, pick: (below: number) => number): Promise<boolean> {
  const gap = emptied[pick(emptied.length)];
  return succeeds(() =>
    service.asService(async (ctx) => {
      const { once: _once, ...row } = await tables(ctx)
        .selectFrom('sharing.disclosure')
        .selectAll()
        .where('outcome', '=', 'shared')
        .where('manner', '=', 'considered')
        .executeTakeFirstOrThrow();
      const named = { id: ctx.newId<'disclosure'>(), number: 100_000 + pick(800_000_000) };
      await tables(ctx)
        .insertInto('sharing.disclosure')
        .values({ ...row, ...named, ...gap })
        .execute();
    }),
  );
}

/** On no line, on a refusal, on a demand that nobody signed off; by the gate and straight into the table. */
async function byCrossing(
  service: TestService,
  { words, pick }: { words: DisclosureWords; pick: (below: number) => number },
): Promise<boolean> {
  return succeeds(() =>
    service.asService(async (ctx) => {
      const unfit = await tables(ctx)
        .selectFrom('sharing.disclosure')
        .select(['id', 'purpose'])
        .where((where) => where.or([where('outcome', '=', 'not-shared'), where('manner', '=', 'compelled')]))
        .execute();
      const line = unfit[pick(unfit.length)];
      if (pick(2) === 0) {
        const { subject, from, to } = words;
        const came = await crossing(ctx, {
          disclosureId: pick(3) === 0 || !line ? ctx.newId<'disclosure'>() : storedId<'disclosure'>(line.id),
          way: 'export',
          subject,
          from,
          to: to.organisationId,
          purpose: line?.purpose === 'compelled-by-law' ? 'compelled-by-law' : 'direct-help',
          items: [],
          output: { kind: 'letter', id: ctx.newId() },
          relationship,
        });
        if (!came.done) throw new Error(came.refusal.reason);
        return;
      }
      const row = {
        id: ctx.newId<'crossing'>(),
        partnership_id: ctx.partnershipId,
        once: false,
        way: 'grant',
        output_kind: 'standing',
        output_id: ctx.newId(),
        crossed_at: ctx.now,
        crossed_by_name: 'nobody',
      };
      const disclosure_id = pick(2) === 0 || !line ? ctx.newId() : line.id;
      await tables(ctx)
        .insertInto('sharing.crossing')
        .values({ ...row, disclosure_id })
        .execute();
    }),
  );
}

/** Refused for what it lacks, and for nothing else: a null, a key, a check, or a reason of the gate. */
const honest = /^(23502|23503|23514|no-disclosure|decided-not-to-share|not-signed-off)$/;

async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (fault) {
    const why = fault instanceof DatabaseFault ? fault.sqlState : fault instanceof Error ? fault.message : '';
    assert.match(String(why), honest);
    return false;
  }
}
