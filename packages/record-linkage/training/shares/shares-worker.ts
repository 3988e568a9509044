import { parentPort, workerData } from 'node:worker_threads';
import { workThrough } from '../../threads/tasks-beside.ts';
import { sharesTasks, type SharesJob } from './shares-beside.ts';

// one thread beside the one that trains: takes comparisons until none is left
const job: SharesJob = workerData;
await workThrough(sharesTasks(job), (said) => parentPort?.postMessage(said, []));
