import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a program said before it ended well. */
export type Said = { readonly output: string };

/** Runs a program in a process of its own; an error with the end of what it complained of where it fails. */
export async function runAlone(program: string, words: readonly string[]): Promise<Said> {
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  let complaints = '';
  child.stdout.on('data', (part: Buffer) => output.push(part));
  child.stderr.on('data', (part: Buffer) => {
    complaints = (complaints + part.toString('utf8')).slice(-2000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code === 0) return { output: Buffer.concat(output).toString('utf8') };
  throw new Error(`${program} ${words.join(' ')} ended with ${code ?? 'a signal'}: ${complaints.trim()}`);
}

/** The last line that a program said, read as JSON. */
export async function toldBy(program: string, words: readonly string[]): Promise<unknown> {
  const { output } = await runAlone(program, words);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}

/** One of our own programs on this same Node, without what turns pages into JavaScript. */
export function ourProgram(file: URL, ...words: readonly string[]): Promise<unknown> {
  return toldBy(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(file), ...words]);
}

/** Says what goes on; the figures come at the end. */
export function say(words: string): void {
  process.stderr.write(`${words}\n`);
}
