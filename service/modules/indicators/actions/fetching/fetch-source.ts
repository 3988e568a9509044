import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome, type WordsFor } from '#platform/kernel/outcome.ts';
import { isDue, type FetchSource } from '../../domain/fetching/fetch-source.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import {
  endFetchSource,
  fetchSourceById,
  fetchSources,
  takeFetchSource,
  tellFetchSource,
} from '../../store/fetching/fetch-sources.ts';
import type { Act } from '../bring-in/handed-file.ts';
import { fetchAsked, type Fetched } from './fetch-asked.ts';
import type { HowItComesIn } from './fetch-file.ts';
import type { Publishers } from './publishers.ts';

export type FetchSourceRefusal = NotAllowed | { reason: 'no-such-source' } | { reason: 'at-work' };

/** For whoever asked from a terminal; the page shows how each source stands instead. */
export const fetchRefusals: WordsFor<FetchSourceRefusal> = {
  'not-allowed': () => 'This account may not bring figures in.',
  'no-such-source': () => 'It is not set to be fetched any more.',
  'at-work': () => 'It is being fetched just now.',
};

export type FetchingSource = {
  publishers: Publishers;
  id: Id<'fetch-source'>;
  /** as it is set, where nothing is said */
  how?: HowItComesIn | undefined;
  signal?: AbortSignal | undefined;
  tell?: ((words: string) => void) | undefined;
};

/** Fetches what is set to be fetched, and writes down what came of it, whatever came of it. */
export async function fetchSource(
  act: Act,
  { publishers, id, how, signal, tell = () => {} }: FetchingSource,
): Promise<Outcome<Fetched, FetchSourceRefusal>> {
  const taken = await take(act, id);
  if (!taken.done) return taken;
  const { comesIn, remembered } = taken.value;
  const heard = heardOf(act, id);
  try {
    const said = (words: string): void => {
      tell(words);
      heard(words);
    };
    const given = {
      act,
      publishers,
      asked: taken.value,
      remembered,
      how: how ?? comesIn,
      signal,
      tell: said,
    };
    const fetched = await fetchAsked(given);
    await heard.settled();
    await end(act, id, fetched);
    return done(fetched);
  } catch (fault) {
    await heard.settled();
    await end(act, id, { outcome: 'failed', words: unforeseen, files: [], remembered });
    throw fault;
  }
}

/** Writes down what came of a try, and tells it. */
async function end(act: Act, id: Id<'fetch-source'>, fetched: Fetched): Promise<void> {
  const importIds = fetched.files.flatMap(({ importId }) => (importId === undefined ? [] : [importId]));
  await act('write', async (ctx) => {
    await endFetchSource(ctx, id, { ...fetched, importIds });
    await ctx.record({
      type: 'indicators.fetched-from-publisher',
      subject: { kind: 'fetch-source', id },
      details: { outcome: fetched.outcome, files: fetched.files.length },
    });
  });
}

const unforeseen =
  'Something went wrong at our end and nothing was changed. It is tried again; if it happens again, tell whoever looks after the service.';

async function take(act: Act, id: Id<'fetch-source'>): Promise<Outcome<FetchSource, FetchSourceRefusal>> {
  return act('write', async (ctx) => {
    if (!allowed(ctx.actor, bringInFigures)) return refuse({ reason: 'not-allowed' });
    const source = await fetchSourceById(ctx, id);
    if (!source) return refuse({ reason: 'no-such-source' });
    return (await takeFetchSource(ctx, id)) ? done(source) : refuse({ reason: 'at-work' });
  });
}

const heardEveryMs = 700;

/** Writes down now and then how far it has come. */
function heardOf(act: Act, id: Id<'fetch-source'>) {
  let last = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const heard = (words: string): void => {
    if (performance.now() - last < heardEveryMs) return;
    last = performance.now();
    writing = writing.then(() => act('write', (ctx) => tellFetchSource(ctx, id, words))).catch(() => {});
  };
  return Object.assign(heard, { settled: () => writing });
}

/**
 * Fetches everything that is due, one after the other. What fails says so where it is set, and keeps nothing else from
 * being fetched.
 */
export async function fetchDue(
  act: Act,
  { publishers, signal }: { publishers: Publishers; signal?: AbortSignal | undefined },
): Promise<void> {
  const due = await act('read', async (ctx) =>
    (await fetchSources(ctx)).filter((source) => isDue(source, ctx.now)),
  );
  for (const { id } of due) {
    signal?.throwIfAborted();
    await fetchSource(act, { publishers, id, signal });
  }
}

const roundHours = 6;

/** Four times a day, what is due by then: the publishers put figures out in the morning. */
export function fetchingSchedule(publishers: Publishers) {
  return {
    name: 'indicators.fetch-from-publishers',
    turn: ({ now, today }: { now: Date; today: string }): string =>
      `${today} ${Math.floor(now.getUTCHours() / roundHours)}`,
    work: ({ act, signal }: { act: Act; signal: AbortSignal }): Promise<void> =>
      fetchDue(act, { publishers, signal }),
    leaseMinutes: 60,
  };
}
