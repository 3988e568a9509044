import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import {
  sayNext,
  type MinutesSaid,
  type SayingRefusal,
  type ToSay,
} from '../../domain/minutes/minutes-said.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { minutesToPublish, type MinutesToPublish } from '../../queries/minutes/minutes-for-everybody.ts';
import { lockMeeting } from '../../store/meetings.ts';
import { addSaidOfMinutes } from '../../store/minutes/minutes-publishing.ts';
import { sayGround } from '../meetings/add-paper.ts';

/** Who is to read agreed minutes, as it was chosen. */
export type WhoReadsMinutes = {
  meetingKey: string;
  /** how many words were said of them when the page was shown */
  seen: number;
  publish: MinutesSaid['publish'];
  /** the key of a ground of the law; '' but where they are exempt */
  groundKey: string;
  /** items kept back beside those that were exempt, by their place, each with the key of its ground */
  withhold: ReadonlyMap<number, string>;
  reason: string;
};

export type PublishMinutesRefusal =
  | NotAllowed
  | { reason: 'meeting-missing' }
  /** no minutes are read by others before a later meeting agreed them */
  | { reason: 'minutes-not-agreed' }
  | { reason: 'said-meanwhile'; theirs: MinutesSaid }
  | SayingRefusal;

/**
 * Lets everybody read agreed minutes, without names and without what is exempt; says on which ground nobody else reads
 * them; or takes them back. What everybody reads is kept as it was published.
 */
export async function publishMinutes(
  ctx: Ctx,
  given: WhoReadsMinutes,
): Promise<Outcome<{ edition: number }, PublishMinutesRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const meeting = await lockMeeting(ctx, given.meetingKey);
  if (!meeting) return refuse({ reason: 'meeting-missing' });
  const withhold = groundsOf(given.withhold);
  // somebody meant to keep it back: what is not understood must not let it out
  if ([...withhold.values()].includes('')) return refuse({ reason: 'ground-missing' });
  const minutes = await minutesToPublish(ctx, { meetingKey: given.meetingKey, withhold });
  if (!minutes) return refuse({ reason: 'minutes-not-agreed' });
  const [last] = minutes.said;
  if (last && last.nth !== given.seen) return refuse({ reason: 'said-meanwhile', theirs: last });
  const next = sayNext(last, toSay(given, minutes));
  if (!next.done) return next;
  await addSaidOfMinutes(ctx, meeting.id, next.value);
  const { edition } = next.value;
  const fact = { subject: { kind: 'meeting', id: meeting.id }, details: { edition } };
  if (given.publish === 'publish') await ctx.record({ type: 'delivery.minutes-published', ...fact });
  else if (given.publish === 'exempt') await ctx.record({ type: 'delivery.minutes-exempted', ...fact });
  else await ctx.record({ type: 'delivery.minutes-taken-back', ...fact });
  return done({ edition });
}

/** Grounds as the law words them, in place of their keys; '' for a key that is none. */
export function groundsOf(withhold: ReadonlyMap<number, string>): Map<number, string> {
  return new Map([...withhold].map(([place, key]) => [place, sayGround(key)]));
}

function toSay({ publish, groundKey, reason }: WhoReadsMinutes, { open }: MinutesToPublish): ToSay {
  const said = { reason, ground: sayGround(groundKey) };
  return publish === 'publish' ? { ...said, publish, document: open } : { ...said, publish };
}
