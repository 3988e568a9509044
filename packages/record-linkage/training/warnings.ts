import type { LinkageModel } from '../model/model.ts';
import type { Pass } from './pass.ts';
import type { ComparisonOdds } from './shares/u-estimate.ts';

/** What warnings are drawn from. */
export type ForWarnings = {
  readonly model: LinkageModel;
  readonly passes: readonly Pass[];
  readonly odds: readonly ComparisonOdds[];
  /** comparisons whose levels had to be put in order */
  readonly changed: readonly number[];
};

/** What a person should know before trusting a trained model, in words; nothing where all went well. */
export function trainingWarnings({ model, passes, odds, changed }: ForWarnings): readonly string[] {
  const nameOf = (place: number): string => model.comparisons[place]?.name ?? '';
  const never = model.comparisons.flatMap(({ name }, place) =>
    passes.some(({ active }) => active[place])
      ? []
      : [
          `No training rule leaves "${name}" free, so its m stayed as it was before training. Add a rule that does not read what it reads.`,
        ],
  );
  const order = changed.map(
    (place) =>
      `In "${nameOf(place)}" a closer answer came out weaker than a looser one; the two were put together.`,
  );
  return [...passes.flatMap(warningsOfPass), ...never, ...order, ...warningsOfU(model, odds)];
}

function warningsOfPass({ rule, leftOut, lambda, agree, converged }: Pass): readonly string[] {
  return [
    ...leftOut.filter(({ reason }) => reason === 'derived-column').map(({ words }) => words),
    ...(agree
      ? []
      : [
          `Learning from "${rule}" ended in different places from different starts. Do not trust it alone; give labels, or another rule.`,
        ]),
    ...(converged ? [] : [`Learning from "${rule}" had not settled when it was stopped.`]),
    ...(lambda > 0.999
      ? [
          `Nearly all pairs of "${rule}" are of one person, so it says little about the rest. A looser rule teaches more.`,
        ]
      : []),
    ...(lambda < 0.001
      ? [`Hardly any pair of "${rule}" is of one person. A stricter rule teaches more.`]
      : []),
  ];
}

function warningsOfU(model: LinkageModel, odds: readonly ComparisonOdds[]): readonly string[] {
  return odds.flatMap(({ levels }, place) =>
    levels.flatMap(({ share, standardError }, level) => {
      if (share === undefined || standardError <= 0.05 * share) return [];
      const { name, levels: answers } = model.comparisons[place] ?? { name: '', levels: [] };
      const known = Math.round((100 * standardError) / share);
      return [
        `How rare "${answers[level]?.label ?? level}" of "${name}" is among different people is known to ${known}% only. Draw more random pairs.`,
      ];
    }),
  );
}
