import type { EesCheck, EesFinding } from './check.ts';
import { furtherChecks } from './checks.ts';
import { fileChecks } from './checks/file-checks.ts';
import { readPair } from './pair.ts';
import type { EesPair, EesPairTexts } from './pair.ts';

export type ScreeningOptions = {
  /** codes of areas that are known beside the national lists: a partnership's own */
  readonly ownCodes?: Iterable<string>;
};

/**
 * Holds a pair of files against every rule of the format. What is found comes in the order of the rules, at most one
 * finding for a column, an item or a place. Nothing further is said of a pair whose columns cannot be told.
 */
export function screenEesPair(texts: EesPairTexts, options: ScreeningOptions = {}): readonly EesFinding[] {
  const pair = readPair(texts, new Set(options.ownCodes));
  const ofFiles = fileChecks.map((check) => ({ check, findings: findingsOf(check, pair) }));
  const found = ofFiles.flatMap(({ findings }) => findings);
  if (ofFiles.some(({ check, findings }) => check.stops && findings.length > 0)) return found;
  return [...found, ...furtherChecks.flatMap((check) => findingsOf(check, pair))];
}

function findingsOf(check: EesCheck, pair: EesPair): EesFinding[] {
  return check.find(pair).map(({ words, where, level }) => ({
    check: check.name,
    level: level ?? check.level,
    words,
    where,
  }));
}
