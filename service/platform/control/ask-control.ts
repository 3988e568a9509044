import { connect, type Socket } from 'node:net';
import { type Answer, linesOf, send } from './conversation.ts';

/** A command that did not come to its result; `code` is the service's own, or one of ours. */
export class ControlFault extends Error {
  override readonly name = 'ControlFault';
  /** `not-running`: nobody listens; `unanswered`: whoever listened went away before the end */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Asks the running service to do something and resolves to the result.
 * @throws ControlFault with code `not-running` where no service runs
 */
export async function askControl(
  path: string,
  ask: { name: string; payload?: unknown },
  onProgress: (event: unknown) => void = () => {},
): Promise<unknown> {
  const socket = await reach(path);
  if (!socket) throw new ControlFault('not-running', 'no service is running on this data directory');
  try {
    send(socket, { name: ask.name, payload: ask.payload ?? null });
    for await (const line of linesOf(socket)) {
      if (!isAnswer(line)) continue;
      if (line.kind === 'progress') onProgress(line.event);
      else if (line.kind === 'done') return line.result;
      else throw new ControlFault(line.code, line.message);
    }
    throw new ControlFault('unanswered', 'the service stopped before it had answered');
  } finally {
    socket.destroy();
  }
}

/** Connects; undefined where nobody listens. */
export function reach(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.on('error', () => socket.destroy());
      resolve(socket);
    });
    socket.once('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT' || fault.code === 'ECONNREFUSED') resolve(undefined);
      else reject(fault);
    });
  });
}

function isAnswer(line: unknown): line is Answer {
  return typeof line === 'object' && line !== null && 'kind' in line;
}
