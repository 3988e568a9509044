import { createServer, type Server, type Socket } from 'node:net';
import { type Answer, type Ask, linesOf, send, whoIsThere } from './conversation.ts';
import { takeSocket } from './take-socket.ts';

/**
 * One command that a running service answers.
 * @param tell sends word of progress to who asked
 * @param signal aborted when who asked has gone away, or the service stops
 */
export type Command = (
  payload: unknown,
  tell: (event: unknown) => void,
  signal: AbortSignal,
) => Promise<unknown>;

/** The lock on a data directory, and the ear for commands: one local socket is both. */
export type Control = {
  readonly path: string;
  /** the commands answered from now on, beside those given at the start */
  answer(commands: Readonly<Record<string, Command>>): void;
  close(): Promise<void>;
};

/**
 * Takes the socket. Whoever holds it is alive, because a socket answers only as long as its process lives; one that a
 * killed process left behind is taken over.
 * @throws AlreadyOpen where another process holds it
 */
export async function openControl(options: {
  path: string;
  /** what the socket guards, for the message to whoever comes second */
  directory?: string;
  commands: Readonly<Record<string, Command>>;
}): Promise<Control> {
  const commands = new Map(Object.entries(options.commands));
  const about = { pid: process.pid, directory: options.directory ?? options.path };
  commands.set(whoIsThere, async () => about);
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    void converse(socket, commands);
  });
  await takeSocket(server, options.path, about.directory);
  // a process with nothing else to do may end
  server.unref();
  return {
    path: options.path,
    answer(more) {
      for (const [name, command] of Object.entries(more)) commands.set(name, command);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function converse(socket: Socket, commands: ReadonlyMap<string, Command>): Promise<void> {
  const gone = new AbortController();
  socket.on('close', () => gone.abort());
  socket.on('error', () => gone.abort());
  const tell = (answer: Answer): void => send(socket, answer);
  try {
    for await (const line of linesOf(socket))
      tell(await answerTo(line, commands, { tell, signal: gone.signal }));
  } catch {
    // who asked has gone; there is nobody to tell
  }
}

async function answerTo(
  line: unknown,
  commands: ReadonlyMap<string, Command>,
  { tell, signal }: { tell: (answer: Answer) => void; signal: AbortSignal },
): Promise<Answer> {
  if (!isAsk(line)) return { kind: 'failed', code: 'not-understood', message: 'this is not a command' };
  const command = commands.get(line.name);
  if (!command)
    return {
      kind: 'failed',
      code: 'unknown-command',
      message: `the running service knows no command "${line.name}"`,
    };
  try {
    return {
      kind: 'done',
      result: await command(line.payload, (event) => tell({ kind: 'progress', event }), signal),
    };
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'fault';
    return { kind: 'failed', code, message: fault instanceof Error ? fault.message : String(fault) };
  }
}

function isAsk(line: unknown): line is Ask {
  return typeof line === 'object' && line !== null && 'name' in line && typeof line.name === 'string';
}
