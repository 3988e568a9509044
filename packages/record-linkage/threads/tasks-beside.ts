import { Worker } from 'node:worker_threads';

/** Tasks that are numbered from 0, and what a thread needs to do them. */
export type Tasks<Result> = {
  readonly count: number;
  /** the next task that nobody has taken; shared */
  readonly next: Int32Array;
  /** does one in this thread */
  readonly does: (task: number) => Result | Promise<Result>;
  /** the file of a thread, which calls `workThrough`, and what it is handed: plain data over shared memory */
  readonly worker: URL;
  readonly job: unknown;
};

/** What a thread says: a task is done, or none is left. */
export type Said<Result> = { readonly task: number; readonly result: Result } | 'none left';

/** A counter of tasks that threads share. */
export function firstTask(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4));
}

/** Takes tasks until none is left, and says what came of each. */
export async function workThrough<Result>(
  { next, count, does }: Pick<Tasks<Result>, 'next' | 'count' | 'does'>,
  say: (said: Said<Result>) => void,
): Promise<void> {
  for (;;) {
    const task = Atomics.add(next, 0, 1);
    if (task >= count) break;
    say({ task, result: await does(task) });
  }
  say('none left');
}

/** Tasks done while other work goes on: threads begin at once, and `finish` lends a hand. */
export class TasksBeside<Result> {
  readonly #tasks: Tasks<Result>;
  readonly #results = new Map<number, Result>();
  readonly #workers: readonly Worker[];
  readonly #ended: Promise<unknown>;

  /** Begins with so many threads, this one among them. */
  constructor(tasks: Tasks<Result>, threads: number) {
    this.#tasks = tasks;
    const beside = Math.min(Math.floor(threads), tasks.count) - 1;
    this.#workers = Array.from({ length: Math.max(0, beside) }, () => startWorker(tasks));
    this.#ended = Promise.all(this.#workers.map((worker) => this.#hear(worker)));
    // who does not finish does not ask what became of them either
    this.#ended.catch(() => {});
  }

  /** Does what nobody has taken yet, waits for the rest, and returns the results in the order of tasks. */
  async finish(): Promise<readonly Result[]> {
    await workThrough(this.#tasks, (said) => this.#take(said));
    await this.#ended;
    return Array.from(this.#results)
      .toSorted(([one], [other]) => one - other)
      .map(([, result]) => result);
  }

  /** Ends all threads. */
  async stop(): Promise<void> {
    Atomics.store(this.#tasks.next, 0, this.#tasks.count);
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #take(said: Said<Result>): void {
    if (said !== 'none left') this.#results.set(said.task, said.result);
  }

  #hear(worker: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      worker.on('message', (said: Said<Result>) => {
        this.#take(said);
        if (said === 'none left') resolve();
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`a thread ended with code ${code} before its work did`)));
    });
  }
}

function startWorker({ worker, job }: Pick<Tasks<unknown>, 'worker' | 'job'>): Worker {
  return new Worker(worker, {
    workerData: job,
    name: 'record-linkage',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
}
