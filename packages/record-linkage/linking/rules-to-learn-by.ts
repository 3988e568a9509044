import { keyOf } from '../model/expression.ts';
import type { BlockingRule, Expression, LinkageModel } from '../model/model.ts';
import { columnOf } from '../records/same-values.ts';
import type { Records } from '../records/records.ts';
import { comparisonsToLeaveOut } from '../training/leave-out.ts';
import { possiblePairs } from '../training/prior.ts';
import { equalKeyOf } from '../comparing/what-is-compared.ts';
import { householdRuleOf, ruleOf } from './keys-of.ts';

/** Every comparison should be free to learn in as many passes, so that their median leans on more than one. */
const passesWanted = 2;
const mostRules = 6;
/** Pairs of strangers that a rule may find for each record before it says too little about one person. */
const strangersForRecord = 20;

/**
 * Rules to train by, chosen from the model and the records: two columns each (one where two leave too little free) whose
 * agreement is rare among strangers, those that most records have first, until each comparison is free in two passes.
 * What families share (surname and home) is no such rule: its pairs are mostly brothers and sisters.
 */
export function rulesToLearnBy(model: LinkageModel, records: Records): readonly BlockingRule[] {
  const keys = keysOf(model, records);
  const pairs = possiblePairs(records, model.linkType);
  const alone = keys.map((key) => [key] as const);
  const together = keys.flatMap((one, at) => keys.slice(at + 1).map((other) => [one, other] as const));
  const household = householdRuleOf(model);
  const isHousehold = (of: readonly Key[]): boolean =>
    household?.keys.length === of.length &&
    of.every(({ expression }) => household.keys.some(({ left }) => keyOf(left) === keyOf(expression)));
  const candidates = [together, alone].flatMap((kind) =>
    kind
      .map((of) => ({ of, known: product(of, 'known'), strangers: pairs * product(of, 'chance') }))
      .filter(({ of, strangers }) => strangers <= strangersForRecord * records.count && !isHousehold(of))
      .toSorted((one, other) => other.known - one.known || one.strangers - other.strangers),
  );
  const chosen: BlockingRule[] = [];
  const free = model.comparisons.map(() => 0);
  for (const { of } of candidates) {
    const rule = ruleOf(
      of.map(({ name }) => name).join(' and '),
      of.map(({ expression }) => expression),
    );
    const leftOut = new Set(comparisonsToLeaveOut(rule, model, records).map(({ comparison }) => comparison));
    const helps = free.some((passes, place) => passes < passesWanted && !leftOut.has(place));
    if (!helps || leftOut.size > model.comparisons.length - 2) continue;
    chosen.push(rule);
    for (const place of free.keys()) if (!leftOut.has(place)) free[place] = (free[place] ?? 0) + 1;
    if (chosen.length === mostRules) break;
  }
  return chosen;
}

type Key = {
  readonly name: string;
  readonly expression: Expression;
  /** the share of pairs of strangers that agree in it, among those that have it */
  readonly chance: number;
  /** the share of records that have it */
  readonly known: number;
};

function keysOf(model: LinkageModel, records: Records): readonly Key[] {
  return model.comparisons.flatMap((comparison): Key[] => {
    const expression = equalKeyOf(comparison);
    if (!expression || !records.columns.has(keyOf(expression))) return [];
    return [{ name: comparison.name, expression, ...countedKey(records, expression) }];
  });
}

function countedKey(records: Records, expression: Expression): Pick<Key, 'chance' | 'known'> {
  const { codes, values } = columnOf(records, expression);
  const counts = new Float64Array(values.size);
  let known = 0;
  for (const code of codes)
    if (code >= 0) {
      counts[code] = (counts[code] ?? 0) + 1;
      known += 1;
    }
  // in steps of a tenth, so that what most records have comes before what is rarest
  const share = Math.round((10 * known) / Math.max(1, records.count)) / 10;
  return { chance: counts.reduce((sum, count) => sum + (count / Math.max(1, known)) ** 2, 0), known: share };
}

function product(keys: readonly Key[], of: 'chance' | 'known'): number {
  return keys.reduce((all, key) => all * key[of], 1);
}
