import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setUpPartnership, people } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { runStatement } from '#platform/db/query-builder.ts';
import { makeLink } from '#platform/links/links.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import { makeSheet } from '#platform/sheet/make-sheet.ts';
import { streamsOf, textOf } from '#platform/sheet/testing.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import { accessHistory } from '../../queries/records/access-history.ts';
import { accountRecords } from '../../queries/records/account-records.ts';
import { postRecords } from '../../queries/records/post-records.ts';
import { sharingRecords } from '../../queries/records/sharing-records.ts';
import { gatheredSeen } from '../../queries/rights/requests-seen.ts';
import { complain } from '../complaints/complain.ts';
import { recordDisclosure } from '../disclosures/record-disclosure.ts';
import { setUpBodies, shareWords, type Bodies } from '../disclosures/testing.ts';
import { ask, type Asked } from './ask.ts';
import { decide } from './decide.ts';
import { gather, heldAbout } from './gather.ts';
import { fetchAnswer, forgetExpiredAnswers, release, type Made } from './release.ts';
import { sign } from './sign.ts';
import { sayWhom, takeStep } from './take-step.ts';
import {
  childId,
  groundOf,
  noon,
  otherChildId,
  roomOf,
  service,
  somebody,
  value,
  visitor,
  type Ground,
} from './testing.ts';
import { answerParts, answerRecord } from '../../domain/rights/answer-document.ts';
import { answerPage } from '../../domain/rights/answer-page.ts';
import { givenOf } from '../../domain/rights/answer.ts';
import { digestOf } from '../../domain/rights/signed.ts';

const officer = somebody(1, 'governance-lead');
const second = somebody(2, 'supervisor');
const own: readonly PersonalRecords<Ctx>[] = [accountRecords, accessHistory, postRecords, sharingRecords];

const asked: Asked = {
  kind: 'see',
  came: 'young-form',
  receivedOn: undefined,
  words: '',
  who: {
    name: 'Ash Merrow',
    asksFor: 'me',
    aboutName: 'Ash Merrow',
    bornOn: undefined,
    email: 'ash@mail.example',
    otherWay: '',
    safeToWrite: 'yes',
    support: '',
  },
};

/** Plants so many facts about one address and one child in the tables of every room that keeps such. */
async function plant(
  ctx: Ctx,
  {
    whose,
    email,
    subjectId,
    each,
    bodies,
  }: { whose: string; email: string; subjectId: string; each: number; bodies: Bodies },
) {
  const planted: string[] = [];
  const canary = (kind: string, at: number) => {
    const word = `CANARY${whose}${kind}${at}X`;
    planted.push(word);
    return word;
  };
  const nothing = { otherWay: '', safeToWrite: 'no', about: [] } as const;
  for (let at = 0; at < each; at += 1) {
    await writeLetter(ctx, {
      key: `${whose}-${at}`,
      to: email,
      subject: canary('letter', at),
      askedBy: undefined,
      parts: [],
    });
    await makeLink(ctx, {
      purpose: 'x',
      subjectId: `${at}`,
      title: canary('link', at),
      organisation: '',
      to: email,
      expiresAt: new Date('2026-12-01'),
      askedBy: undefined,
    });
    value(
      await complain(ctx, {
        ...nothing,
        came: 'letter',
        receivedOn: undefined,
        name: '',
        email,
        words: canary('complaint', at),
        wish: '',
      }),
    );
    value(
      await ask(ctx, {
        ...asked,
        came: 'letter',
        words: canary('request', at),
        who: { ...asked.who, email, safeToWrite: 'no' },
      }),
    );
    const words = {
      ...shareWords(ctx, bodies, subjectId),
      extent: canary('share', at),
      rests: 'single' as const,
      singleGround: 'once',
    };
    value(await recordDisclosure(ctx, { words, relationship: 'lead-worker' }));
  }
  return planted;
}

test('R21: 500 planted facts over the tables of every room are all gathered, and none of anybody else', async (t) => {
  const { act } = await groundOf(t);
  const lead = somebody(1, 'governance-lead', 'practitioner');
  const bodies = await act(service, setUpBodies);
  const mine = await act(lead, (ctx) =>
    plant(ctx, { whose: 'own', email: 'ash@mail.example', subjectId: childId, each: 100, bodies }),
  );
  const others = await act(lead, (ctx) =>
    plant(ctx, { whose: 'other', email: 'kim@mail.example', subjectId: otherChildId, each: 100, bodies }),
  );
  const { held } = await act(lead, (ctx) =>
    heldAbout(ctx, own, {
      requestId: childId,
      subjects: [
        { kind: 'address', id: 'ash@mail.example' },
        { kind: 'child', id: childId },
      ],
    }),
  );
  const text = held.map(({ fact }) => fact.text).join('\n');
  const found = mine.filter((word) => text.includes(word));
  const strangers = others.filter((word) => text.includes(word));
  t.diagnostic(
    `${mine.length} facts planted, ${found.length} gathered; ${others.length} of others, ${strangers.length} gathered`,
  );
  assert.equal(mine.length, 500);
  assert.equal(found.length, 500);
  assert.equal(strangers.length, 0);
  assert.ok(
    held.some(({ fact }) => fact.class === 'audit.entry'),
    'who looked is told too',
  );
});

