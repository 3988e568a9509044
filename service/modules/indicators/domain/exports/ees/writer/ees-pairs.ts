import { eesFormat } from '#reference/ees/ees-format.ts';
import type { EesFinding } from '../screener/check.ts';
import type { EesPairTexts } from '../screener/pair.ts';
import { screenEesPair } from '../screener/screen-pair.ts';
import type { EesPlaceWriter } from './ees-place.ts';
import { sayTable } from './ees-time.ts';
import type { EesTableKind } from './ees-time.ts';
import { gatherTables } from './gather-tables.ts';
import type { EesLeftOut, EesMeasure, EesTable } from './gather-tables.ts';
import { tableTexts } from './table-texts.ts';

/** What is to be written. */
export type EesTaking = {
  /** how the files' names begin: letters, digits, hyphens and low lines */
  readonly stem: string;
  readonly measures: readonly EesMeasure[];
  readonly placeOf: EesPlaceWriter;
  /** codes of the partnership's own areas, which no national list has */
  readonly ownCodes: readonly string[];
};

/** A pair that keeps every rule. */
export type EesPairMade = {
  readonly kind: EesTableKind;
  /** "Academic years" */
  readonly words: string;
  readonly texts: EesPairTexts;
  readonly measures: number;
  readonly rows: number;
};

/** A pair that breaks a rule: it is not given out, and why is told. */
export type EesPairRefused = {
  readonly kind: EesTableKind;
  readonly words: string;
  readonly findings: readonly EesFinding[];
};

export type EesPairsMade = {
  readonly pairs: readonly EesPairMade[];
  readonly refused: readonly EesPairRefused[];
  /** figures that the format has no place for */
  readonly leftOut: readonly EesLeftOut[];
};

/**
 * Writes figures as pairs of files of Explore Education Statistics, one pair for each kind of period, since a table may
 * not mix them. Every pair is screened before it leaves.
 */
export function eesPairs(taking: EesTaking): EesPairsMade {
  const { tables, leftOut } = gatherTables(taking.measures, taking.placeOf);
  const tried = tables
    .toSorted((a, b) => b.measures.length - a.measures.length || a.kind.localeCompare(b.kind, 'en'))
    .map((table) => screened(table, taking));
  return {
    pairs: tried.flatMap((each) => ('texts' in each ? [each] : [])),
    refused: tried.flatMap((each) => ('findings' in each ? [each] : [])),
    leftOut,
  };
}

function screened(table: EesTable, { stem, ownCodes }: EesTaking): EesPairMade | EesPairRefused {
  const { kind, measures, rows } = table;
  const texts = tableTexts(table, stem, eesFormat());
  const findings = screenEesPair(texts, { ownCodes }).filter(({ level }) => level === 'fail');
  const words = sayTable(kind);
  if (findings.length > 0) return { kind, words, findings };
  return { kind, words, texts, measures: measures.length, rows: rows.size };
}
