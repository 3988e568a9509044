import { countPairs } from '../blocking/count-pairs.ts';
import { keyOf } from '../model/expression.ts';
import type { BlockingRule, LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { columnOf } from '../records/same-values.ts';
import type { Pass } from '../training/pass.ts';
import { possiblePairs } from '../training/prior.ts';
import { equalKeyOf } from '../comparing/what-is-compared.ts';

/** What training came to, and the rules that it was trained by. */
export type ToReckon = {
  readonly records: Records;
  readonly model: LinkageModel;
  readonly rules: readonly BlockingRule[];
  readonly passes: readonly Pick<Pass, 'rule' | 'lambda'>[];
};

/**
 * The prior that training implies: the pairs of one person that a rule found, over the share of such pairs that agree in
 * its columns (their m) and have them; the median over rules, by all possible pairs. Undefined where no rule says enough.
 */
export function priorFromPasses({ records, model, rules, passes }: ToReckon): number | undefined {
  const found = rules.flatMap((rule): number[] => {
    const pass = passes.find((each) => each.rule === rule.name);
    const reached = reachOf(rule, model, records);
    if (!pass || reached === undefined || reached < 0.05) return [];
    const [counted] = countPairs({ records, rules: [rule], linkType: model.linkType }).rules;
    return [(pass.lambda * (counted?.inBlocks ?? 0)) / reached];
  });
  const sorted = found.toSorted((one, other) => one - other);
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  const pairs = possiblePairs(records, model.linkType);
  const middle = (low + high) / 2;
  return middle >= 1 && pairs > 0 ? Math.min(0.5, middle / pairs) : undefined;
}

/** P(a pair of one person has the rule's columns and agrees in them). */
function reachOf(rule: BlockingRule, model: LinkageModel, records: Records): number | undefined {
  let reach = 1;
  for (const { left } of rule.keys) {
    const comparison = model.comparisons.find((each) => {
      const key = equalKeyOf(each);
      return key && keyOf(key) === keyOf(left);
    });
    const m = comparison?.levels[0]?.m;
    if (m === undefined) return undefined;
    const { codes } = columnOf(records, left);
    let known = 0;
    for (const code of codes) if (code >= 0) known += 1;
    reach *= m * (known / Math.max(1, records.count)) ** 2;
  }
  return reach;
}
