import type { Unit } from '#packages/charts';
import type {
  DefinitionBreak,
  KnownFault,
  MeasureFacts,
  MeasureKind,
  MeasurePolarity,
} from '../measure-facts.ts';
import { measureId } from '../measure-facts.ts';
import { sayNumber } from '../say-value.ts';

/** All that a reader of a measure's figures has to know of it. */
export type MeasureDefinition = {
  /** `lait:PrevRegCPR` */
  id: string;
  source: string;
  code: string;
  title: string;
  topic: string;
  unit: MeasureUnit;
  kind: MeasureKind;
  polarity: MeasurePolarity;
  publisher: string;
  publication: string;
  link: string | undefined;
  breaks: readonly DefinitionBreak[];
  faults: readonly KnownFault[];
  /** the same measure from another source, by id */
  sameAs: string | undefined;
  /** the other side of a gap, by id, and which side this one is */
  gap: { role: 'target' | 'reference'; other: string } | undefined;
  /** what to call the limits that stand with its figures, where they are not its publisher's */
  limitsSaid?: string;
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

/** One decimal where nobody says how many were published. */
const decimalsUnsaid = 1;

/** What a reader needs of the facts of a measure. */
export function definitionOf(facts: MeasureFacts): MeasureDefinition {
  const { unit, decimals, kind, yearType: _, isChecked: __, ...rest } = facts;
  return {
    ...rest,
    id: measureId(facts),
    kind: kind === 'not-known' && /^number\b/i.test(unit) ? 'count' : kind,
    unit: measureUnit(unit, decimals ?? decimalsUnsaid),
  };
}

/** Reads a unit, in our words ("%", "pp", "per 10,000") or as a publisher writes it ("% of referrals", "Rate per 1,000"). */
export function measureUnit(text: string, decimals: number): MeasureUnit {
  const plain = { symbol: undefined, decimals, multiplier: undefined };
  if (text.startsWith('%')) return { name: text, symbol: '%', decimals, multiplier: 100 };
  if (text.startsWith('£')) return { name: text, symbol: '£', decimals, multiplier: undefined };
  if (text === 'pp') return { name: 'percentage points', ...plain };
  const per = /\bper (\d[\d,]*)/i.exec(text)?.[1];
  if (per)
    return {
      ...plain,
      name: text.replace(/^rate per/i, 'per'),
      multiplier: Number(per.replaceAll(',', '')),
    };
  return { name: text === 'count' || text === 'score' ? '' : text, ...plain };
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

/** Where a measure is read; codes hold signs that an address must not. */
export function measurePath(measure: { source: string; code: string }, areaCode?: string): string {
  const path = `/measures/${encodeURIComponent(measure.source)}/${encodeURIComponent(measure.code)}`;
  return areaCode === undefined ? path : `${path}?area=${encodeURIComponent(areaCode)}`;
}
