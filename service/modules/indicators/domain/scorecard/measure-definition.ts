import type { Unit } from '#packages/charts';
import type { Polarity } from '#packages/statistics';
import type { CountsFrom, DefinitionBreak, KnownFault, Measure } from '#reference/measures.ts';
import { sayNumber } from '../say-value.ts';

/** What sort of number it is; decides its interval and whether a whole may be compared with its parts. */
export type MeasureKind = 'proportion' | 'rate' | 'count' | 'mean' | 'gap' | 'index';

/** All that a reader of a measure's figures has to know of it. */
export type MeasureDefinition = {
  source: string;
  code: string;
  title: string;
  topic: string;
  unit: MeasureUnit;
  kind: MeasureKind;
  polarity: Polarity;
  publisher: string;
  publication: string;
  link: string | undefined;
  breaks: readonly DefinitionBreak[];
  faults: readonly KnownFault[];
  countsFrom: readonly CountsFrom[];
  /** the same measure from another source */
  sameAs: { source: string; code: string } | undefined;
  /** the other side of a gap, and which side this one is */
  gap: { role: 'target' | 'reference'; other: { source: string; code: string } } | undefined;
  note: string | undefined;
};

/** How a measure's numbers are written, and what its ratio was multiplied by. */
export type MeasureUnit = {
  /** "%", "per 10,000", "points"; empty where the title says what is counted */
  name: string;
  symbol: '%' | '£' | undefined;
  decimals: number;
  /** 100 for a percentage, 10,000 for a rate per 10,000; undefined where the number is no ratio of counts */
  multiplier: number | undefined;
};

/** What stands in the reference facts of a measure. */
export function definitionOf(measure: Measure): MeasureDefinition {
  return {
    source: measure.source,
    code: measure.code,
    title: measure.title,
    topic: measure.topic,
    unit: measureUnit(measure.unit, measure.decimals),
    kind: measure.kind,
    polarity: measure.polarity,
    publisher: measure.publication.publisher,
    publication: measure.publication.name,
    link: measure.publication.link,
    breaks: measure.breaks,
    faults: measure.faults,
    countsFrom: measure.countsFrom,
    sameAs: measure.sameAs,
    gap: measure.gap,
    note: undefined,
  };
}

/** Reads a unit, whether in our words ("percent", "per 10,000") or as a publisher writes it ("% of referrals", "Rate per 1,000"). */
export function measureUnit(text: string, decimals: number): MeasureUnit {
  if (text === 'percent') return { name: '%', symbol: '%', decimals, multiplier: 100 };
  if (text.startsWith('%')) return { name: text, symbol: '%', decimals, multiplier: 100 };
  if (text.startsWith('£')) return { name: text, symbol: '£', decimals, multiplier: undefined };
  const per = /\bper (\d[\d,]*)/i.exec(text)?.[1];
  if (per)
    return {
      name: text.replace(/^rate per/i, 'per'),
      symbol: undefined,
      decimals,
      multiplier: Number(per.replaceAll(',', '')),
    };
  return { name: text === 'count' ? '' : text, symbol: undefined, decimals, multiplier: undefined };
}

/** A number as a person says it: "31.2%", "52.4 per 10,000", "£1,204", "1,204". */
export function sayInUnit(number: number, unit: MeasureUnit): string {
  const said = sayNumber(number, unit.decimals);
  if (unit.symbol === '%') return `${said}%`;
  if (unit.symbol === '£') return said.startsWith('\u2212') ? `\u2212£${said.slice(1)}` : `£${said}`;
  return unit.name === '' || unit.name.length > 24 ? said : `${said} ${unit.name}`;
}

/** The unit as the charts take it. */
export function chartUnit(unit: MeasureUnit): Unit {
  return { name: unit.name, symbol: unit.symbol, decimals: unit.decimals };
}

/** How a measure is named on the thread and in an address. */
export function measureKey(measure: { source: string; code: string }): string {
  return `${measure.source}:${measure.code}`;
}

/** Where a measure is read; codes hold signs that an address must not. */
export function measurePath(measure: { source: string; code: string }, areaCode?: string): string {
  const path = `/measures/${encodeURIComponent(measure.source)}/${encodeURIComponent(measure.code)}`;
  return areaCode === undefined ? path : `${path}?area=${encodeURIComponent(areaCode)}`;
}
