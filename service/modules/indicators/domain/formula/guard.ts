import {
  dfeChildrenInNeed,
  fingertips,
  isSmall,
  ownCasesPublic,
  survey,
  type RuleSet,
} from '#packages/disclosure-control';
import { noNumber } from '../value.ts';
import type { Checked } from './check-formula.ts';
import type { KnownPart } from './known-part.ts';
import { addTerms, type Terms } from './quantity.ts';
import { totalOf, type Lookup, type WorkedOut } from './work-out.ts';

/** Counts that follow from a formula without being a figure of their own. */
export function derivedCounts({ way, terms }: Pick<Checked, 'way'> & { terms: Terms | undefined }): Terms[] {
  const counts = way.by === 'none' ? [] : [way.top, way.bottom, addTerms(way.bottom, way.top, -1)];
  const all = terms ? [...counts, terms] : counts;
  return all.filter((each) => each.size > 1 && [...each.values()].every(Number.isInteger));
}

/**
 * Withholds what a formula came to where a count that follows from it is one that its source would hold back: the rest
 * of two published counts may be the very group that was kept from the public. Nothing but what everybody can see goes
 * into a formula, so it never tells more than its parts do; this keeps us from doing the sum for others.
 */
export function guarded(
  came: WorkedOut,
  given: { derived: readonly Terms[]; parts: readonly KnownPart[]; at: Lookup },
): WorkedOut {
  const rules = rulesOf(given.parts);
  const isTelling = given.derived.some((terms) => {
    const total = totalOf(terms, given.at);
    return total !== undefined && rules.some((rule) => isSmall(rule.levels.local.hides, total));
  });
  if (!isTelling) return came;
  return {
    ...came,
    value: noNumber('suppressed'),
    count: undefined,
    base: undefined,
    limits: undefined,
    why,
  };
}

const why = 'A small group would follow from it, so it is withheld, to protect children.';

/** The rules of every source that a formula draws on; the strictest of them decides. */
function rulesOf(parts: readonly Pick<KnownPart, 'measure'>[]): readonly RuleSet[] {
  return [...new Set(parts.map(({ measure }) => ruleOf(measure)))];
}

/** By whose rules a measure's small counts are held back, by its id. */
export function ruleOf(measure: string): RuleSet {
  if (measure.startsWith('lait:') || measure.startsWith('ees:')) return dfeChildrenInNeed;
  if (measure.startsWith('fingertips:')) return fingertips;
  return measure.startsWith('other:survey') ? survey : ownCasesPublic;
}
