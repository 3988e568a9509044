import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** A PostgreSQL server of a test's own, in a folder of its own, on a port of this machine. */
export type OwnServer = {
  url: string;
  port: number;
  /** the process at its head, for whoever wants to look at it or kill it */
  processId(): Promise<number>;
  start(): Promise<void>;
  stop(how?: 'fast' | 'immediate' | 'smart'): Promise<void>;
  /** another server that follows this one, as a streaming replica */
  follower(): Promise<OwnServer>;
  /** one of PostgreSQL's programs, against this server's folder */
  program(name: string, args: readonly string[]): Promise<string>;
  /** one statement on it, as its owner */
  ask(text: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
};

export const noServer =
  'no PostgreSQL server is installed here (initdb is not found): this is proved where one is, as .ci/run does';

/** Where the programs of the newest server are; they are seldom in the PATH. */
function serverPrograms(): string | undefined {
  const found = globSync('/usr/lib/postgresql/*/bin/initdb').toSorted((a, b) => version(a) - version(b));
  const inPath = (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'initdb'));
  const [any] = globSync(inPath);
  const best = found.at(-1) ?? any;
  return best && dirname(best);
}

function version(path: string): number {
  return Number(/\/(\d+)\/bin/.exec(path)?.[1] ?? 0);
}

type After = { after(act: () => Promise<void>): void };

/** Starts a server; undefined where none is installed. `safe` writes through to the disk, as in real work. */
export async function ownServer(t: After, options: { safe?: boolean } = {}): Promise<OwnServer | undefined> {
  const programs = serverPrograms();
  if (!programs) return undefined;
  const place = await mkdtemp(join(tmpdir(), 'goldenthread-server-'));
  await chmod(place, 0o755);
  const account = await accountFor();
  const ground = { programs, place, account, safe: options.safe ?? false };
  const started: OwnServer[] = [];
  t.after(async () => {
    for (const server of started.toReversed()) await server.stop('immediate').catch(() => {});
    await rm(place, { recursive: true, force: true });
  });
  const data = await ownFolder(ground, 'primary');
  await asAccount(ground, 'initdb', [
    '-D',
    data,
    '-U',
    'owner',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '-N',
  ]);
  const server = await serverOver({ ...ground, started }, data);
  await server.start();
  return server;
}

type Ground = { programs: string; place: string; account: Account | undefined; safe: boolean };
type Account = { name: string; uid: number; gid: number };

async function serverOver(ground: Ground & { started: OwnServer[] }, data: string): Promise<OwnServer> {
  const port = await freePort();
  const url = `postgres://owner@127.0.0.1:${port}/postgres`;
  const settings = ground.safe ? '' : '-c fsync=off -c full_page_writes=off';
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 ${settings}`;
  const control = (...words: string[]) =>
    asAccount(ground, 'pg_ctl', ['-D', data, '-w', '-t', '60', ...words]);
  const server: OwnServer = {
    url,
    port,
    processId: async () =>
      Number((await asAccount(ground, 'head', ['-1', join(data, 'postmaster.pid')])).trim()),
    start: () => patiently(() => control('-l', `${data}.log`, '-o', options, 'start')),
    stop: async (how = 'fast') => void (await control('-m', how, 'stop')),
    program: (name, args) => asAccount(ground, name, args),
    async follower() {
      const folder = await ownFolder(ground, `follower-${ground.started.length}`);
      const from = `host=127.0.0.1 port=${port} user=owner`;
      await asAccount(ground, 'pg_basebackup', [
        '-D',
        folder,
        '-d',
        from,
        '-R',
        '-X',
        'stream',
        '-c',
        'fast',
        '-N',
      ]);
      const follower = await serverOver(ground, folder);
      await follower.start();
      return follower;
    },
    async ask(text, values = []) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(text, [...values])).rows;
      } finally {
        await client.end();
      }
    },
  };
  ground.started.push(server);
  return server;
}

/** The children of a server that was killed hold its memory for a moment, and it does not start before they have gone. */
async function patiently(act: () => Promise<unknown>): Promise<void> {
  for (let left = 20; ; left -= 1)
    try {
      await act();
      return;
    } catch (fault) {
      if (left === 0) throw fault;
      await sleep(250);
    }
}

/** PostgreSQL refuses to run as root, so root lends it the account that its package made. */
async function accountFor(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { name: 'postgres', uid: await id('-u'), gid: await id('-g') };
}

async function ownFolder({ place, account }: Ground, name: string): Promise<string> {
  const folder = join(place, name);
  await mkdir(folder);
  await chmod(folder, 0o700);
  if (account) {
    await chown(place, account.uid, account.gid);
    await chown(folder, account.uid, account.gid);
  }
  return folder;
}

async function asAccount({ programs, place, account }: Ground, name: string, args: readonly string[]) {
  const program = name === 'head' ? name : join(programs, name);
  const [file, words] = account
    ? ['runuser', ['-u', account.name, '--', program, ...args]]
    : [program, [...args]];
  const { stdout } = await run(file, words, { cwd: place, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** A port that nothing listens on just now. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const trial = createServer();
    trial.once('error', reject);
    trial.listen(0, '127.0.0.1', () => {
      const bound = trial.address();
      trial.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}
