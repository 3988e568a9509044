import { mkdir, statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Engine, Limits, Session } from '../engine.ts';
import { DatabaseFault } from '../fault.ts';
import { queueOfOne } from '../in-turn.ts';
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

  let line = await start(opening);
  let statements = new Statements();
  const inTurn = queueOfOne();
  let closed = false;

  const ready = async (): Promise<void> => {
    if (closed) throw new DatabaseFault('unavailable', 'the embedded database is closed');
    if (!line.broken) return;
    if (opening.directory === undefined)
      throw new DatabaseFault('unavailable', 'the database in memory was lost when its thread stopped');
    line = await start(opening);
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

/** What PostgreSQL needs to come back after a crash: one more piece of its log, and some room to write in. */
const roomToStart = 32 * 1024 * 1024;

async function start(opening: Opening): Promise<WorkerLine> {
  try {
    return await openLine(opening, openingLimitMs);
  } catch (cause) {
    const { directory } = opening;
    const disk = directory === undefined ? undefined : await statfs(directory).catch(() => undefined);
    if (disk && disk.bavail * disk.bsize < roomToStart)
      throw new DatabaseFault(
        'disk-full',
        `the disk that holds ${directory} is full: the database cannot start`,
        { cause },
      );
    throw cause;
  }
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