test('R21: an account is told whole, with roles, and each look at it', async (t) => {
  const { act } = await groundOf(t);
  await act(service, (ctx) =>
    setUpPartnership(ctx, {
      partnership: {
        slug: 'x',
        name: 'X',
        shortName: 'X',
        brandColour: '#265b3c',
        isInvented: true,
      },
      people: [
        {
          key: 'a',
          name: 'Ash Merrow',
          job: 'CANARYjob',
          organisation: 'CANARYbody',
          email: 'canary@mail.example',
          roles: ['practitioner'],
        },
      ],
    }),
  );
  const [person] = await act(service, people);
  assert.ok(person);
  const { held } = await act(officer, (ctx) =>
    heldAbout(ctx, own, { requestId: childId, subjects: [{ kind: 'person', id: person.id }] }),
  );
  const text = held.map(({ fact }) => fact.text).join('\n');
  for (const word of ['Ash Merrow', 'CANARYjob', 'CANARYbody', 'canary@mail.example', 'practitioner'])
    assert.ok(text.includes(word), word);
});

const mention = (at: number) => `Quilla Varnabrook${String.fromCodePoint(97 + (at % 26))}`;
const records = [roomOf(12, mention)];
const many = [roomOf(170, mention)];

/** A request brought so far that everything is decided: about the child of the invented room. */
async function decidedRequest({ act }: Ground, rooms = records): Promise<{ id: string; seen: number }> {
  const { id } = value(await act(visitor, (ctx) => ask(ctx, asked)));
  value(
    await act(officer, (ctx) =>
      takeStep(ctx, { id, seen: 1, step: { step: 'identity', how: 'known-worker' }, records }),
    ),
  );
  value(
    await act(officer, (ctx) =>
      sayWhom(ctx, { id, seen: 2, subject: { kind: 'child', id: childId }, title: 'Ash', is: 'linked' }),
    ),
  );
  const gathered = value(await act(officer, (ctx) => gather(ctx, { id, seen: 3, records: rooms })));
  assert.ok(
    gathered.proposed >= 3 * gathered.facts,
    `${gathered.proposed} proposed of ${3 * gathered.facts}`,
  );
  const seen = await act(officer, (ctx) => gatheredSeen(ctx, id));
  const spanIds = (seen?.facts ?? []).flatMap(({ spans }) => spans.map((span) => span.id));
  value(
    await act(officer, (ctx) =>
      decide(ctx, {
        id,
        seen: 4,
        spanIds,
        decided: { decision: 'remove', reason: 'third-party-not-agreed' },
        alike: 'these',
      }),
    ),
  );
  const harm = { step: 'harm', found: 'none', words: 'Nothing in it.', asked: '' } as const;
  value(await act(officer, (ctx) => takeStep(ctx, { id, seen: 5, step: harm, records })));
  return { id, seen: 6 };
}

async function madeFor({ act }: Ground, id: string): Promise<Made> {
  const seen = await act(officer, (ctx) => gatheredSeen(ctx, id));
  assert.ok(seen);
  const frame = {
    partnership: 'Test',
    reference: seen.request.reference,
    aboutName: 'Ash Merrow',
    receivedOn: seen.request.receivedOn,
    answeredOn: seen.request.receivedOn,
    support: '',
    letter: '',
    next: [],
    mark: '',
  };
  const given = givenOf(seen.facts);
  const parts = answerParts(frame, given);
  const made = await makeSheet({
    kind: 'pdf',
    pictures: [],
    sheet: {
      title: 'x',
      over: '',
      lines: [],
      mark: '',
      foot: '',
      author: 'Test',
      subject: '',
      madeAt: new Date(noon),
      blocks: parts.map((part) => (part.kind === 'words' ? { kind: 'words', text: part.text } : part)),
    },
  });
  return {
    page: answerPage(frame, parts),
    pdf: value(made),
    record: answerRecord(frame, given),
    digest: digestOf(seen.facts),
  };
}

test('R22: no byte of 510 mentions taken out stands in the page, the PDF, its streams or the record, and every fact does', async (t: TestContext) => {
  const ground = await groundOf(t);
  const { id } = await decidedRequest(ground, many);
  const made = await madeFor(ground, id);
  const pdf = Buffer.from(made.pdf);
  const read = textOf(pdf);
  const places = {
    page: made.page,
    record: made.record,
    bytes: pdf.toString('latin1'),
    utf16: pdf.toString('utf16le'),
    streams: streamsOf(pdf).join('\n'),
    read,
  };
  for (const [place, text] of Object.entries(places)) {
    assert.ok(!/quilla/i.test(text), `a name stands in the ${place}`);
    assert.ok(!/varnabrook/i.test(text), `a name stands in the ${place}`);
  }
  for (let at = 0; at < 170; at += 1) {
    assert.ok(made.page.includes(`own-${at} was made`));
    assert.ok(made.record.includes(`own-${at} was made`));
    assert.ok(read.includes(`own-${at} was`), `own-${at} cannot be read in the PDF`);
  }
  t.diagnostic(
    '510 mentions taken out, 0 bytes left in page, PDF, streams and record; 170 of 170 facts in each',
  );
});

