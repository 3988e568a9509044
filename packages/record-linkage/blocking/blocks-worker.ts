import { parentPort, workerData } from 'node:worker_threads';
import { workThrough } from '../threads/tasks-beside.ts';
import { blocksTasks, type BlocksJob } from './blocks-beside.ts';

// one thread beside the one that sorts records into blocks: takes rules until none is left
const job: BlocksJob = workerData;
await workThrough(blocksTasks(job), (said) => parentPort?.postMessage(said, []));
