import type { ClusterRules } from '../clusters/rules.ts';
import { called, comparisonCalled, equalKeyOf } from '../comparing/what-is-compared.ts';
import { keyOf } from '../model/expression.ts';
import type { BlockingRule, Expression, LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';

/** A rule that asks all of these to be equal. */
export function ruleOf(name: string, keys: readonly Expression[]): BlockingRule {
  return { name, keys: keys.map((key) => ({ left: key, right: key })) };
}

/**
 * What a family shares: the surname and the home (postcode or address), where the model compares both. Undefined where
 * it does not, and then no families are learnt.
 */
export function householdRuleOf(model: Pick<LinkageModel, 'comparisons'>): BlockingRule | undefined {
  const [name, place] = [called.surname, called.home].map((pattern) => {
    const comparison = comparisonCalled(model, pattern);
    return comparison && equalKeyOf(comparison);
  });
  return name && place && keyOf(name) !== keyOf(place)
    ? ruleOf('surname and home', [name, place])
    : undefined;
}

/** Cleaners of numbers that a person has one of, all their life. */
const lifelong = new Set(['nhs-number', 'upn']);

/** The comparisons (by place) of numbers that a person has one of: an NHS number, a unique pupil number. */
export function numbersIn(
  model: Pick<LinkageModel, 'comparisons'>,
): readonly { readonly place: number; readonly name: string; readonly of: Expression }[] {
  return model.comparisons.flatMap((comparison, place) => {
    const of = equalKeyOf(comparison);
    const isNumber = of !== undefined && 'cleanedBy' in of && lifelong.has(of.cleanedBy);
    return isNumber ? [{ place, name: comparison.name, of }] : [];
  });
}

/** What no person has two of, for `peopleOf`: records with different numbers of a kind never come together by weight. */
export function oneOfEach(
  records: Pick<Records, 'columns'>,
  model: Pick<LinkageModel, 'comparisons'>,
): NonNullable<ClusterRules['oneOf']> {
  return numbersIn(model).flatMap(({ name, of }) => {
    const column = records.columns.get(keyOf(of));
    return column ? [{ name, codes: column.codes }] : [];
  });
}
