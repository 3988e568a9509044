import { parentPort, workerData } from 'node:worker_threads';
import { doShares, type FromSharesWorker, type SharesJob } from './shares-beside.ts';

// one thread beside the one that trains: takes comparisons until none is left
const job: SharesJob = workerData;
const say = (message: FromSharesWorker): void => parentPort?.postMessage(message, []);
doShares(job, (comparison, odds) => say({ kind: 'odds', comparison, odds }));
say({ kind: 'end' });
