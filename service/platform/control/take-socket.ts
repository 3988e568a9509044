import { chmod, lstat, open, readFile, rm, stat } from 'node:fs/promises';
import type { Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { askControl, reach } from './ask-control.ts';
import { whoIsThere } from './conversation.ts';

/** Another process has the data directory open. */
export class AlreadyOpen extends Error {
  override readonly name = 'AlreadyOpen';
  readonly code = 'already-open';
  readonly pid: number | undefined;
  readonly directory: string;

  constructor(directory: string, pid: number | undefined) {
    const who = pid === undefined ? 'another process' : `process ${pid}`;
    super(
      `${directory} is already open in ${who}. Two at once would damage it: stop that one first, or use the commands, ` +
        'which speak to it while it runs.',
    );
    this.directory = directory;
    this.pid = pid;
  }
}

/**
 * Listens on the path, taking over a socket that nobody answers any more.
 *
 * Binding is exclusive, so only removing the stale socket needs care: two who find it at once could otherwise remove
 * each other's fresh one. Each stale socket (its inode and time) may therefore be removed only by whoever made the claim
 * file named after it, and only after a second look.
 */
export async function takeSocket(server: Server, path: string, directory: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await listen(server, path)) {
      if (process.platform !== 'win32') await chmod(path, 0o600);
      return;
    }
    if (await isAlive(path)) throw new AlreadyOpen(directory, await pidAt(path));
    if (!(await removeStale(path))) await pause(25);
  }
  throw new AlreadyOpen(directory, undefined);
}

/** False where the path is taken, by the living or the dead. */
function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (fault: NodeJS.ErrnoException): void => {
      server.off('listening', listening);
      if (fault.code === 'EADDRINUSE') resolve(false);
      else reject(new Error(`no socket can be opened at ${path}: ${fault.message}`, { cause: fault }));
    };
    const listening = (): void => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(path);
  });
}

async function isAlive(path: string): Promise<boolean> {
  const socket = await reach(path);
  socket?.destroy();
  return socket !== undefined;
}

async function pidAt(path: string): Promise<number | undefined> {
  const unanswered = pause(2_000, undefined, { ref: false });
  const answer = await Promise.race([
    askControl(path, { name: whoIsThere }).catch(() => undefined),
    unanswered,
  ]);
  if (typeof answer !== 'object' || answer === null || !('pid' in answer)) return undefined;
  return typeof answer.pid === 'number' ? answer.pid : undefined;
}

/** Removes a socket that nobody answers; false where somebody else is at it. */
async function removeStale(path: string): Promise<boolean> {
  const found = await identityOf(path);
  if (found === undefined) return true;
  const release = await claim(`${path}.${found}`);
  if (!release) return false;
  try {
    // a process is between making its socket and listening on it for microseconds only
    await pause(50);
    if ((await identityOf(path)) === found && !(await isAlive(path))) await rm(path, { force: true });
    return true;
  } finally {
    await release();
  }
}

async function identityOf(path: string): Promise<string | undefined> {
  const found = await lstat(path, { bigint: true }).catch(() => undefined);
  if (!found) return undefined;
  if (!found.isSocket()) throw new Error(`${path} is in the way: it is not a socket. Move it and try again.`);
  if (process.getuid && found.uid !== BigInt(process.getuid()))
    throw new Error(`${path} belongs to another user, so it is neither used nor removed.`);
  return `${found.ino}-${found.mtimeNs}`;
}

/** Makes a claim file; a claim whose maker died is passed over. Undefined where a living process has it. */
async function claim(name: string): Promise<(() => Promise<void>) | undefined> {
  const made: string[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    const file = `${name}.${turn}.claim`;
    made.push(file);
    const handle = await open(file, 'wx').catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EEXIST') return undefined;
      throw fault;
    });
    if (handle) {
      await handle.writeFile(String(process.pid));
      await handle.close();
      return async () => void (await Promise.all(made.map((each) => rm(each, { force: true }))));
    }
    if (!(await isAbandoned(file))) return undefined;
  }
  return undefined;
}

async function isAbandoned(claimFile: string): Promise<boolean> {
  const text = await readFile(claimFile, 'utf8').catch(() => undefined);
  const made = await stat(claimFile).catch(() => undefined);
  if (text === undefined || !made) return false;
  const old = Date.now() - made.mtimeMs > 10_000;
  if (text === '') return old;
  try {
    process.kill(Number(text), 0);
    return false;
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'ESRCH';
  }
}
