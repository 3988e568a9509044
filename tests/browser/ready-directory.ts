import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kept = join(root, '.cache', 'ready');
const patienceMs = 120_000;

/**
 * A directory of its own in which the service has been started and stopped once, so that its next start is a second
 * start. It is made once for the code as it stands and copied from then on.
 */
export async function readyDirectory(): Promise<string> {
  const ready = join(kept, codeAsItStands());
  if (!existsSync(ready)) await makeOnce(ready);
  const own = emptyDirectory();
  cpSync(ready, own, { recursive: true });
  return own;
}

/** A directory of its own with nothing in it: what a first start finds. */
function emptyDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'goldenthread-'));
}

/** The arguments that run the command line on this very Node. */
export function commandLine(...words: readonly string[]): string[] {
  const hook = new URL('../../bin/tsx.mjs', import.meta.url).href;
  return [
    '--disable-warning=ExperimentalWarning',
    '--import',
    hook,
    join(root, 'bin', 'goldenthread.ts'),
    ...words,
  ];
}

function codeAsItStands(): string {
  const files = globSync('{service,demonstration,frameworks,reference,bin}/**/*.{ts,tsx,sql,yaml,csv,json}', {
    cwd: root,
  });
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 20);
}

/** The first of several test files that need it makes it; the others wait for that one. */
async function makeOnce(ready: string): Promise<void> {
  mkdirSync(kept, { recursive: true });
  const claim = `${ready}.being-made`;
  const until = Date.now() + patienceMs;
  while (!existsSync(ready)) {
    if (claimed(claim)) {
      try {
        await make(ready);
      } finally {
        rmSync(claim, { recursive: true, force: true });
      }
    } else if (Date.now() > until) throw new Error(`Nobody finished making ${ready}`);
    else await sleep(250);
  }
}

function claimed(claim: string): boolean {
  try {
    if (existsSync(claim) && Date.now() - statSync(claim).mtimeMs > patienceMs)
      rmSync(claim, { recursive: true });
    mkdirSync(claim);
    return true;
  } catch {
    return false;
  }
}

async function make(place: string): Promise<void> {
  for (const old of readdirSync(kept))
    if (!old.endsWith('.being-made')) rmSync(join(kept, old), { recursive: true });
  const making = emptyDirectory();
  const child = spawn(process.execPath, commandLine('start'), {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      GOLDENTHREAD_DIRECTORY: making,
      GOLDENTHREAD_LOG: 'warn',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const tooLong = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const ready = Promise.withResolvers<void>();
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes('Golden Thread is at ')) ready.resolve();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  await Promise.race([ready.promise, ended]);
  // the words go out a moment before it listens for signals
  await sleep(500);
  child.kill('SIGTERM');
  const code = await ended;
  clearTimeout(tooLong);
  if (code !== 0) throw new Error(`The service did not start and stop well (${code}):\n${said}`);
  cpSync(making, `${place}.copied`, { recursive: true });
  renameSync(`${place}.copied`, place);
  rmSync(making, { recursive: true });
}
