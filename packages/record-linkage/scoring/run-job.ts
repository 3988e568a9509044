import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PairSql } from '../comparing/pair-sql.ts';
import type { CountedAnswers } from '../model/answers.ts';
import { mostAhead, type FromWorker } from './beside.ts';
import { piecesOf, turn, type Job } from './job.ts';
import { Labour, type Done } from './labour.ts';

/** How a job is run. */
export type Running = {
  /** how many threads work, the asking one among them; as many as there are cores unless said */
  readonly threads?: number;
  /** takes what came of each piece, in the order of pieces; the next is not handed on before it has settled */
  readonly take?: (done: Done) => void | Promise<void>;
  /** told now and then how many pairs of how many are done; pairs that several rules find count for each */
  readonly progress?: (done: number, of: number) => void;
  /** answers SQL about two records: then one thread does all */
  readonly pairSql?: PairSql | undefined;
  /** ends the work early, with an error */
  readonly signal?: AbortSignal;
};

/** Below so many pairs a thread takes longer to start than to be of use. */
const worthThread = 300_000;

/** Does all pieces of a job with several threads, this one among them, and returns what each thread counted. */
export async function runJob(job: Job, running: Running): Promise<CountedAnswers[]> {
  const pieces = piecesOf(job.blocks);
  const pairs = pieces.reduce((sum, piece) => sum + piece.pairs, 0);
  const threads = running.pairSql ? 1 : (running.threads ?? availableParallelism());
  const wanted = Math.max(1, Math.floor(threads));
  const useful = running.threads === undefined ? Math.ceil(pairs / worthThread) : pieces.length;
  const line = new Line(job, running);
  const workers = Array.from({ length: Math.min(wanted, useful) - 1 }, () => startWorker(job, line));
  try {
    const labour = new Labour(job, running.pairSql);
    await line.work(labour);
    await line.rest(workers.length);
    return [labour.counted, ...line.counted].flatMap((each) => (each ? [each] : []));
  } finally {
    Atomics.store(job.turns, turn.stop, 1);
    Atomics.notify(job.turns, turn.handedOn);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function startWorker(job: Job, line: Line): Worker {
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: job,
    name: 'record-linkage',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  worker.on('message', (message: FromWorker) => line.hear(message));
  worker.on('error', (cause: unknown) => line.fail(cause));
  return worker;
}

/** Hands on what came of pieces, in their order, whichever thread did them. */
class Line {
  readonly counted: (CountedAnswers | undefined)[] = [];
  readonly #job: Job;
  readonly #running: Running;
  readonly #pieces: readonly { readonly pairs: number }[];
  readonly #all: number;
  readonly #ready = new Map<number, Done>();
  #handedOn = 0;
  #pairs = 0;
  #failure: { readonly cause: unknown } | undefined;
  #heard: () => void = () => {};

  constructor(job: Job, running: Running) {
    this.#job = job;
    this.#running = running;
    this.#pieces = piecesOf(job.blocks);
    this.#all = this.#pieces.reduce((sum, piece) => sum + piece.pairs, 0);
  }

  hear(message: FromWorker): void {
    if (message.kind === 'done') this.#ready.set(message.done.piece, message.done);
    else this.counted.push(message.counted);
    this.#heard();
  }

  fail(cause: unknown): void {
    this.#failure ??= { cause };
    this.#heard();
  }

  /** Does pieces in this thread until none is left. */
  async work(labour: Labour): Promise<void> {
    for (;;) {
      const piece = Atomics.add(this.#job.turns, turn.next, 1);
      if (piece >= labour.size) return;
      while (piece >= this.#handedOn + mostAhead) await this.#more();
      this.#ready.set(piece, this.#running.pairSql ? await labour.doWithSql(piece) : labour.do(piece));
      await this.#handOn();
      await breath();
    }
  }

  /** Waits until the other threads are done too. */
  async rest(workers: number): Promise<void> {
    await this.#handOn();
    while (this.#handedOn < this.#pieces.length || this.counted.length < workers) await this.#more();
  }

  async #more(): Promise<void> {
    if (!this.#failure) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
    await this.#handOn();
  }

  async #handOn(): Promise<void> {
    if (this.#failure) throw this.#failure.cause;
    this.#running.signal?.throwIfAborted();
    for (let done = this.#ready.get(this.#handedOn); done; done = this.#ready.get(this.#handedOn)) {
      this.#ready.delete(this.#handedOn);
      await this.#running.take?.(done);
      this.#pairs += this.#pieces[this.#handedOn]?.pairs ?? 0;
      this.#handedOn += 1;
      Atomics.store(this.#job.turns, turn.handedOn, this.#handedOn);
      Atomics.notify(this.#job.turns, turn.handedOn);
      this.#running.progress?.(this.#pairs, this.#all);
    }
  }
}

/** Lets messages of other threads come in. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
