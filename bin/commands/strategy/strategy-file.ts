import { basename } from 'node:path';
import { readFramework, readStratml, sayProblem, type FrameworkDocument } from '#modules/strategy/index.ts';
import type { Answer } from '../../command-line/command.ts';

/** One thing that keeps a file from being read; with its line where the reader knows it. */
export type Trouble = { line?: number; column?: number; where: string; says: string; mend: string };

export type StrategyFile =
  | { kind: 'framework'; document: FrameworkDocument; lost: readonly string[] }
  | { kind: 'unread'; troubles: readonly Trouble[] };

/** Reads a strategy from a file: a framework in YAML or JSON, or a StratML plan. */
export function readStrategyFile(file: string | Uint8Array): StrategyFile {
  if (looksLikeXml(file)) return readPlan(file);
  const read = readFramework(file);
  return read.done
    ? { kind: 'framework', document: read.value, lost: [] }
    : { kind: 'unread', troubles: read.refusal.problems };
}

function readPlan(file: string | Uint8Array): StrategyFile {
  const read = readStratml(file);
  if (read.done) return { kind: 'framework', ...read.value };
  const { refusal } = read;
  switch (refusal.reason) {
    case 'no-goals': {
      const trouble = {
        where: '',
        says: 'This StratML plan holds no goals',
        mend: 'Check that it is the right file.',
      };
      return { kind: 'unread', troubles: [trouble] };
    }
    case 'not-acceptable': {
      const troubles = refusal.problems.map(({ path, says, mend }) => ({
        where: path.join(' › '),
        says,
        mend,
      }));
      return { kind: 'unread', troubles };
    }
    default:
      return { kind: 'unread', troubles: refusal.problems };
  }
}

/** XML begins with an angle bracket, which no YAML or JSON of ours does. */
function looksLikeXml(file: string | Uint8Array): boolean {
  const start = typeof file === 'string' ? file.slice(0, 200) : Buffer.from(file.subarray(0, 200)).toString();
  return /^\uFEFF?\s*</.test(start);
}

/** The answer about a file that is not a strategy, or not yet. */
export function unread(path: string, troubles: readonly Trouble[]): Answer {
  const file = basename(path);
  const count = troubles.length === 1 ? 'a problem' : `${troubles.length} problems`;
  return {
    exit: 1,
    document: { file: path, read: false, problems: troubles },
    note: [`${file} has ${count}:`, ...troubles.map((trouble) => `  ${sayTrouble(trouble)}`)].join('\n'),
  };
}

function sayTrouble({ line, column, where, says, mend }: Trouble): string {
  if (line !== undefined && column !== undefined) return sayProblem({ line, column, where, says, mend });
  return `${where === '' ? '' : `${where}: `}${says}. ${mend}`;
}
