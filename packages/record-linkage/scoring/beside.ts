import type { CountedAnswers } from '../model/answers.ts';
import { turn, type Job } from './job.ts';
import { Labour, type Done } from './labour.ts';

/** What a thread says: a piece is done, or all are, with what it counted. */
export type FromWorker =
  | { readonly kind: 'done'; readonly done: Done }
  | { readonly kind: 'end'; readonly counted: CountedAnswers | undefined };

/** A thread is never further than so many pieces ahead of what was handed on, so that results do not pile up. */
export const mostAhead = 64;

/** Takes pieces until none is left, and says what came of each. */
export function beside(job: Job, say: (message: FromWorker, memory: ArrayBuffer[]) => void): void {
  const labour = new Labour(job);
  for (;;) {
    const piece = Atomics.add(job.turns, turn.next, 1);
    if (piece >= labour.size || Atomics.load(job.turns, turn.stop) === 1) break;
    waitForTurn(job, piece);
    const done = labour.do(piece);
    say({ kind: 'done', done }, memoryOf(done));
  }
  say({ kind: 'end', counted: labour.counted }, []);
}

function waitForTurn({ turns }: Job, piece: number): void {
  for (;;) {
    const handedOn = Atomics.load(turns, turn.handedOn);
    if (piece < handedOn + mostAhead || Atomics.load(turns, turn.stop) === 1) return;
    Atomics.wait(turns, turn.handedOn, handedOn, 1000);
  }
}

function memoryOf({ kept }: Done): ArrayBuffer[] {
  if (!kept) return [];
  return [kept.left, kept.right, kept.weight, kept.rule, kept.answers].map((array) => array.buffer);
}
