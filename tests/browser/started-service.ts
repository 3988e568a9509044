import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commandLine, readyDirectory } from './ready-directory.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The real service, running as a process of its own. */
export type StartedService = {
  address: string;
  directory: string;
  processId: number;
  /** everything that it has said so far, on both its streams */
  said(): string;
  /** asks it to stop, as an operator would, and takes its directory away */
  stop(): Promise<void>;
  /** ends it at once, as a power cut would; the directory stays */
  kill(): Promise<void>;
};

export type StartOptions = {
  /** where it keeps everything; a ready-made copy of its own where none is named */
  directory?: string;
  environment?: Readonly<Record<string, string>>;
};

/** Starts the service on a free port and waits until it answers. */
async function startService(options: StartOptions = {}): Promise<StartedService> {
  const directory = options.directory ?? (await readyDirectory());
  const child = spawn(process.execPath, commandLine('start'), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      GOLDENTHREAD_DIRECTORY: directory,
      GOLDENTHREAD_LOG: 'warn',
      GOLDENTHREAD_REQUESTS_A_MINUTE: '1000000',
      DATABASE_URL: '',
      ...options.environment,
    },
  });
  // a test file that breaks off leaves nothing running
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  let said = '';
  const hear = (chunk: Buffer) => void (said += chunk.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const address = await addressOf(child, () => said);
  return {
    address,
    directory,
    processId: child.pid ?? 0,
    said: () => said,
    async stop() {
      await ended(child, 'SIGTERM');
      rmSync(directory, { recursive: true, force: true });
    },
    kill: () => ended(child, 'SIGKILL'),
  };
}

/** One service for all tests of a file, stopped after the last of them. */
export async function serviceForThisFile(options: StartOptions = {}): Promise<StartedService> {
  const service = await startService(options);
  after(() => service.stop());
  return service;
}

function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = /Golden Thread is at (http\S+)/.exec(said());
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) =>
      reject(new Error(`The service ended (${code}) before it was ready:\n${said()}`)),
    );
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
