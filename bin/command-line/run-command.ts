import type { Answer, Call, Command, Group } from './command.ts';
import { answerToFault } from './answer-to-fault.ts';
import type { ExitCode } from './exit-code.ts';
import { helpFor } from './help.ts';
import { ownVersion } from './own-version.ts';
import { progressOn } from './progress.ts';
import { readWords, type Read } from './read-words.ts';
import { readSettings } from './settings.ts';

type Table = { commands: readonly Command[]; groups: readonly Group[] };

/** Runs what was typed, and answers with the exit code. People read words; with --json one document stands on stdout. */
export async function runCommand(words: readonly string[], table: Table): Promise<ExitCode> {
  const json = words.includes('--json');
  const { stdout, stderr } = process;
  const progress = progressOn(
    {
      write: (text) => stderr.write(text),
      isTerminal: stderr.isTTY,
      columns: stderr.isTTY ? stderr.columns : 80,
    },
    () => performance.now(),
  );
  const say = (text: string): void => {
    progress.clear();
    (json ? stderr : stdout).write(`${text}\n`);
  };
  let handed = false;
  const hand = (document: unknown): void => {
    if (json && !handed) stdout.write(`${JSON.stringify(document)}\n`);
    handed = true;
  };
  const answer = await answerTo(words, table, { json, say, hand, tell: progress.tell }).catch(answerToFault);
  progress.clear();
  if (answer.note !== undefined) stderr.write(`${answer.note}\n`);
  if (json) hand(answer.document);
  else if (answer.out !== undefined) stdout.write(answer.out.endsWith('\n') ? answer.out : `${answer.out}\n`);
  return answer.exit;
}

type Voice = Pick<Call, 'json' | 'say' | 'hand' | 'tell'>;

async function answerTo(words: readonly string[], table: Table, voice: Voice): Promise<Answer> {
  const read = readWords(words, table);
  if (read.kind === 'help') {
    const text = helpFor(read.of, table);
    return { exit: 0, document: { help: text }, out: text };
  }
  if (read.kind === 'version') {
    const version = await ownVersion();
    return { exit: 0, document: { version }, out: version };
  }
  const deed = await read.command.open();
  return deed.run(callOf(read, table, voice));
}

function callOf(read: Extract<Read, { kind: 'run' }>, table: Table, voice: Voice): Call {
  return {
    ...voice,
    arguments: read.arguments,
    has: (option) => read.options.has(option),
    valueOf: (option) => {
      const value = read.options.get(option);
      return value === true ? undefined : value;
    },
    settings: () => readSettings(process.env),
    commands: table.commands,
  };
}
