import { createServer } from 'node:net';
import type { Command, Control } from '#platform/control/control.ts';
import { isLoopback, type Config } from '#platform/config/config.ts';
import { homeScorecard } from '#modules/indicators/index.ts';
import type { FastifyInstance } from 'fastify';
import { takeLock } from './lock.ts';
import { openGround, openServer, type Ground } from './open-service.ts';
import type { Seed, Tell } from './seed.ts';

/** A service that answers. */
export type Running = {
  address: string;
  ground: Ground;
  /** Answers what was asked, then closes everything; saying it twice is the same as once. */
  stop: () => Promise<void>;
};

/** A command that a running service answers over its local socket, once its ground is open. */
export type GroundCommand = (
  ground: Ground,
  payload: unknown,
  hearing: { tell: Tell; signal: AbortSignal },
) => Promise<unknown>;

export type ServeParts = {
  tell?: Tell;
  seeds?: readonly Seed[];
  commands?: Readonly<Record<string, GroundCommand>>;
};

/**
 * Opens everything and listens. On the embedded database the local socket is taken first, because it is the lock; the
 * outbox and what comes round with the calendar are dealt with here too. On a server that is the work of a process of its own.
 * @throws AlreadyOpen where another process has the data directory open; the system's own error where the port is taken
 */
export async function serve(config: Config, parts: ServeParts = {}): Promise<Running> {
  const ear = await openEar(config, parts.commands ?? {});
  let ground: Ground | undefined;
  try {
    // sooner than the database is made, because that takes a while
    await refuseBusyPort(config);
    ground = await openGround(config, { ...parts, control: ear.control });
    const server = await openServer(ground);
    await server.listen({ port: config.port, host: config.host });
    if (ground.database.kind === 'embedded') {
      ground.outbox.start();
      ground.schedules.start();
    }
    ear.groundIsOpen(ground);
    const settled = settleIn(ground);
    return {
      address: addressOf(config, server),
      ground,
      stop: onlyOnce(stopping(server, ground, { ear, settled })),
    };
  } catch (fault) {
    await ear.quiet();
    await ground?.close().catch(() => {});
    await ear.control?.close();
    throw fault;
  }
}

function refuseBusyPort({ port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const trial = createServer();
    trial.once('error', reject);
    trial.listen({ port, host }, () => trial.close(() => resolve()));
  });
}

type Ear = {
  control: Control | undefined;
  /** the commands that were asked meanwhile go ahead */
  groundIsOpen(ground: Ground): void;
  /** breaks off the commands at work, and waits until they have come to their end */
  quiet(): Promise<void>;
};

async function openEar(config: Config, commands: Readonly<Record<string, GroundCommand>>): Promise<Ear> {
  const ground = Promise.withResolvers<Ground>();
  ground.promise.catch(() => {});
  const ending = new AbortController();
  const atWork = new Set<Promise<unknown>>();
  const answer =
    (command: GroundCommand): Command =>
    async (payload, tell, signal) => {
      ending.signal.throwIfAborted();
      const either = AbortSignal.any([signal, ending.signal]);
      const work = ground.promise.then((open) => command(open, payload, { tell, signal: either }));
      atWork.add(work);
      return await work.finally(() => atWork.delete(work));
    };
  return {
    control: config.databaseUrl ? undefined : await takeLock(config, mapValues(commands, answer)),
    groundIsOpen: (open) => ground.resolve(open),
    async quiet() {
      ground.reject(new Error('the service is stopping'));
      ending.abort();
      await Promise.allSettled(atWork);
    },
  };
}

/** Reads the lists that every scorecard stands on, once it listens, so that the first reader does not wait for them. */
async function settleIn({ transactions, partnershipId }: Ground): Promise<void> {
  const who = { actor: { kind: 'service' as const, name: 'start' }, partnershipId };
  // what fails here fails again, and is told, for whoever asks for it
  await transactions.inTransaction(who, 'read', homeScorecard).catch(() => {});
}

function stopping(
  server: FastifyInstance,
  ground: Ground,
  { ear, settled }: { ear: Ear; settled: Promise<void> },
): () => Promise<void> {
  return async () => {
    await server.close();
    await settled;
    await ear.quiet();
    await ground.close();
    // the lock is given up last, when nothing has the directory open any more
    await ear.control?.close();
  };
}

function onlyOnce(act: () => Promise<void>): () => Promise<void> {
  let acting: Promise<void> | undefined;
  return () => (acting ??= act());
}

/** Where a person reaches it: by the public address where there is one. */
function addressOf(config: Config, server: FastifyInstance): string {
  if (config.origin) return config.origin;
  const bound = server.server.address();
  const port = typeof bound === 'object' && bound ? bound.port : config.port;
  if (isLoopback(config.host)) return `http://localhost:${port}`;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${host}:${port}`;
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  turn: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, turn(value)]));
}
