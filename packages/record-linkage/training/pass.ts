import { keyOf } from '../model/expression.ts';
import type { CountedAnswers } from '../model/answers.ts';
import type { BlockingRule, Condition, LinkageModel } from '../model/model.ts';
import type { LeftOut } from './leave-out.ts';
import { fixedIn } from './parameters.ts';
import type { Parameters, Probabilities } from './parameters.ts';
import { learnFromSeveralStarts } from './starts.ts';

/** What one training rule's pairs are learnt from with. */
export type PassInput = {
  readonly model: Pick<LinkageModel, 'comparisons'>;
  readonly rule: BlockingRule;
  readonly counted: CountedAnswers;
  readonly start: Parameters;
  readonly leftOut: readonly LeftOut[];
  readonly known?: { readonly same?: CountedAnswers; readonly different?: CountedAnswers };
  readonly starts: number;
};

/** What one training rule taught. */
export type Pass = {
  readonly rule: string;
  /** pairs that were asked */
  readonly pairs: number;
  readonly leftOut: readonly LeftOut[];
  readonly active: readonly boolean[];
  /** the share of the rule's pairs that are of one person */
  readonly lambda: number;
  readonly m: Probabilities;
  readonly rounds: number;
  readonly converged: boolean;
  /** all starts that ended as likely ended alike */
  readonly agree: boolean;
};

/** One pass of EM over the pairs of one rule, with u as it is; lambda starts from what the rule itself implies. */
export function learnPass({ model, rule, counted, start, leftOut, known, starts }: PassInput): Pass {
  const active = model.comparisons.map((_, place) => !leftOut.some(({ comparison }) => comparison === place));
  const lambda = lambdaWithin(rule, model, start);
  const { best, agree } = learnFromSeveralStarts(
    {
      counted,
      start: { ...start, lambda },
      active,
      fixedM: fixedIn(model, 'm'),
      ...(known ? { known } : {}),
    },
    starts,
  );
  const pairs = counted.counts.reduce((sum, count) => sum + count, 0);
  const { m, rounds, converged } = best;
  return { rule: rule.name, pairs, leftOut, active, lambda: best.lambda, m, rounds, converged, agree };
}

/**
 * The share of a rule's pairs that are of one person, as a first guess: the prior odds times m/u of the exact levels
 * that the rule implies, those that imply the most columns first.
 */
function lambdaWithin(
  rule: BlockingRule,
  model: Pick<LinkageModel, 'comparisons'>,
  { lambda, m, u }: Parameters,
): number {
  const left = new Set(
    rule.keys.flatMap((key) => (keyOf(key.left) === keyOf(key.right) ? [keyOf(key.left)] : [])),
  );
  const implied = model.comparisons
    .flatMap(({ levels }, place) =>
      levels.map(({ when }, level) => ({
        keys: equalKeys(when),
        factor: (m[place]?.[level] ?? 1) / (u[place]?.[level] ?? 1),
      })),
    )
    .filter(({ keys }) => keys.length > 0)
    .toSorted((one, other) => other.keys.length - one.keys.length);
  let odds = lambda / (1 - lambda);
  for (const { keys, factor } of implied)
    if (keys.every((key) => left.has(key))) {
      odds *= factor;
      for (const key of keys) left.delete(key);
    }
  return Math.min(0.999, Math.max(1e-6, odds / (1 + odds)));
}

function equalKeys(when: Condition): readonly string[] {
  if (when.is === 'equal' && keyOf(when.left) === keyOf(when.right)) return [keyOf(when.left)];
  if (when.is !== 'all') return [];
  const parts = when.of.map(equalKeys);
  return parts.every((part) => part.length > 0) ? parts.flat() : [];
}
