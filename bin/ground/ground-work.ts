import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { askControl, ControlFault } from '#platform/control/ask-control.ts';
import { controlPath } from '#platform/control/control-path.ts';
import { AlreadyOpen } from '#platform/control/take-socket.ts';
import type { Config } from '#platform/config/config.ts';
import { databaseDirectory } from '../../service/lock.ts';
import type { Ground } from '../../service/open-service.ts';
import type { GroundCommand } from '../../service/serve.ts';
import type { Tell } from '../../service/seed.ts';
import { Refused, type Call } from '../command-line/command.ts';
import type { Opened } from './open-here.ts';
import { readStep } from '../command-line/progress.ts';

/** What needs the database: done by the running service where there is one, by the command itself otherwise. */
export type GroundWork<Payload, Result> = {
  inService: GroundCommand;
  do(call: Call, payload: Payload): Promise<Result>;
};

export type Hearing = { tell: Tell; signal: AbortSignal };

type Definition<Payload, Result> = {
  /** the command's own name, under which the service answers it */
  name: string;
  payload: z.ZodType<Payload>;
  result: z.ZodType<Result>;
  act: (ground: Ground, payload: Payload, hearing: Hearing) => Promise<Result>;
};

/** One definition for both ways; what travels over the socket is parsed at both ends. */
export function groundWork<Payload, Result>(
  definition: Definition<Payload, Result>,
): GroundWork<Payload, Result> {
  const { name, act } = definition;
  return {
    inService: async (ground, payload, hearing) => {
      try {
        const work = act(ground, definition.payload.parse(payload), hearing);
        return { result: await unlessStopped(work, hearing.signal) };
      } catch (fault) {
        if (fault instanceof Refused) return { refused: { code: fault.code, message: fault.message } };
        throw fault;
      }
    },
    async do(call, payload) {
      const config = call.settings();
      const answered = await inServiceOrHere(config, call, { name, payload });
      if ('answer' in answered) return definition.result.parse(resultIn(answered.answer));
      const { ground, close } = answered;
      try {
        const signal = untilInterrupted();
        return await unlessStopped(act(ground, payload, { tell: call.tell, signal }), signal);
      } finally {
        await close();
      }
    },
  };
}

/** Work that cannot be stopped in its middle is left alone: the database closes under it, and nothing of it is kept. */
function unlessStopped<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void =>
      reject(new Refused('stopped', 'It was stopped before its end. What was not finished is cleared away.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([work, stopped]);
}

const answered = z.union([
  z.object({ refused: z.object({ code: z.string(), message: z.string() }) }),
  z.object({ result: z.unknown() }),
]);

/** A refusal is an answer, and crosses the socket as one. */
function resultIn(answer: unknown): unknown {
  const found = answered.parse(answer);
  if ('refused' in found) throw new Refused(found.refused.code, found.refused.message);
  return found.result;
}

/** How long a command waits for another command that is at work in the same directory. */
const patienceMs = 60_000;

async function inServiceOrHere(
  config: Config,
  call: Call,
  ask: { name: string; payload: unknown },
): Promise<{ answer: unknown } | Opened> {
  if (config.databaseUrl) return here(config, call);
  const path = await controlPath(databaseDirectory(config));
  for (const until = Date.now() + patienceMs; ;) {
    try {
      return { answer: await asked(path, ask, call) };
    } catch (fault) {
      if (!(fault instanceof ControlFault) || !isAbsent(fault)) throw fault;
    }
    try {
      return await here(config, call);
    } catch (fault) {
      if (!(fault instanceof AlreadyOpen) || Date.now() > until) throw fault;
      call.tell({ says: `Waiting for another command at work in ${config.directory}` });
      await pause(250);
    }
  }
}

/** What the service was asked it does, whether anybody waits for the answer or not; whoever goes is told so. */
async function asked(path: string, ask: { name: string; payload: unknown }, call: Call): Promise<unknown> {
  const going = Promise.withResolvers<never>();
  const go = (): void =>
    going.reject(new Refused('not-waited', 'Not waiting any longer. The running service goes on with it.'));
  process.once('SIGINT', go);
  try {
    const answer = askControl(path, ask, (event) => call.tell(readStep(event)));
    return await Promise.race([answer, going.promise]);
  } finally {
    process.off('SIGINT', go);
  }
}

/** Nobody listens; or somebody who is no service, but another command. */
function isAbsent({ code }: ControlFault): boolean {
  return code === 'not-running' || code === 'unknown-command';
}

/** Loaded only where it is wanted: a command that a service answers has no need of all that. */
async function here(config: Config, call: Call): Promise<Opened> {
  const { openHere } = await import('./open-here.ts');
  return openHere(config, call.tell);
}

/** Aborted by the first Ctrl+C, so that work can come to a clean end; a second one ends the process as usual. */
function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return controller.signal;
}
