import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Engine, Limits, Session } from '../engine.ts';
import { DatabaseFault } from '../fault.ts';
import { Statements } from './statements.ts';
import { openLine, type WorkerLine } from './worker-line.ts';
import type { Opening } from './worker-messages.ts';

/** The embedded database; `dump` answers with its whole data directory as a tar file. */
export type EmbeddedEngine = Engine & { dump(): Promise<Uint8Array> };

const openingLimitMs = 120_000;

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
  if (opening.directory !== undefined) await mkdir(opening.directory, { recursive: true, mode: 0o700 });

  let line = await openLine(opening, openingLimitMs);
  let statements = new Statements();
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const ready = async (): Promise<void> => {
    if (closed) throw new DatabaseFault('unavailable', 'the embedded database is closed');
    if (!line.broken) return;
    if (opening.directory === undefined)
      throw new DatabaseFault('unavailable', 'the database in memory was lost when its thread stopped');
    line = await openLine(opening, openingLimitMs);
    statements = new Statements();
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
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
        return await line.ask({ kind: 'dump' }, openingLimitMs);
      }),
    close: () =>
      inTurn(async () => {
        if (closed) return;
        closed = true;
        const finished = new DatabaseFault('unavailable', 'the embedded database is closed');
        if (!line.broken) await line.ask({ kind: 'close' }, openingLimitMs).catch(() => {});
        line.cut(finished);
      }),
  };
}

function sessionOver(line: WorkerLine, statements: Statements, limits: Limits): Session {
  // statements asked for at once run one after the other, as on a server's connection
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
  const exchange = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
    line.ask({ kind: 'exchange', bytes }, limits.statementMs);
  return {
    query: (text, values) => inTurn(() => statements.run(exchange, text, values)),
    script: (text) => inTurn(() => statements.script(exchange, text)),
    spoil: () => line.cut(new DatabaseFault('unavailable', 'the connection was given up')),
  };
}
