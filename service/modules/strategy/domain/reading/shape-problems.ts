import { z } from 'zod';
import { closest } from './closest.ts';
import { isRecord, mostProblemsTold, sayPath, shorten, valueAt } from './problem.ts';
import type { Path, Problem } from './problem.ts';
import type { Positioned } from './positioned-yaml.ts';

/** What is wrong with one field, for the page on which it was typed. */
export type FieldProblem = { path: Path; says: string; mend: string };

type Issue = z.core.$ZodIssue;
type Words = { says: string; mend: string };
type Asked = { issue: Issue; path: Path; found: unknown; published: unknown };

/** The complaints of a schema, each with its line, in people's words and with the way to mend it. */
export function shapeProblems(schema: z.ZodType, file: Positioned, issues: readonly Issue[]): Problem[] {
  return fieldProblems(schema, file.raw, issues)
    .map(({ path, says, mend }) => ({ ...file.at(path), where: sayPath(file.raw, path), says, mend }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, mostProblemsTold);
}

/** The same for what came from no file. */
export function fieldProblems(schema: z.ZodType, raw: unknown, issues: readonly Issue[]): FieldProblem[] {
  const published: unknown = z.toJSONSchema(schema, { io: 'input' });
  return issues.flatMap((issue): FieldProblem[] => {
    const path: Path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...path, key],
        ...unknownField(key, fieldsOf(published, path)),
      }));
    return [{ path, ...wordsFor({ issue, path, found: valueAt(raw, path), published }) }];
  });
}

function unknownField(key: string, known: readonly string[]): Words {
  const meant = closest(key, known);
  const says = `There is no field called “${shorten(key)}” here`;
  if (meant !== undefined) return { says, mend: `Did you mean “${meant}”?` };
  return { says, mend: `Take it out, or use one of: ${known.join(', ')}.` };
}

function wordsFor(asked: Asked): Words {
  const { issue, path, found, published } = asked;
  const field = String(path.at(-1) ?? 'the file');
  if (found === undefined) return missing(field, valuesOf(published, path));
  if (found === null)
    return {
      says: `“${field}” is empty`,
      mend: 'Write what it holds after the colon, or take the line out.',
    };
  switch (issue.code) {
    case 'invalid_value':
      return notOneOf(found, issue.values.map(String));
    case 'invalid_type':
      return wrongKind(issue.expected, found);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), found);
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { says: `“${field}” is empty`, mend: 'Write something here, or take the line out.' }
        : { says: `“${JSON.stringify(found)}” is too small`, mend: 'Lines and years are counted from 1.' };
    default:
      return notTheForm(field, issue, found);
  }
}

function missing(field: string, values: readonly string[]): Words {
  const choices = values.length > 0 ? ` It is one of: ${values.join(', ')}.` : '';
  return { says: `“${field}” is missing`, mend: `Add a line “${field}: …” here.${choices}` };
}

function notOneOf(found: unknown, values: readonly string[]): Words {
  const typed = typeof found === 'string' || typeof found === 'number' ? String(found) : 'this';
  const meant = closest(typed, values);
  const says = `“${shorten(typed)}” is not one of the words allowed here`;
  const list = values.length === 1 ? `Write: ${values.join('')}.` : `The words are: ${values.join(', ')}.`;
  return { says, mend: meant === undefined ? list : `Did you mean “${meant}”? ${list}` };
}

const kinds: Readonly<Record<string, Words>> = {
  string: { says: 'words are expected here', mend: 'Write words; put a number or “true” in quotes.' },
  array: { says: 'a list is expected here', mend: 'Begin each item with a dash, or write [one, another].' },
  object: {
    says: 'fields are expected here',
    mend: 'Write the fields under it, each with its name and a colon.',
  },
  boolean: { says: 'true or false is expected here', mend: 'Write true or false.' },
  number: { says: 'a number is expected here', mend: 'Write a whole number, without quotes.' },
  int: { says: 'a whole number is expected here', mend: 'Write a whole number, without quotes.' },
};

function wrongKind(expected: string, found: unknown): Words {
  const words = kinds[expected] ?? {
    says: 'something else is expected here',
    mend: 'See the published schema.',
  };
  const kind = Array.isArray(found) ? 'a list' : isRecord(found) ? 'fields' : `“${shorten(String(found))}”`;
  return { says: `This holds ${kind}, but ${words.says}`, mend: words.mend };
}

function tooBig(origin: string, maximum: number, found: unknown): Words {
  if (origin === 'array')
    return { says: `There are more than ${maximum} items`, mend: `Keep at most ${maximum}.` };
  const length = typeof found === 'string' ? found.trim().length : 0;
  return {
    says: `This is ${length} characters long; the most is ${maximum}`,
    mend: 'Shorten it. A label is what people call the thing; the rest goes into “statement”.',
  };
}

function notTheForm(field: string, issue: Issue, found: unknown): Words {
  const shown = typeof found === 'string' || typeof found === 'number' ? shorten(String(found)) : 'this';
  const says = `“${shown}” is not of the form that “${field}” has`;
  if (field === 'line')
    return { says, mend: 'Write a line number, such as 12, or first and last, such as 12-14.' };
  if (field === 'link') return { says, mend: 'Write a whole address, such as https://example.org/report.' };
  if (issue.message.startsWith('Invalid')) return { says, mend: 'See the published schema.' };
  return { says, mend: `Write ${issue.message.replace(/^this /, 'it again: it ')}.` };
}

type JsonShape = { properties?: unknown; items?: unknown; enum?: unknown; const?: unknown };

/** What the published schema says of a place in the document. */
function shapeAt(published: unknown, path: Path): JsonShape | undefined {
  let here = published;
  for (const step of path) {
    if (!isRecord(here)) return undefined;
    if (typeof step === 'number') here = here['items'];
    else here = isRecord(here['properties']) ? here['properties'][step] : undefined;
  }
  return isRecord(here) ? here : undefined;
}

function fieldsOf(published: unknown, path: Path): string[] {
  const properties = shapeAt(published, path)?.properties;
  return isRecord(properties) ? Object.keys(properties) : [];
}

function valuesOf(published: unknown, path: Path): string[] {
  const shape = shapeAt(published, path);
  if (Array.isArray(shape?.enum)) return shape.enum.map(String);
  return typeof shape?.const === 'string' ? [shape.const] : [];
}
