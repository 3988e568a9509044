import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a scanner is set upon: our own service, on this machine only, with somebody signed in. */
export type Target = {
  /** where the service listens on loopback */
  address: string;
  /** a cookie header of a person at work, for what visitors do not see */
  cookie: string;
  /** addresses that take something in: their query is what is tried */
  questions: readonly string[];
  /** forms that post, as somebody at work may send them */
  forms: readonly PostedForm[];
  /** the root of the program's own text */
  root: string;
  /** a folder to write into, gone afterwards */
  scratch: string;
  /** the longest that one scanner may take, in seconds */
  seconds: number;
};

/** One form: where it posts to, and what stands in its fields. */
export type PostedForm = { action: string; body: string };

/** A thing that a scanner held to be wrong, as serious as it says. */
export type Finding = { severity: 'high' | 'medium' | 'low' | 'note'; says: string };

export type Scan = {
  version: string;
  /** what was tried, with its number, in words: `212 addresses and 14 forms` */
  tried: string;
  findings: readonly Finding[];
  /** its time ran out before it had tried all that it was given */
  unended?: true;
};

export type Scanner = {
  name: string;
  says: string;
  looksAt: 'service' | 'text';
  /** the program that it needs on the PATH */
  program: string;
  run(target: Target): Promise<Scan>;
};

/** Whether a program can be run here. */
export function installed(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export type Ran = { code: number | null; out: string; overTime: boolean };

/** Runs a program to its end, or to the end of its time. */
export function ran(
  program: string,
  words: readonly string[],
  { seconds, cwd }: { seconds: number; cwd?: string },
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      ...(cwd ? { cwd } : {}),
      stdio: ['ignore', 'pipe', 'pipe'],
      // what a scanner said is kept where its time runs out
      env: { ...process.env, PYTHONUNBUFFERED: '1' },
    });
    let out = '';
    let overTime = false;
    const hear = (chunk: Buffer) => void (out += chunk.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const timer = setTimeout(() => {
      overTime = true;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    }, seconds * 1000);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out, overTime });
    });
  });
}

/** The first thing that looks like a version in what a program says of itself. */
export async function versionOf(program: string, word = '--version'): Promise<string> {
  const { out } = await ran(program, [word], { seconds: 60 });
  return /\d+\.\d+(\.\d+)?/.exec(out)?.[0] ?? 'unknown';
}
