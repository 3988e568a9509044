import type { Level } from '../table/dimension.ts';
import type { RuleSet, SmallCounts } from './rule-set.ts';

/**
 * Whether a count is one that the rule holds back: 0 < count ≤ to, and 0 itself where a zero tells something.
 * Counts need not be whole (averages of several years); what is below 0 or not a number is not a count, and not small.
 */
export function isSmall(hides: SmallCounts | undefined, count: number): boolean {
  if (!hides || !Number.isFinite(count) || count < 0) return false;
  return count <= hides.to && (count > 0 || hides.from === 0);
}

/** A count rounded to the nearest multiple of the base; halfway goes up. */
export function roundedTo(base: number, count: number): number {
  return Math.floor(count / base + 0.5) * base;
}

/** What stands in one cell by its own count alone, before the rest of the table is looked at. */
export type AloneShown =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'low'; readonly symbol: string }
  | { readonly kind: 'suppressed'; readonly symbol: string };

/**
 * One count by the rule of its source at its level: held back, rounded, or as it is.
 * This looks at no other cell: it is the first step, not protection.
 * @example shownAlone(nhsHospitalEpisodes, { level: 'local', count: 8 }) // { kind: 'number', number: 10 }
 */
export function shownAlone(rules: RuleSet, given: { level: Level; count: number }): AloneShown {
  const { hides, rounds } = rules.levels[given.level];
  if (isSmall(hides, given.count)) return { kind: 'suppressed', symbol: rules.symbols.suppressed };
  const number = rounds ? roundedTo(rounds.base, given.count) : given.count;
  if (number === 0 && given.count > 0) return { kind: 'low', symbol: rules.symbols.low };
  return { kind: 'number', number };
}

/**
 * The counts that a reader must think possible where this one is shown, both ends included.
 * A rounded count hides its neighbours; one as counted hides nothing.
 */
export function countsBehind(
  rules: RuleSet,
  given: { level: Level; count: number },
): readonly [number, number] {
  const { hides, rounds } = rules.levels[given.level];
  if (!rounds || !Number.isInteger(given.count)) return [given.count, given.count];
  if (given.count === 0) return [0, 0];
  const { base } = rounds;
  const rounded = roundedTo(base, given.count);
  // more than none that rounds to none has its own symbol, so nobody takes it for none
  const lowest = Math.max(Math.ceil(rounded - base / 2), (hides?.to ?? 0) + 1);
  return [lowest, Math.ceil(rounded + base / 2) - 1];
}
