import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { addressFrom } from '#platform/links/link.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import { answerRights } from '../../domain/permissions.ts';
import {
  referenceOf,
  type RequestKind,
  type RightsRequest,
  type WayToCome,
  type WhoAsks,
} from '../../domain/rights/rights-request.ts';
import { ownAccount } from '../../domain/rights/own-account.ts';
import { addRequest } from '../../store/rights/requests.ts';
import { touchRequest } from '../../domain/rights/touch-request.ts';

export type Asked = {
  kind: RequestKind;
  came: WayToCome;
  /** of a letter: the day on which it came; else today */
  receivedOn: Day | undefined;
  who: WhoAsks;
  words: string;
  /** they came signed in, said that it is they, and want to read the answer in their own account */
  fromOwnAccount?: true;
};

export type AskRefusal =
  | NotAllowed
  | { reason: 'email-unreadable' }
  | { reason: 'no-way-to-answer' }
  | { reason: 'received-later' };

/** Takes in what somebody asks: by anybody through a form; as a letter, a call or a visit by whoever answers. */
export async function ask(ctx: Ctx, asked: Asked): Promise<Outcome<RightsRequest, AskRefusal>> {
  const byForm = asked.came === 'form' || asked.came === 'young-form';
  if (!byForm && !allowed(ctx.actor, answerRights)) return refuse({ reason: 'not-allowed' });
  const { who, receivedOn = ctx.today } = asked;
  const email = who.email === '' ? '' : addressFrom(who.email);
  if (email === undefined) return refuse({ reason: 'email-unreadable' });
  const askedBy = asked.fromOwnAccount ? ownAccount(ctx.actor) : undefined;
  if (email === '' && who.otherWay === '' && askedBy === undefined)
    return refuse({ reason: 'no-way-to-answer' });
  if (compareDays(receivedOn, ctx.today) > 0) return refuse({ reason: 'received-later' });
  const id = ctx.newId<'rights-request'>();
  const request: RightsRequest = {
    id,
    reference: referenceOf('RR', id),
    kind: asked.kind,
    came: asked.came,
    receivedOn: byForm ? ctx.today : receivedOn,
    who: { ...who, email },
    askedBy,
    words: asked.words,
    ...begun,
  };
  await addRequest(ctx, request);
  touchRequest(ctx, id, { act: 'rights-asked', way: 'written' });
  await ctx.record({ type: 'sharing.rights-asked', subject: { kind: 'rights-request', id }, details: {} });
  await sayItCame(ctx, request);
  return done(request);
}

const begun = {
  pauses: [],
  identity: undefined,
  extended: undefined,
  subjects: [],
  gatheredAt: undefined,
  harm: undefined,
  answer: undefined,
  version: 1,
} satisfies Partial<RightsRequest>;

/** Tells the asker that it came, where that is safe; the letter says nothing of what was asked. */
async function sayItCame(ctx: Ctx, { id, who, reference }: RightsRequest): Promise<void> {
  if (who.email === '' || who.safeToWrite === 'no') return;
  await writeLetter(ctx, {
    key: `rights-asked:${id}`,
    to: who.email,
    subject: 'We have your message',
    askedBy: undefined,
    parts: [
      { kind: 'words', text: 'Thank you for your message. A person will read it and write to you.' },
      {
        kind: 'words',
        text: `Your reference is ${reference}. If you ring us or write again, say it, and we find your message at once.`,
      },
      { kind: 'page', text: 'What happens next', path: '/rights' },
    ],
  });
}
