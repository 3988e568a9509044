import { parentPort, workerData } from 'node:worker_threads';
import { workThrough } from '../../threads/tasks-beside.ts';
import { columnsTasks, withDuckdb, type ColumnsJob } from './columns-beside.ts';

// one thread beside the one that reads: takes columns until none is left
const job: ColumnsJob = workerData;
await withDuckdb((connection) =>
  workThrough(columnsTasks(job, connection), (said) => parentPort?.postMessage(said, [])),
);
