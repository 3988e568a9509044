import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { z } from 'zod';
import { frameworkDocument } from './framework-document.ts';
import type { FrameworkDocument } from './framework-document.ts';
import { closest } from './reading/closest.ts';
import { contradictions } from './reading/cross-references.ts';
import type { Contradiction } from './reading/cross-references.ts';
import { fileText } from './reading/file-text.ts';
import { positionedYaml } from './reading/positioned-yaml.ts';
import type { Positioned } from './reading/positioned-yaml.ts';
import { isRecord, mostProblemsTold, sayPath, shorten } from './reading/problem.ts';
import type { Problem } from './reading/problem.ts';
import { shapeProblems } from './reading/shape-problems.ts';

export { sayProblem } from './reading/problem.ts';
export type { Problem } from './reading/problem.ts';

export type NotRead = {
  reason:
    | 'too-large'
    | 'empty'
    /** not UTF-8, or not text */
    | 'not-text'
    /** neither YAML nor JSON */
    | 'not-readable'
    /** YAML or JSON, but of something else */
    | 'other-format'
    /** a field is missing, unknown, or holds what it cannot hold */
    | 'not-in-shape'
    /** each part is sound, but they contradict each other */
    | 'not-coherent';
  problems: readonly Problem[];
};

/** Reads a framework file, YAML or JSON. Every problem names its line and the way to mend it. */
export function readFramework(file: string | Uint8Array): Outcome<FrameworkDocument, NotRead> {
  return readDocument(file, {
    schema: frameworkDocument,
    format: 'goldenthread-framework/1',
    contradictions,
  });
}

export type DocumentKind<Value> = {
  schema: z.ZodType<Value>;
  /** what the field `format` must say */
  format: string;
  contradictions(value: Value): readonly Contradiction[];
};

/** Reads a file of one of our formats. */
export function readDocument<Value>(
  file: string | Uint8Array,
  kind: DocumentKind<Value>,
): Outcome<Value, NotRead> {
  const text = fileText(file);
  if (!text.done) return text;
  const content = positionedYaml(text.value);
  if (!content.done) return content;
  const other = otherFormat(content.value, kind.format);
  if (other) return refuse({ reason: 'other-format', problems: [other] });
  const parsed = kind.schema.safeParse(content.value.raw);
  if (!parsed.success) {
    const problems = shapeProblems(kind.schema, content.value, parsed.error.issues);
    return refuse({ reason: 'not-in-shape', problems: [...problems, ...cutOff(text.value)] });
  }
  const found = kind.contradictions(parsed.data);
  if (found.length === 0) return done(parsed.data);
  return refuse({ reason: 'not-coherent', problems: placed(found, content.value) });
}

/** Half a file often reads as a whole one that lacks things: its last line is where that shows. */
function cutOff(text: string): Problem[] {
  if (text.endsWith('\n')) return [];
  const lines = text.split('\n');
  return [
    {
      line: lines.length,
      column: (lines.at(-1) ?? '').length + 1,
      where: '',
      says: 'The file ends here, in the middle of a line',
      mend: 'If a part of it was lost on the way, save or copy the whole file again.',
    },
  ];
}

function placed(found: readonly Contradiction[], file: Positioned): Problem[] {
  return found
    .map(({ path, says, mend }) => ({
      ...file.at(path),
      where: sayPath(file.raw, path.slice(0, -1)),
      says,
      mend,
    }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, mostProblemsTold);
}

function otherFormat(file: Positioned, format: string): Problem | undefined {
  const here = { line: 1, column: 1, where: '' };
  const first = `The first line of such a file is: format: ${format}`;
  if (!isRecord(file.raw))
    return {
      ...here,
      says: 'The file is not made of fields',
      mend: `Check that it is the right file. ${first}`,
    };
  const { format: found } = file.raw;
  if (found === format) return undefined;
  if (found === undefined) {
    const meant = closest('format', Object.keys(file.raw));
    const hint = meant === undefined ? '' : `Did you mean “format” where it says “${meant}”? `;
    return {
      ...here,
      says: 'The file does not say what it is: “format” is missing',
      mend: `${hint}${first}`,
    };
  }
  const shown =
    typeof found === 'string' || typeof found === 'number' ? `“${shorten(String(found))}”` : 'something else';
  return {
    ...file.at(['format']),
    where: 'format',
    says: `The format is ${shown}, not “${format}”`,
    mend: otherMend(found, format),
  };
}

function otherMend(found: unknown, format: string): string {
  const [ours = ''] = format.split('/');
  if (found === 'goldenthread-crosswalk/1') return 'This is a crosswalk: bring it in as one.';
  if (found === 'goldenthread-framework/1') return 'This is a framework: bring it in as one.';
  if (typeof found === 'string' && found.startsWith(`${ours}/`))
    return 'It was written for another version of Golden Thread: bring this one up to date, or export it again.';
  return `Write: format: ${format}`;
}
