import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { publicMinutesShape, type PublicMinutes } from './public-minutes.ts';

/** One word said of who reads agreed minutes. The last one counts. */
export type MinutesSaid = {
  /** 1 for the first that was said of them */
  nth: number;
  /** how many times they were published, up to here */
  edition: number;
  /** '' but where they are exempt */
  ground: string;
  /** why a later word was needed; '' for the first */
  reason: string;
  at: Date;
  byName: string;
} & ({ publish: 'publish'; document: PublicMinutes } | { publish: 'exempt' | 'withdraw' });

/** What is to be said of them now. */
export type ToSay = { ground: string; reason: string } & (
  | { publish: 'publish'; document: PublicMinutes }
  | { publish: 'exempt' | 'withdraw' }
);

export type SayingRefusal =
  | { reason: 'ground-missing' }
  /** nothing would change */
  | { reason: 'already-so'; publish: MinutesSaid['publish'] }
  /** somebody may have read, or looked for, what stood before */
  | { reason: 'saying-reason-missing' };

/** The next word said of minutes, after the one that counts now. */
export function sayNext(
  last: MinutesSaid | undefined,
  wanted: ToSay,
): Outcome<Omit<MinutesSaid, 'at' | 'byName'>, SayingRefusal> {
  const ground = wanted.publish === 'exempt' ? wanted.ground.trim() : '';
  if (wanted.publish === 'exempt' && ground === '') return refuse({ reason: 'ground-missing' });
  if (isSo(last, wanted, ground)) return refuse({ reason: 'already-so', publish: wanted.publish });
  const reason = last ? wanted.reason.trim() : '';
  if (last && reason === '') return refuse({ reason: 'saying-reason-missing' });
  const nth = (last?.nth ?? 0) + 1;
  const editions = last?.edition ?? 0;
  if (wanted.publish === 'publish')
    return done({
      publish: 'publish',
      document: wanted.document,
      nth,
      edition: editions + 1,
      ground,
      reason,
    });
  return done({ publish: wanted.publish, nth, edition: editions, ground, reason });
}

function isSo(last: MinutesSaid | undefined, wanted: ToSay, ground: string): boolean {
  if (wanted.publish === 'publish')
    return last?.publish === 'publish' && written(last.document) === written(wanted.document);
  if (wanted.publish === 'withdraw') return last?.publish !== 'publish';
  return last?.publish === 'exempt' && last.ground === ground;
}

/** The same words for the same minutes, in whichever order their parts were kept. */
function written(document: PublicMinutes): string {
  return JSON.stringify(publicMinutesShape.parse(document));
}
