import { clockOf, type Clock, type Pause } from './rights-clock.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { DataSubject } from './personal-records.ts';

/** What can be asked of what is held about somebody. */
export const requestKinds = ['see', 'correct', 'delete', 'stop'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const waysToCome = ['form', 'young-form', 'letter', 'in-person', 'telephone'] as const;
export type WayToCome = (typeof waysToCome)[number];

export const askersFor = ['me', 'my-child', 'somebody-else'] as const;
export type AskerFor = (typeof askersFor)[number];

export const safeToWrite = ['yes', 'no', 'not-said'] as const;
export type SafeToWrite = (typeof safeToWrite)[number];

/** How a person looked who somebody is. */
export const identityWays = ['known-worker', 'documents', 'account', 'by-what-they-know'] as const;
export type IdentityWay = (typeof identityWays)[number];

/** How each kind of request can be answered. */
export const outcomesOf = {
  see: ['given', 'partly-given', 'nothing-held', 'not-who-they-said', 'withdrawn'],
  correct: ['corrected', 'not-corrected', 'not-who-they-said', 'withdrawn'],
  delete: ['deleted', 'not-deleted', 'not-who-they-said', 'withdrawn'],
  stop: ['stopped', 'not-stopped', 'not-who-they-said', 'withdrawn'],
} as const satisfies Readonly<Record<RequestKind, readonly string[]>>;

export type RequestOutcome = (typeof outcomesOf)[RequestKind][number];

export const requestOutcomes: readonly RequestOutcome[] = [...new Set(Object.values(outcomesOf).flat())];

export type WhoAsks = {
  name: string;
  asksFor: AskerFor;
  aboutName: string;
  bornOn: Day | undefined;
  /** '' where they gave none */
  email: string;
  otherWay: string;
  safeToWrite: SafeToWrite;
  /** what would help them: "somebody with me when I read it" */
  support: string;
};

export type RightsRequest = {
  id: Id<'rights-request'>;
  reference: string;
  kind: RequestKind;
  came: WayToCome;
  receivedOn: Day;
  who: WhoAsks;
  /** whose own account shows the answer: only where they chose that */
  askedBy: Id<'person'> | undefined;
  words: string;
  pauses: readonly (Pause & { id: string; words: string; byName: string })[];
  identity: { how: IdentityWay; on: Day; byName: string } | undefined;
  extended: { months: number; reason: string; on: Day } | undefined;
  subjects: readonly { subject: DataSubject; title: string }[];
  gatheredAt: Date | undefined;
  harm:
    | { found: 'none' | 'some-kept-back'; words: string; asked: string; byName: string; on: Day }
    | undefined;
  answer: { outcome: RequestOutcome; words: string; on: Day; byName: string } | undefined;
  version: number;
};

export function clockOfRequest(request: RightsRequest, today: Day): Clock {
  return clockOf(
    {
      receivedOn: request.receivedOn,
      pauses: request.pauses,
      extendedMonths: request.extended?.months ?? 0,
      answeredOn: request.answer?.on,
    },
    today,
  );
}

/** What people write in letters and say on the telephone: six signs of an id, none that looks like another. */
export function referenceOf(prefix: 'RR' | 'CO', id: string): string {
  let left = BigInt(`0x${id.replaceAll('-', '').slice(-8)}`);
  let signs = '';
  for (let at = 0; at < 6; at += 1) {
    signs += alphabet[Number(left % 30n)] ?? '';
    left /= 30n;
  }
  return `${prefix}-${signs}`;
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
