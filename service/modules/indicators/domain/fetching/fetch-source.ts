import type { Id } from '#platform/kernel/id.ts';

/** What can be fetched, by publisher. */
export const fetchKinds = [
  'fingertips-indicator',
  'fingertips-group',
  'fingertips-profile',
  'ees-data-set',
  'ees-publication',
] as const;
export type FetchKind = (typeof fetchKinds)[number];

export const fetchRhythms = ['daily', 'weekly', 'monthly'] as const;
export type FetchRhythm = (typeof fetchRhythms)[number];

/** Whether what is fetched waits for a person's yes, or comes in by itself where nothing speaks against it. */
export const comesInWays = ['waits', 'by-itself'] as const;
export type ComesIn = (typeof comesInWays)[number];

export const fetchOutcomes = ['fresh', 'nothing-new', 'failed'] as const;
export type FetchOutcome = (typeof fetchOutcomes)[number];

/** One thing to fetch. */
export type Asked = {
  readonly kind: FetchKind;
  /** the publisher's own number, id or slug */
  readonly identifier: string;
  /** of Fingertips, the number of a kind of area; '' elsewhere */
  readonly areaType: string;
  /** the file name under which it is brought in, where the publisher's own is not to be taken */
  readonly keptAs?: string | undefined;
};

/** What is known of a version that is here; the key is the file's own. */
export type Remembered = Readonly<Record<string, RememberedFile>>;
export type RememberedFile = {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** of a publisher that numbers its versions */
  readonly version?: string | undefined;
  /** of a file that could not be brought in: its content, and why */
  readonly refused?: { readonly sha256: string; readonly words: string } | undefined;
};

/** Something that is fetched again and again. */
export type FetchSource = Asked & {
  readonly id: Id<'fetch-source'>;
  readonly title: string;
  readonly rhythm: FetchRhythm;
  readonly comesIn: ComesIn;
  readonly isPaused: boolean;
  readonly askedAt: Date | undefined;
  readonly workingAt: Date | undefined;
  readonly progress: string | undefined;
  readonly triedAt: Date | undefined;
  readonly answeredAt: Date | undefined;
  readonly outcome: FetchOutcome | undefined;
  readonly outcomeWords: string | undefined;
  readonly importIds: readonly Id<'import'>[];
  readonly remembered: Remembered;
  readonly changedByName: string;
};

const dayMs = 24 * 60 * 60_000;
const days: { readonly [Rhythm in FetchRhythm]: number } = { daily: 1, weekly: 7, monthly: 28 };
/** Work comes round a few times a day; one that is due within that is due now. */
const graceMs = 3 * 60 * 60_000;
/** Work not heard of for so long has died with its process. */
const silentMs = 5 * 60_000;

/** Whether somebody is at it now. */
export function isAtWork({ workingAt }: Pick<FetchSource, 'workingAt'>, now: Date): boolean {
  return workingAt !== undefined && now.getTime() - workingAt.getTime() < silentMs;
}

/** The instant before which work has died. */
export function silentSince(now: Date): Date {
  return new Date(now.getTime() - silentMs);
}

/** Whether it is to be fetched at this moment. One that failed is tried at every round, so that it mends itself. */
export function isDue(source: FetchSource, now: Date): boolean {
  if (source.isPaused || isAtWork(source, now)) return false;
  const { askedAt, triedAt, outcome, rhythm } = source;
  if (triedAt === undefined || outcome === 'failed') return true;
  if (askedAt !== undefined && askedAt > triedAt) return true;
  return now.getTime() - triedAt.getTime() >= days[rhythm] * dayMs - graceMs;
}

/** Which publisher gives a kind of thing. */
export function publisherOf(kind: FetchKind): 'fingertips' | 'ees' {
  return kind.startsWith('fingertips') ? 'fingertips' : 'ees';
}
