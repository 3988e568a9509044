import type { Period } from './period.ts';
import type { Value } from './value.ts';

/** Where a measure comes from: `local` is what the partnership counts itself, `other` any publisher without a format of its own. */
export type MeasureSource = 'lait' | 'fingertips' | 'ees' | 'local' | 'other';

/** A measure as its publisher names it: LAIT's short description, Fingertips' id, `<file>:<column>` of a table. */
export type PublishedMeasure = { source: MeasureSource; code: string; name?: string };

/** An area as the file names it; codes are what is joined on, never the name. */
export type PublishedArea = {
  /** nine characters, E06000059 */
  code?: string;
  /** the Department for Education's three digits, 838 */
  dfeCode?: string;
  name: string;
  /** as published: "Local authority", "Regional", "Counties & UAs (from Apr 2023)" */
  level?: string;
};

/** One published value: what, where, of whom, when. */
export type Observation = {
  measure: PublishedMeasure;
  area: PublishedArea;
  /** canonical (see `breakdownOf`): '' for the whole */
  breakdown: string;
  period: Period;
  value: Value;
  count?: number;
  denominator?: number;
  lower95?: number;
  upper95?: number;
  lower998?: number;
  upper998?: number;
  /** the publisher's own words, kept to be shown beside ours and never relied on */
  publisherSays?: { trend?: string; comparison?: string };
  note?: string;
  /** where it stands in the file; the first line is 1 */
  line: number;
};

/** What the refusal is about: the whole file (nothing of it can be read further), a row, or one cell of a row. */
export type RefusedPart = 'file' | 'row' | 'cell';

/** Something in a file that was not taken in, and why, so that a person can mend it. */
export type RefusedRow = {
  about: RefusedPart;
  line: number;
  column?: string;
  /** the offending cell, cut to 80 characters */
  text: string;
  reason: string;
  words: string;
  mend: string;
};

const longestText = 80;

/** A refusal with its cell cut to a length that can be shown and stored. */
export function refusedRow(refusal: RefusedRow): RefusedRow {
  return refusal.text.length <= longestText
    ? refusal
    : { ...refusal, text: `${refusal.text.slice(0, longestText - 1)}…` };
}

/**
 * Names a part of the whole in one canonical way, whatever the order of a file's columns:
 * `Deprivation decile=1|Sex=Female`. A name or value that holds `=`, `|` or `\` has it escaped with `\`.
 */
export function breakdownOf(parts: Readonly<Record<string, string>>): string {
  return Object.keys(parts)
    .toSorted()
    .map((name) => `${escaped(name)}=${escaped(parts[name] ?? '')}`)
    .join('|');
}

/** The parts that a canonical breakdown names, in its order; none for the whole. */
export function partsOf(breakdown: string): readonly { name: string; value: string }[] {
  if (breakdown === '') return [];
  return breakdown.split(/(?<!(?<!\\)(?:\\\\)*\\)\|/).map((part) => {
    const [name = '', value = ''] = part.split(/(?<!(?<!\\)(?:\\\\)*\\)=/);
    return { name: unescaped(name), value: unescaped(value) };
  });
}

/** For people: "Sex: Female, Deprivation decile: 1"; "All" for the whole. */
export function sayBreakdown(breakdown: string): string {
  const parts = partsOf(breakdown).map(({ name, value }) => `${name}: ${value}`);
  return parts.length === 0 ? 'All' : parts.join(', ');
}

function escaped(text: string): string {
  return text.replace(/[\\|=]/g, '\\$&');
}

function unescaped(text: string): string {
  return text.replace(/\\([\\|=])/g, '$1');
}
