import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAlone, say, toldBy } from '../run-alone.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const wanted = readFileSync(here('requirements.txt'), 'utf8').trim().split('\n');

/** Splink, ready to run; or why there is none, in words. */
export type WithSplink = { readonly python: string } | { readonly without: string };

/** Finds Splink where this bench installed it before, or installs it into a folder of the bench's own. */
export async function withSplink(folder: string): Promise<WithSplink> {
  const own = join(folder, 'splink');
  const python =
    process.platform === 'win32' ? join(own, 'Scripts', 'python.exe') : join(own, 'bin', 'python');
  if (existsSync(python) && (await isInstalled(python))) return { python };
  const host = await hostPython();
  if (host === undefined) return { without: 'There is no Python 3 here, so Splink is not run beside ours.' };
  say(`Installing ${wanted.join(', ')} into ${own}: nothing else on this machine changes.`);
  try {
    await mkdir(folder, { recursive: true });
    await runAlone(host, ['-m', 'venv', own]);
    await runAlone(python, [
      ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'],
      ...['--requirement', here('requirements.txt')],
    ]);
  } catch (cause) {
    return { without: `Splink could not be installed, so it is not run beside ours. ${wordsOf(cause)}` };
  }
  return (await isInstalled(python))
    ? { python }
    : { without: 'Splink was installed in another version than the bench asks for, so it is not run.' };
}

async function hostPython(): Promise<string | undefined> {
  for (const name of process.platform === 'win32' ? ['python', 'py'] : ['python3', 'python']) {
    const found = await runAlone(name, [
      '-c',
      'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))',
    ]).then(
      () => true,
      () => false,
    );
    if (found) return name;
  }
  return undefined;
}

async function isInstalled(python: string): Promise<boolean> {
  const asked = wanted.map((line) => line.split('==')[0]);
  const code = `import importlib.metadata as m, json; print(json.dumps([n + '==' + m.version(n) for n in ${JSON.stringify(asked)}]))`;
  const versions = await toldBy(python, ['-c', code]).catch(() => undefined);
  return JSON.stringify(versions) === JSON.stringify(wanted);
}

/** One of the bench's Python programs, its last line read as JSON. */
export function splinkProgram(python: string, name: string, words: readonly string[]): Promise<unknown> {
  return toldBy(python, ['-B', '-W', 'ignore', here(name), ...words]);
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.slice(0, 300) : String(cause);
}
