import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** What a command said and came to. */
export type Ran = { code: number | null; out: string; err: string };

export type Environment = Readonly<Record<string, string>>;

const command = fileURLToPath(new URL('./goldenthread.mjs', import.meta.url));

/** Runs the real command line, as somebody at a terminal would, with no settings but those given. */
export async function goldenthread(words: readonly string[], environment: Environment = {}): Promise<Ran> {
  const child = spawned(words, environment);
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exitOf(child)]);
  return { code, out, err };
}

/** The one JSON document on stdout. @throws where anything else stands there */
export function documentOf({ out }: Pick<Ran, 'out'>): unknown {
  if (out.trimEnd().includes('\n')) throw new Error(`more than one line on stdout: ${out}`);
  return JSON.parse(out);
}

/** A command that goes on running. */
export type Begun = {
  /** resolves when the command has come to its end */
  exit: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
};

export type Started = Begun & {
  /** what it handed over when it was ready */
  document: unknown;
};

/** Runs a command that goes on running; what it says is dropped. */
export function begun(words: readonly string[], environment: Environment): Begun {
  const child = spawned(words, environment);
  child.stdout.resume();
  child.stderr.resume();
  return { exit: exitOf(child), kill: (signal) => void child.kill(signal) };
}

/** Runs a command that goes on running, until it has handed over its document. */
export async function started(words: readonly string[], environment: Environment): Promise<Started> {
  const child = spawned([...words, '--json'], environment);
  const exit = exitOf(child);
  const said = text(child.stderr);
  const line = new Promise<string>((resolve) => child.stdout.once('data', (bytes) => resolve(String(bytes))));
  const first = await Promise.race([line, exit]);
  if (typeof first !== 'string') throw new Error(`it came to an end (${first}): ${await said}`);
  return { document: documentOf({ out: first }), exit, kill: (signal) => void child.kill(signal) };
}

type AfterTest = { after(act: () => Promise<void>): void };

/**
 * A service with nothing in it, running until the test ends; commands that are given its settings speak to it. It keeps its
 * folder where `GOLDENTHREAD_DIRECTORY` says, or in one of its own.
 */
export async function emptyService(
  t: AfterTest,
  given: Environment = {},
): Promise<{ settings: Environment; document: unknown }> {
  const settings = {
    GOLDENTHREAD_DIRECTORY: given['GOLDENTHREAD_DIRECTORY'] ?? (await ownFolder(t)),
    GOLDENTHREAD_DEMONSTRATION: 'off',
    GOLDENTHREAD_LOG: 'silent',
    PORT: '0',
    ...given,
  };
  const service = await started(['start'], settings);
  t.after(async () => {
    service.kill('SIGTERM');
    await service.exit;
  });
  return { settings, document: service.document };
}

/** A folder of a test's own, gone when it ends. */
export async function ownFolder(t: AfterTest): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goldenthread-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function spawned(words: readonly string[], environment: Environment) {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [command, ...words], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}
