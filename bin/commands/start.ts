import { demonstrationSeeds } from '../../demonstration/load.ts';
import { people } from '#modules/accounts/index.ts';
import type { Person } from '#modules/accounts/index.ts';
import type { Config } from '#platform/config/config.ts';
import { serve, type GroundCommand, type Running } from '../../service/serve.ts';
import { untilStopped } from '../../service/until-stopped.ts';
import { Refused, type Call, type Command, type Deed } from '../command-line/command.ts';
import { commandLine } from '../ground/command-line-actor.ts';
import { refuseFullDisk } from '../command-line/free-space.ts';

/** Opens the service and keeps it open until somebody stops it. */
export const start: Deed = {
  async run(call) {
    const config = atStart(call);
    await refuseFullDisk(config);
    const commands = await inService(call.commands);
    const running = await serve(config, {
      tell: call.tell,
      seeds: demonstrationSeeds(config),
      commands,
    }).catch((fault: unknown) => {
      throw portFault(config, fault) ?? fault;
    });
    // from here on it can be stopped: sooner than anybody is told that it runs
    const stopped = untilStopped(running.stop, (why) => call.say(farewell(why)));
    const everybody = await peopleToBe(running);
    call.hand({
      address: running.address,
      pid: process.pid,
      database: running.ground.database.kind,
      people: everybody.map(({ name, job }) => ({ name, job })),
    });
    call.say(welcome(running, everybody));
    return (await stopped) === 0
      ? { exit: 0, document: {}, out: 'Stopped. Everything is saved.' }
      : { exit: 3, document: {}, note: 'Some work did not come to its end in time and was broken off.' };
  },
};

/** What a running service does for other commands. */
async function inService(commands: readonly Command[]): Promise<Record<string, GroundCommand>> {
  const answers: Record<string, GroundCommand> = {};
  for (const command of commands) {
    const deed = await command.open();
    if (deed.inService) answers[command.name] = deed.inService;
  }
  return answers;
}

/** A person at a terminal wants to read the address, not a line for every request; whoever asks for a log gets it. */
function atStart(call: Call): Config {
  const config = call.settings();
  if (call.json) return { ...config, log: 'silent' };
  const quieter = process.stdout.isTTY && !process.env['GOLDENTHREAD_LOG'];
  return quieter ? { ...config, log: 'warn' } : config;
}

async function peopleToBe({ ground }: Running): Promise<readonly Person[]> {
  if (!ground.config.demonstration) return [];
  return ground.transactions.inTransaction(commandLine(ground), 'read', people);
}

function welcome({ address, ground }: Running, everybody: readonly Person[]): string {
  const width = Math.max(0, ...everybody.map(({ name }) => name.length));
  const names = everybody.map(({ name, job }) => `    ${name.padEnd(width)}  ${job}`);
  const who = everybody.length > 0 ? [`  Be one of these people, at ${address}/sign-in`, ...names, ''] : [];
  return [
    '',
    `  Golden Thread is at ${address}`,
    '',
    ...who,
    ...notes(ground.database.kind).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

function notes(kind: 'embedded' | 'server'): readonly string[] {
  const stop = 'Stop it with Ctrl+C.';
  if (kind === 'server') return ['Its worker is a process of its own: npx goldenthread worker', stop];
  return [
    'It keeps everything in the embedded database, which is for trying: a power cut can lose data.',
    'For real work give it a PostgreSQL server in DATABASE_URL (docs/guides/operate.md).',
    stop,
  ];
}

function farewell(why: string): string {
  return why === 'orphaned'
    ? 'Whoever started the service has gone, so it stops.'
    : 'Stopping, as soon as what was asked is answered…';
}

/** Words for a port that cannot be listened on; undefined where the fault is of another sort. */
function portFault({ port, host }: Config, fault: unknown): Refused | undefined {
  if (!(fault instanceof Error) || !('syscall' in fault) || fault.syscall !== 'listen') return undefined;
  if (!('port' in fault)) return undefined;
  if ('code' in fault && fault.code === 'EADDRINUSE')
    return new Refused(
      'port-busy',
      `Another program listens on port ${port} already. Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  return new Refused(
    'port-refused',
    `The service cannot listen on ${host}, port ${port}: ${fault.message}. Choose others in HOST and PORT.`,
  );
}
