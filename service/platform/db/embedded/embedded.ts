import { resolve } from 'node:path';
import type { Engine, Limits, Session } from '../engine/engine.ts';
import { DatabaseFault } from '../fault.ts';
import { queueOfOne } from '../engine/in-turn.ts';
import { Statements } from './statements.ts';
import { startWorker } from './start-worker.ts';
import type { WorkerLine } from './worker-line.ts';
import type { Opening } from './worker-messages.ts';

/** The embedded database; `dump` answers with its whole data directory as a tar file. */
export type EmbeddedEngine = Engine & { dump(): Promise<Uint8Array> };

/** Writing the whole database out, or the last of it to disk. */
const wholeLimitMs = 120_000;

/**
 * Opens PGlite in a worker thread: one connection, lent to one transaction after the other in the order they asked. A
 * thread that crashed or was stopped is opened again for the next one.
 */
export async function openEmbedded(options: {
  directory?: string;
  dump?: Uint8Array;
}): Promise<EmbeddedEngine> {
  const opening: Opening = {};
  if (options.directory !== undefined) opening.directory = resolve(options.directory);
  if (options.dump) opening.dump = new Uint8Array(options.dump);

  let line = await startWorker(opening);
  delete opening.dump;
  let statements = new Statements();
  const inTurn = queueOfOne();
  let closed = false;

  const ready = async (): Promise<void> => {
    if (closed) throw new DatabaseFault('unavailable', 'the embedded database is closed');
    if (!line.broken) return;
    if (opening.directory === undefined)
      throw new DatabaseFault('unavailable', 'the database in memory was lost when its thread stopped');
    line = await startWorker(opening);
    statements = new Statements();
  };

  return {
    kind: 'embedded',
    place: opening.directory ?? 'memory',
    hold: (limits, work) =>
      inTurn(async () => {
        await ready();
        return await work(sessionOver(line, statements, limits));
      }),
    dump: () =>
      inTurn(async () => {
        await ready();
        return await line.ask({ kind: 'dump' }, wholeLimitMs);
      }),
    close: () =>
      inTurn(async () => {
        if (closed) return;
        closed = true;
        const finished = new DatabaseFault('unavailable', 'the embedded database is closed');
        if (!line.broken) await line.ask({ kind: 'close' }, wholeLimitMs).catch(() => {});
        line.cut(finished);
      }),
  };
}

function sessionOver(line: WorkerLine, statements: Statements, limits: Limits): Session {
  // statements asked for at once run one after the other, as on a server's connection
  const inTurn = queueOfOne();
  const exchange = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
    line.ask({ kind: 'exchange', bytes }, limits.statementMs);
  return {
    query: (text, values) => inTurn(() => statements.run(exchange, text, values)),
    script: (text) => inTurn(() => statements.script(exchange, text)),
    spoil: () => line.cut(new DatabaseFault('unavailable', 'the connection was given up')),
  };
}
