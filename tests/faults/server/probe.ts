import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request as ask } from 'node:http';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { csrfToken } from '#platform/http/csrf.ts';

/** The small service of probe-service.ts, running as a process of its own. */
export type Probe = {
  address: string;
  processId: number;
  /** what it said of its copy of the database, in order */
  standings: string[];
  /** what went wrong in it, in its own words */
  faults: string[];
  alive(): boolean;
  /** what stands on its error stream */
  said(): string;
  stop(): Promise<void>;
  kill(): Promise<void>;
};

/** What came back; status 0 where nothing did. */
export type Came = { status: number; to: string; notice: string; words: string; ms: number };

export type ProbeSettings = {
  url: string;
  replica?: string;
  clockAheadMs?: number;
  requestsAMinute?: number;
  /** it deals with the queue as well */
  works?: boolean;
};

const program = fileURLToPath(new URL('probe-service.ts', import.meta.url));
const hook = new URL('../../../bin/tsx.mjs', import.meta.url).href;
const told = z.object({ address: z.string() });
const broke = z.object({ fault: z.string() });
const stood = z.object({ standing: z.string() });

export async function startProbe(settings: ProbeSettings): Promise<Probe> {
  const { url, replica, clockAheadMs, requestsAMinute, works } = settings;
  const child = fork(program, [], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', hook],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: url,
      ...(replica ? { DATABASE_REPLICA_URL: replica } : {}),
      ...(clockAheadMs ? { PROBE_CLOCK: String(clockAheadMs) } : {}),
      ...(requestsAMinute ? { PROBE_REQUESTS_A_MINUTE: String(requestsAMinute) } : {}),
      ...(works ? { PROBE_WORKS: '1' } : {}),
    },
  });
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => (said += piece.toString()));
  const standings: string[] = [];
  const faults: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    child.on('message', (message) => {
      const open = told.safeParse(message);
      const standing = stood.safeParse(message);
      if (open.success) resolve(open.data.address);
      const broken = broke.safeParse(message);
      if (broken.success) faults.push(broken.data.fault);
      if (standing.success) standings.push(standing.data.standing);
    });
    child.once('exit', (code) => reject(new Error(`the probe ended (${code}): ${said}`)));
  });
  return {
    address,
    processId: child.pid ?? 0,
    standings,
    faults,
    said: () => said,
    alive: () => child.exitCode === null && child.signalCode === null,
    stop: () => ended(child, () => child.send('end')),
    kill: () => ended(child, () => child.kill('SIGKILL')),
  };
}

async function ended(child: ChildProcess, act: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  act();
  await exit;
}

const agent = new Agent({ keepAlive: true, maxSockets: 400 });

/** A form as a browser would send it: the same press each time that it is sent. */
export type Press = { path: string; cookie: string; body: string };

/** One showing of a form, filled in and ready to be sent, once or often. */
export function pressOn(path: string, answers: Readonly<Record<string, string>>): Press {
  const secret = randomBytes(16).toString('hex');
  const body = new URLSearchParams({ csrf: csrfToken(secret), ...answers }).toString();
  return { path, cookie: `session=${secret}`, body };
}

/** Sends it; a line that breaks is an answer of status 0. */
export function send(address: string, { path, cookie, body }: Press): Promise<Came> {
  return go(`${address}${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
}

export function look(address: string, path: string, cookie = ''): Promise<Came> {
  return go(`${address}${path}`, { method: 'GET', headers: cookie ? { cookie } : {} });
}

type Going = { method: string; headers: Record<string, string>; body?: string };

function go(url: string, { method, headers, body }: Going): Promise<Came> {
  const began = performance.now();
  return new Promise((resolve) => {
    const nothing = () =>
      resolve({ status: 0, to: '', notice: '', words: '', ms: performance.now() - began });
    const asked = ask(url, { method, headers, agent }, (answer) => {
      let words = '';
      answer.on('data', (piece: Buffer) => (words += piece.toString()));
      answer.on('error', nothing);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          to: answer.headers.location ?? '',
          notice: /notice=([^;]*)/.exec(String(answer.headers['set-cookie'] ?? ''))?.[1] ?? '',
          words: /<h1>([^<]*)/.exec(words)?.[1] ?? words.slice(0, 2000),
          ms: performance.now() - began,
        }),
      );
    });
    asked.on('error', nothing);
    asked.setTimeout(60_000, () => asked.destroy());
    asked.end(body);
  });
}
