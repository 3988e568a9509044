import { availableParallelism } from 'node:os';
import { leavesOf } from '../../comparing/fields.ts';
import type { Comparison, LinkageModel } from '../../model/model.ts';
import type { RecordsRead } from '../../records/records.ts';
import { handed, taken, type HandedRecords } from '../../threads/handed-records.ts';
import { firstTask, TasksBeside, type Tasks } from '../../threads/tasks-beside.ts';
import { shareOfAnswers, type ComparisonOdds, type Drawing } from './u-estimate.ts';

/** What threads need to know: plain data over shared memory. */
export type SharesJob = {
  readonly records: HandedRecords;
  readonly model: Pick<LinkageModel, 'comparisons' | 'linkType' | 'counts'>;
  readonly drawing: Drawing;
  /** the numbers of comparisons in the order in which they are taken, those that take longest first */
  readonly order: readonly number[];
  readonly next: Int32Array;
};

/** Below so many records a thread takes longer to start than to be of use. */
const worthThread = 20_000;

/** The shares of a model's answers, one comparison after the other. */
export type SharesWanted = Pick<SharesJob, 'model' | 'drawing'> & {
  readonly records: RecordsRead;
  /** as many as there are cores unless said */
  readonly threads?: number;
};

/** The shares of a model's answers while other work goes on. */
export class SharesBeside {
  readonly #order: readonly number[];
  readonly #tasks: TasksBeside<ComparisonOdds>;

  /** Begins. */
  constructor({ records, model, drawing, threads }: SharesWanted) {
    const { comparisons, linkType, counts = 'letters' } = model;
    this.#order = longestFirst(comparisons);
    const job = {
      records: handed(records),
      model: { comparisons, linkType, counts },
      drawing,
      order: this.#order,
      next: firstTask(),
    };
    const file = import.meta.url.endsWith('.ts') ? './shares-worker.ts' : './shares-worker.js';
    const worker = new URL(file, import.meta.url);
    const many = threads ?? (records.count < worthThread ? 1 : availableParallelism());
    this.#tasks = new TasksBeside({ ...sharesTasks(job), worker, job }, many);
  }

  /** Does what nobody has taken yet, waits for the rest, and returns the shares in the order of comparisons. */
  async finish(): Promise<readonly ComparisonOdds[]> {
    const odds = await this.#tasks.finish();
    return odds.map((_, comparison) => {
      const none = { levels: [], randomPairs: 0 };
      return odds[this.#order.indexOf(comparison)] ?? none;
    });
  }

  /** Ends all threads. */
  stop(): Promise<void> {
    return this.#tasks.stop();
  }
}

function longestFirst(comparisons: readonly Comparison[]): readonly number[] {
  const costs = comparisons.map(costOf);
  return costs
    .map((_, at) => at)
    .sort((one, other) => (costs[other] ?? 0) - (costs[one] ?? 0) || one - other);
}

function costOf({ levels }: Comparison): number {
  const asked = new Set(levels.flatMap(({ when }) => leavesOf(when)).map(({ is }) => is));
  if (asked.has('agree') || asked.has('shared')) return 3;
  return asked.has('similar') || asked.has('edits') ? 2 : 1;
}

/** The shares of one comparison after the other, as tasks. */
export function sharesTasks({
  records,
  model,
  drawing,
  order,
  next,
}: SharesJob): Pick<Tasks<ComparisonOdds>, 'count' | 'next' | 'does'> {
  const whole = taken(records);
  return {
    count: order.length,
    next,
    does(task) {
      const place = order[task] ?? 0;
      const comparison = model.comparisons[place];
      if (!comparison) throw new Error(`there is no comparison ${place}`);
      const own = { ...drawing, seed: drawing.seed + place };
      return shareOfAnswers({ records: whole, ...model, comparison }, own);
    },
  };
}
