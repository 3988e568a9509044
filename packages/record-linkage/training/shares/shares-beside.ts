import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { leavesOf } from '../../comparing/fields.ts';
import type { Comparison, LinkageModel } from '../../model/model.ts';
import { Dictionary } from '../../records/dictionary.ts';
import type { Records } from '../../records/records.ts';
import { shareOfAnswers, type ComparisonOdds, type Drawing } from './u-estimate.ts';

/** What threads need to know: plain data over shared memory. */
export type SharesJob = {
  readonly count: number;
  readonly sources: readonly string[];
  readonly sourceOf: Uint8Array;
  readonly columns: ReadonlyMap<
    string,
    { readonly codes: Int32Array; readonly letters: Uint16Array; readonly starts: Uint32Array }
  >;
  readonly model: Pick<LinkageModel, 'comparisons' | 'linkType' | 'counts'>;
  readonly drawing: Drawing;
  /** the numbers of comparisons in the order in which they are taken, those that take longest first */
  readonly order: readonly number[];
  /** the next place in that order */
  readonly next: Int32Array;
};

/** What a thread says: the shares of one comparison, or that none is left. */
export type FromSharesWorker =
  | { readonly kind: 'odds'; readonly comparison: number; readonly odds: ComparisonOdds }
  | { readonly kind: 'end' };

/** Below so many records a thread takes longer to start than to be of use. */
const worthThread = 20_000;

/** The shares of a model's answers while other work goes on: threads begin at once, and `finish` lends a hand. */
export class SharesBeside {
  readonly #job: SharesJob;
  readonly #odds = new Map<number, ComparisonOdds>();
  readonly #workers: readonly Worker[];
  readonly #ended: Promise<unknown>;

  /** Begins. As many threads as there are cores, this one among them, unless said. */
  constructor(job: SharesJob, threads: number = job.count < worthThread ? 1 : availableParallelism()) {
    this.#job = job;
    const beside = Math.min(threads, job.order.length) - 1;
    this.#workers = Array.from({ length: Math.max(0, beside) }, () => startWorker(job));
    this.#ended = Promise.all(this.#workers.map((worker) => this.#hear(worker)));
    // who does not finish does not ask what became of them either
    this.#ended.catch(() => {});
  }

  /** Does what nobody has taken yet, waits for the rest, and returns the shares in the order of comparisons. */
  async finish(): Promise<readonly ComparisonOdds[]> {
    doShares(this.#job, (comparison, odds) => this.#odds.set(comparison, odds));
    await this.#ended;
    return this.#job.model.comparisons.map(
      (_, comparison) => this.#odds.get(comparison) ?? { levels: [], randomPairs: 0 },
    );
  }

  /** Ends all threads. */
  async stop(): Promise<void> {
    Atomics.store(this.#job.next, 0, this.#job.order.length);
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #hear(worker: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromSharesWorker) => {
        if (message.kind === 'odds') this.#odds.set(message.comparison, message.odds);
        else resolve();
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`a thread of the training ended with code ${code}`)));
    });
  }
}

function startWorker(job: SharesJob): Worker {
  const file = import.meta.url.endsWith('.ts') ? './shares-worker.ts' : './shares-worker.js';
  return new Worker(new URL(file, import.meta.url), {
    workerData: job,
    name: 'record-linkage',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
}

/** A job over all comparisons of a model. */
export function sharesJob(records: Records, model: SharesJob['model'], drawing: Drawing): SharesJob {
  const costs = model.comparisons.map(costOf);
  const columns = [...records.columns].map(([key, { codes, values }]) => {
    const { letters, starts } = values;
    return [key, { codes, letters, starts }] as const;
  });
  return {
    count: records.count,
    sources: records.sources,
    sourceOf: records.sourceOf,
    columns: new Map(columns),
    model: { comparisons: model.comparisons, linkType: model.linkType, counts: model.counts ?? 'letters' },
    drawing,
    order: costs
      .map((_, at) => at)
      .sort((one, other) => (costs[other] ?? 0) - (costs[one] ?? 0) || one - other),
    next: new Int32Array(new SharedArrayBuffer(4)),
  };
}

function costOf({ levels }: Comparison): number {
  const asked = new Set(levels.flatMap(({ when }) => leavesOf(when)).map(({ is }) => is));
  if (asked.has('agree') || asked.has('shared')) return 3;
  return asked.has('similar') || asked.has('edits') ? 2 : 1;
}

/** Takes comparisons until none is left, and says the shares of each. */
export function doShares(job: SharesJob, say: (comparison: number, odds: ComparisonOdds) => void): void {
  const { count, sources, sourceOf, model, drawing } = job;
  const columns = new Map(
    [...job.columns].map(([key, { codes, letters, starts }]) => [
      key,
      { codes, values: new Dictionary(letters, starts) },
    ]),
  );
  const records = { count, sources, sourceOf, columns };
  for (;;) {
    const place = job.order[Atomics.add(job.next, 0, 1)];
    const comparison = place === undefined ? undefined : model.comparisons[place];
    if (place === undefined || !comparison) return;
    const own = { ...drawing, seed: drawing.seed + place };
    say(place, shareOfAnswers({ records, ...model, comparison }, own));
  }
}
