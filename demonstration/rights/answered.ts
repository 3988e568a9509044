import {
  answerForms,
  ask,
  decide,
  gather,
  gatheredSeen,
  release,
  sayWhom,
  sign,
  takeStep,
  type PersonalRecords,
} from '#modules/sharing/index.ts';
import type { Person } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { makeSheet } from '#platform/sheet/make-sheet.ts';

type Records = readonly PersonalRecords<Ctx>[];

/** Somebody's wish to see what their account holds, as the officer wrote it down some days ago. */
export async function askedFor(ctx: Ctx, person: Person, words: string): Promise<string> {
  const asked = mustBeDone(
    await ask(ctx, {
      kind: 'see',
      came: 'letter',
      receivedOn: ctx.today,
      words,
      who: whoIs(person, 'By the post of the school'),
    }),
  );
  return asked.id;
}

/** The same asked by somebody who comes signed in, and reads the answer there. */
export async function askedBy(ctx: Ctx, person: Person, words: string): Promise<string> {
  const who = { ...whoIs(person, ''), support: 'Large letters, please.' };
  const asked = await ask(ctx, {
    kind: 'see',
    came: 'form',
    receivedOn: undefined,
    who,
    words,
    fromOwnAccount: true,
  });
  return mustBeDone(asked).id;
}

function whoIs({ name }: Person, otherWay: string) {
  return {
    name,
    asksFor: 'me',
    aboutName: name,
    bornOn: undefined,
    email: '',
    otherWay,
    safeToWrite: 'no',
    support: '',
  } as const;
}

type Given = { id: string; person: Person; records: Records };

/** Everything is gathered and decided, harm is thought of, and the first of two people signs. */
export async function signedOnce(ctx: Ctx, { id, person, records }: Given): Promise<void> {
  const identity = { step: 'identity', how: 'known-worker' } as const;
  const known = mustBeDone(await takeStep(ctx, { id, seen: 1, step: identity, records }));
  const subject = { kind: 'person' as const, id: person.id };
  const whom = { id, seen: known.version, subject, title: person.name, is: 'linked' as const };
  const linked = mustBeDone(await sayWhom(ctx, whom));
  const { request } = mustBeDone(await gather(ctx, { id, seen: linked.version, records }));
  const spans = ((await gatheredSeen(ctx, id))?.facts ?? []).flatMap((fact) => fact.spans);
  const decided =
    spans.length === 0
      ? request
      : mustBeDone(
          await decide(ctx, {
            id,
            seen: request.version,
            spanIds: spans.map((span) => span.id),
            decided: { decision: 'keep', reason: 'professional' },
            alike: 'these',
          }),
        );
  const words = 'It is an account, and who looked after it.';
  const harm = { step: 'harm', found: 'none', words, asked: '' } as const;
  const looked = mustBeDone(await takeStep(ctx, { id, seen: decided.version, step: harm, records }));
  mustBeDone(await sign(ctx, { id, seen: looked.version }));
}

/** The second of two people signs what the first signed. */
export async function signedTwice(ctx: Ctx, id: string): Promise<void> {
  const found = await gatheredSeen(ctx, id);
  mustBeDone(await sign(ctx, { id, seen: found?.request.version ?? 0 }));
}

/** It leaves, with a few words at its beginning. */
export async function answered(ctx: Ctx, id: string, records: Records): Promise<void> {
  const found = await gatheredSeen(ctx, id);
  if (!found) throw new Error('the invented request is not there');
  const { request, facts } = found;
  const { parts, ...forms } = answerForms(
    {
      partnership: 'Brackenshire',
      reference: request.reference,
      aboutName: request.who.aboutName,
      receivedOn: request.receivedOn,
      answeredOn: ctx.today,
      support: request.who.support,
      letter:
        'Dear Ms Brightwater, this is all that your account holds. Rosie can read it with you on Thursday.',
      mark: 'Everybody in here is invented.',
    },
    facts,
  );
  const sheet = {
    title: `What is held about ${request.who.aboutName}`,
    over: request.reference,
    lines: [],
    mark: 'Everybody in here is invented.',
    foot: request.reference,
    author: 'Brackenshire',
    subject: 'Everything that is held about one person, for that person',
    madeAt: ctx.now,
    blocks: parts.map((part) => (part.kind === 'words' ? { kind: 'words' as const, text: part.text } : part)),
  };
  const pdf = await makeSheet({ kind: 'pdf', sheet, pictures: [] });
  if (!pdf.done) throw new Error('the invented answer could not be written for paper');
  mustBeDone(
    await release(ctx, {
      id,
      seen: request.version,
      made: { ...forms, pdf: pdf.value },
      records,
    }),
  );
}

export function mustBeDone<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`the invented story was refused: ${outcome.refusal.reason}`);
  return outcome.value;
}
