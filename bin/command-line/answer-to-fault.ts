import { AlreadyOpen } from '#platform/control/take-socket.ts';
import { ControlFault } from '#platform/control/ask-control.ts';
import { DatabaseFault } from '#platform/db/fault.ts';
import { ProvidersFault } from '#platform/identity/providers-fault.ts';
import { KeyFault } from '#platform/keys/key-fault.ts';
import { Refused, WrongUse, type Answer } from './command.ts';
import type { ExitCode } from './exit-code.ts';

/** What is said when a command did not come to its end: what happened, and how to mend it where we know. */
export function answerToFault(fault: unknown): Answer {
  const { exit, code, message } = understand(fault);
  return { exit, document: { error: { code, message } }, note: message };
}

type Understood = { exit: ExitCode; code: string; message: string };

function understand(fault: unknown): Understood {
  if (fault instanceof WrongUse) return { exit: 2, code: fault.code, message: fault.message };
  if (fault instanceof Refused) return { exit: 1, code: fault.code, message: fault.message };
  if (fault instanceof AlreadyOpen) return { exit: 1, code: fault.code, message: sayAlreadyOpen(fault) };
  if (fault instanceof KeyFault || fault instanceof ProvidersFault)
    return { exit: 1, code: fault.code, message: fault.message };
  if (fault instanceof ControlFault && fault.code === 'disk-full')
    return { exit: 3, code: fault.code, message: fullDisk };
  if (fault instanceof ControlFault)
    return { exit: 3, code: fault.code, message: `The running service could not do it: ${fault.message}.` };
  if (fault instanceof Error && fault.name === 'MigrationFault')
    return {
      exit: 3,
      code: 'migration',
      message: `The database cannot be brought up to date. ${fault.message}`,
    };
  if (fault instanceof DatabaseFault) return { exit: 3, code: fault.code, message: sayDatabaseFault(fault) };
  return understandSystem(fault);
}

function sayAlreadyOpen({ directory, pid }: AlreadyOpen): string {
  const who = pid === undefined ? 'Another process' : `Process ${pid}`;
  const stop = pid === undefined ? 'Stop it' : `Stop it (kill ${pid})`;
  return [
    `${who} has ${directory} open already, and two at once would damage it.`,
    `${stop}, or keep it and start this one on a directory of its own: GOLDENTHREAD_DIRECTORY=… PORT=….`,
    'Other commands need no stopping: they speak to the one that runs.',
  ].join('\n');
}

function sayDatabaseFault(fault: DatabaseFault): string {
  if (fault.code === 'disk-full') return fullDisk;
  if (fault.code === 'unavailable' && process.env['DATABASE_URL'])
    return `${capital(fault.message)}.\nCheck that the server runs and that DATABASE_URL names it rightly, or leave DATABASE_URL out to use the embedded database.`;
  return `The database reports a fault: ${fault.message}.`;
}

const fullDisk =
  'The disk is full. Nothing that was saved before is lost. Make room, and try again: `npx goldenthread doctor` says how much is free.';

function understandSystem(fault: unknown): Understood {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'fault';
  if (code === 'ENOSPC') return { exit: 3, code: 'disk-full', message: fullDisk };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const path = fault instanceof Error && 'path' in fault ? ` ${String(fault.path)}` : '';
    return {
      exit: 1,
      code: 'not-permitted',
      message: `This account may not write${path}. Choose another place in GOLDENTHREAD_DIRECTORY, or mend its permissions.`,
    };
  }
  const trace = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  return { exit: 3, code, message: `Something broke that should not have:\n${trace}` };
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