test('R22: two different people sign, and only what they signed can leave', async (t) => {
  const ground = await groundOf(t);
  const { act } = ground;
  const { id, seen } = await decidedRequest(ground);
  const made = await madeFor(ground, id);
  const why = async (outcome: Promise<{ done: boolean; refusal?: { reason: string } }>) => {
    const came = await outcome;
    return came.done ? 'done' : (came.refusal?.reason ?? '');
  };
  const leave = () => act(officer, (ctx) => release(ctx, { id, seen, made, records }));
  assert.equal(
    await why(act(second, (ctx) => sign(ctx, { id, seen }))),
    'not-allowed',
    'the first is of whoever decided',
  );
  assert.equal(await why(act(officer, (ctx) => sign(ctx, { id, seen }))), 'done');
  assert.equal(await why(act(officer, (ctx) => sign(ctx, { id, seen }))), 'signed-by-you');
  assert.equal(await why(leave()), 'not-signed-by-two');
  assert.equal(await why(act(second, (ctx) => sign(ctx, { id, seen }))), 'done');
  assert.equal(
    await why(act(officer, (ctx) => release(ctx, { id, seen, made: { ...made, digest: 'other' }, records }))),
    'not-signed-by-two',
  );
  assert.equal(await why(leave()), 'done');
  const after = await act(officer, (ctx) => gatheredSeen(ctx, id));
  assert.deepEqual(after?.facts, [], 'what was gathered is forgotten at once');
});

test('R22: a change after a signature takes the signature away', async (t) => {
  const ground = await groundOf(t);
  const { act } = ground;
  const { id, seen } = await decidedRequest(ground);
  value(await act(officer, (ctx) => sign(ctx, { id, seen })));
  const harm = { step: 'harm', found: 'none', words: 'Looked at again.', asked: '' } as const;
  value(await act(officer, (ctx) => takeStep(ctx, { id, seen, step: harm, records })));
  const early = await act(second, (ctx) => sign(ctx, { id, seen: seen + 1 }));
  assert.equal(early.done ? '' : early.refusal.reason, 'not-allowed', 'the first signature is gone');
});

test('R22: decisions stay when what is held is gathered again', async (t) => {
  const ground = await groundOf(t);
  const { act } = ground;
  const { id, seen } = await decidedRequest(ground);
  value(await act(officer, (ctx) => gather(ctx, { id, seen, records })));
  const again = await act(officer, (ctx) => gatheredSeen(ctx, id));
  assert.equal(
    again?.facts.flatMap(({ spans }) => spans).filter(({ decision }) => decision === 'proposed').length,
    0,
  );
});

test('R23: an answer can be fetched until its day, each time written down, and is deleted then', async (t) => {
  const ground = await groundOf(t);
  const { act, database } = ground;
  const { id, seen } = await decidedRequest(ground);
  const made = await madeFor(ground, id);
  value(await act(officer, (ctx) => sign(ctx, { id, seen })));
  value(await act(second, (ctx) => sign(ctx, { id, seen })));
  value(await act(officer, (ctx) => release(ctx, { id, seen, made, records })));
  const kept = await database.asOwner((db) => runStatement(db, 'select id from sharing.rights_answer', []));
  const answerId = String(kept.rows[0]?.['id']);
  const fetched = await act(visitor, (ctx) => fetchAnswer(ctx, answerId), '2026-10-09T11:00:00Z');
  assert.equal(fetched?.page, made.page);
  const late = '2026-10-11T11:00:00Z';
  assert.equal(await act(visitor, (ctx) => fetchAnswer(ctx, answerId), late), undefined);
  assert.equal(await act(service, forgetExpiredAnswers, late), 1);
  const left = await database.asOwner((db) => runStatement(db, 'select id from sharing.rights_answer', []));
  assert.equal(left.rows.length, 0);
});

test('R23: a stale step is refused and shows what stands there now', async (t) => {
  const { act } = await groundOf(t);
  const { id } = value(await act(visitor, (ctx) => ask(ctx, asked)));
  const step = { step: 'identity', how: 'documents' } as const;
  value(await act(officer, (ctx) => takeStep(ctx, { id, seen: 1, step, records })));
  const stale = await act(officer, (ctx) => takeStep(ctx, { id, seen: 1, step, records }));
  assert.ok(!stale.done && stale.refusal.reason === 'changed-meanwhile');
  assert.equal(stale.refusal.theirs.identity?.how, 'documents');
});
