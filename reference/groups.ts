import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.string().min(1);
const key = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/);
const measure = z.string().regex(/^(?:lait|fingertips|ees|local):.+$/);
const parts = z.record(z.string(), z.string());

const dimension = z.strictObject({
  key,
  name: words,
  from: z.enum(['published', 'survey', 'own']),
  unknown: words,
});

const group = z.strictObject({
  key,
  dimension: key,
  short: words,
  name: words,
  others: words,
  othersShort: words,
  about: words.optional(),
  breaks: z.array(z.strictObject({ on: z.iso.date(), words })).default([]),
});

const breakdown = z.strictObject({ group: key, parts, beside: parts.optional() });
const pair = z.strictObject({ group: key, of: measure, beside: measure.optional() });
const subject = z.strictObject({
  measure,
  title: words.max(60).optional(),
  all: measure.optional(),
  pairs: z.array(pair).default([]),
  tables: z.array(measure).default([]),
});

const file = z.strictObject({
  dimensions: z.array(dimension),
  groups: z.array(group),
  breakdowns: z.array(breakdown),
  neutral: z.array(parts),
  subjects: z.array(subject),
});

/** A way of telling children apart, and why nothing is known where nothing is. */
export type GroupDimension = z.infer<typeof dimension>;
/** Children who are set beside the others. `name` and `others` complete a sentence, `short` names a line or a row. */
export type ChildGroup = z.infer<typeof group>;
/** How a table names a group: the parts of its rows, and those of the rows that it is set beside. */
export type GroupBreakdown = z.infer<typeof breakdown>;
/** A measure in which gaps are seen, and where its sides are published. */
export type GapSubject = z.infer<typeof subject>;

export type Groups = {
  readonly dimensions: readonly GroupDimension[];
  readonly groups: readonly ChildGroup[];
  readonly breakdowns: readonly GroupBreakdown[];
  /** parts of a row that say nothing of whom it is about */
  readonly neutral: readonly Readonly<Record<string, string>>[];
  readonly subjects: readonly GapSubject[];
};

/**
 * Reads groups in the shape of `groups.yaml`.
 * @throws an Error on a row of the wrong shape, a key or a measure that stands twice, and a group or dimension that is not there
 */
export function readGroups(text: string): Groups {
  const read = file.parse(parse(text, { maxAliasCount: 0 }));
  const dimensions = onlyOnce(
    'dimension',
    read.dimensions.map((each) => each.key),
  );
  const groups = onlyOnce(
    'group',
    read.groups.map((each) => each.key),
  );
  onlyOnce(
    'subject',
    read.subjects.map((each) => each.measure),
  );
  for (const each of read.groups)
    if (!dimensions.has(each.dimension))
      throw new Error(`groups: ${each.key} is of ${each.dimension}, which is no dimension`);
  for (const each of [...read.breakdowns, ...read.subjects.flatMap(({ pairs }) => pairs)])
    if (!groups.has(each.group)) throw new Error(`groups: ${each.group} is no group`);
  return read;
}

function onlyOnce(what: string, keys: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  for (const one of keys) {
    if (once.has(one)) throw new Error(`groups: the ${what} ${one} stands twice`);
    once.add(one);
  }
  return once;
}

let own: Groups | undefined;

/** The groups that the project knows, read once from `groups.yaml` beside this file. */
export function knownGroups(): Groups {
  own ??= readGroups(readFileSync(new URL('groups.yaml', import.meta.url), 'utf8'));
  return own;
}
