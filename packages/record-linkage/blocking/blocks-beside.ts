import { availableParallelism } from 'node:os';
import { handed, taken, type HandedRecords } from '../threads/handed-records.ts';
import { firstTask, TasksBeside, type Tasks } from '../threads/tasks-beside.ts';
import {
  blocksOf,
  blocksOfRule,
  roomForKeys,
  together,
  type Blocking,
  type Blocks,
  type BlocksOfRule,
} from './blocks.ts';

/** What a thread needs to know: plain data over shared memory. */
export type BlocksJob = {
  readonly blocking: Omit<Blocking, 'records'>;
  readonly records: HandedRecords;
  readonly room: Pick<Blocks, 'stride' | 'leftKeys' | 'rightKeys'>;
  readonly next: Int32Array;
};

/** Below so many records a thread takes longer to start than to be of use. */
const worthThread = 100_000;

/** As `blocksOf`, with a rule to each of several threads; as many as there are cores unless said. */
export async function blocksBeside(blocking: Blocking, threads?: number): Promise<Blocks> {
  const { records, ...rest } = blocking;
  const many = threads ?? (records.count < worthThread ? 1 : availableParallelism());
  if (Math.min(many, rest.rules.length) < 2) return blocksOf(blocking);
  const room = roomForKeys(blocking);
  const job = { blocking: rest, records: handed(records), room, next: firstTask() };
  const file = import.meta.url.endsWith('.ts') ? './blocks-worker.ts' : './blocks-worker.js';
  const tasks = new TasksBeside({ ...blocksTasks(job), worker: new URL(file, import.meta.url), job }, many);
  try {
    return { ...room, ...together(await tasks.finish()) };
  } finally {
    await tasks.stop();
  }
}

/** The blocks of one rule after the other, as tasks. */
export function blocksTasks({
  blocking,
  records,
  room,
  next,
}: BlocksJob): Pick<Tasks<BlocksOfRule>, 'count' | 'next' | 'does'> {
  const whole = { ...blocking, records: taken(records) };
  return { count: blocking.rules.length, next, does: (rule) => blocksOfRule(whole, room, rule) };
}
