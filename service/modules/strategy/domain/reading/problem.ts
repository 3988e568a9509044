/** One thing that keeps a file from being read, with where it stands and how to mend it. */
export type Problem = {
  /** counted from 1, in the file as it was sent */
  line: number;
  column: number;
  /** where in the framework, in people's words: "elements › “Are safe from harm” › serves" */
  where: string;
  /** what is wrong */
  says: string;
  /** what to do about it */
  mend: string;
};

/** One line for a terminal or a log. */
export function sayProblem(problem: Problem): string {
  const where = problem.where === '' ? '' : `${problem.where}: `;
  return `Line ${problem.line}, column ${problem.column}: ${where}${problem.says}. ${problem.mend}`;
}

/** The most that are told at once: a file with hundreds of problems has one cause, near the top. */
export const mostProblemsTold = 50;

export type Path = readonly (string | number)[];

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A path through the raw file, with items of lists called by their own name where they have one. */
export function sayPath(raw: unknown, path: Path): string {
  const words: string[] = [];
  let here = raw;
  for (const step of path) {
    here = stepInto(here, step);
    words.push(typeof step === 'number' ? (nameOf(here) ?? `item ${step + 1}`) : step);
  }
  return words.join(' › ');
}

export function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(stepInto, raw);
}

function stepInto(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isRecord(value) ? value[String(step)] : undefined;
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return `“${shorten(value)}”`;
  if (!isRecord(value)) return undefined;
  for (const field of ['label', 'name', 'title', 'key', 'element', 'words']) {
    const name = value[field];
    if (typeof name === 'string' && name !== '') return `“${shorten(name)}”`;
  }
  return undefined;
}

export function shorten(text: string, most = 60): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
