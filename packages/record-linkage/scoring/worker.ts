import { parentPort, workerData } from 'node:worker_threads';
import { beside, type FromWorker } from './beside.ts';
import type { Job } from './job.ts';

// one thread beside the one that asked: takes pieces of a job until none is left
const job: Job = workerData;
beside(job, (message: FromWorker, memory) => parentPort?.postMessage(message, memory));
