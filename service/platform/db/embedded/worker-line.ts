import { Worker } from 'node:worker_threads';
import { DatabaseFault } from '../fault.ts';
import type { FromWorker, Opening, ToWorker } from './worker-messages.ts';

/** The line to one worker thread with a database in it. One question at a time; a line that breaks stays broken. */
export type WorkerLine = {
  ask(message: ToWorker, limitMs: number): Promise<Uint8Array>;
  readonly broken: boolean;
  /** ends the thread at once; whatever was asked fails with this fault */
  cut(fault: DatabaseFault): void;
};

/** Starts a worker thread and waits until its database is open. */
export async function openLine(opening: Opening, limitMs: number): Promise<WorkerLine> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: opening,
    name: 'database',
    // the TSX hook and its compiler are of no use in there
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const line = lineTo(worker);
  await line.opened(limitMs);
  return line;
}

type Waiting = {
  resolve(bytes: Uint8Array): void;
  reject(fault: DatabaseFault): void;
  timer: NodeJS.Timeout;
};

function lineTo(worker: Worker): WorkerLine & { opened(limitMs: number): Promise<Uint8Array> } {
  let waiting: Waiting | undefined;
  let broken: DatabaseFault | undefined;

  const settle = (): Waiting | undefined => {
    const settled = waiting;
    if (settled) clearTimeout(settled.timer);
    waiting = undefined;
    // a database that nobody asks anything does not keep the process alive
    worker.unref();
    return settled;
  };
  const cut = (fault: DatabaseFault): void => {
    broken ??= fault;
    settle()?.reject(fault);
    void worker.terminate();
  };
  const wait = (limitMs: number): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      worker.ref();
      const tooLong = (): void =>
        cut(
          new DatabaseFault(
            'timeout',
            `the embedded database worked longer than ${limitMs} ms on one statement`,
          ),
        );
      waiting = { resolve, reject, timer: setTimeout(tooLong, limitMs) };
    });

  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'failed') return cut(crashed(message.message));
    settle()?.resolve(message.kind === 'answer' ? message.bytes : new Uint8Array(0));
  });
  worker.on('error', (cause) => cut(crashed(cause)));
  worker.on('exit', (code) => cut(crashed(`its thread ended with ${code}`)));

  return {
    get broken() {
      return broken !== undefined;
    },
    cut,
    opened: wait,
    ask(message, limitMs) {
      if (broken) return Promise.reject(broken);
      const answer = wait(limitMs);
      worker.postMessage(message, 'bytes' in message ? [message.bytes.buffer] : []);
      return answer;
    },
  };
}

function crashed(cause: unknown): DatabaseFault {
  const words = cause instanceof Error ? cause.message : String(cause);
  const code = /ENOSPC|no space left/i.test(words) ? 'disk-full' : 'unavailable';
  return new DatabaseFault(code, `the embedded database stopped: ${words}`, { cause });
}
