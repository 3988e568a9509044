import { Worker } from 'node:worker_threads';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { SheetAnswer, SheetAsked } from './sheet-messages.ts';

/** A document that is not written: too many wait, it took too long, or it could not be written at all. */
export type SheetRefusal =
  | { reason: 'too-many-wait' }
  | { reason: 'took-too-long'; seconds: number }
  | { reason: 'could-not-be-written'; cause: string };

const mostWaiting = 8;
const mostSeconds = 30;
const mostMegabytes = 384;

/**
 * Writes a sheet as PDF or Word in a thread of its own, so that nobody who asks for a page waits for it. The thread has a
 * bound of memory and of time; what goes beyond it is refused, and the next document is written by a fresh one.
 */
export async function makeSheet(
  asked: Omit<SheetAsked, 'key'>,
  { seconds = mostSeconds }: { seconds?: number } = {},
): Promise<Outcome<Uint8Array, SheetRefusal>> {
  if (waiting.size >= mostWaiting) return refuse({ reason: 'too-many-wait' });
  const thread = (worker ??= start());
  number += 1;
  const key = number;
  return new Promise((resolve) => {
    const clock = setTimeout(() => {
      settle(key, refuse({ reason: 'took-too-long', seconds }));
      void thread.terminate();
    }, seconds * 1000);
    waiting.set(key, { resolve, clock });
    thread.ref();
    thread.postMessage({ key, ...asked } satisfies SheetAsked, []);
  });
}

type Came = Outcome<Uint8Array, SheetRefusal>;

const waiting = new Map<number, { resolve(came: Came): void; clock: NodeJS.Timeout }>();
let worker: Worker | undefined;
let number = 0;

function settle(key: number, came: Came): void {
  const who = waiting.get(key);
  waiting.delete(key);
  if (who) clearTimeout(who.clock);
  who?.resolve(came);
}

function start(): Worker {
  const made = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
    name: 'sheets',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  made.unref();
  made.on('message', (answer: SheetAnswer) => {
    settle(
      answer.key,
      'bytes' in answer
        ? done(answer.bytes)
        : refuse({ reason: 'could-not-be-written', cause: answer.failure }),
    );
    if (waiting.size === 0) made.unref();
  });
  const gone = (cause: unknown) => {
    if (worker !== made) return;
    worker = undefined;
    for (const key of [...waiting.keys()])
      settle(key, refuse({ reason: 'could-not-be-written', cause: `the thread is gone: ${String(cause)}` }));
  };
  made.on('error', gone);
  made.on('exit', gone);
  return made;
}
