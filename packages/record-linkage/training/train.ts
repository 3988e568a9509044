import type { Ground } from '../comparing/judge-of.ts';
import { fieldsOfModel } from '../comparing/question.ts';
import type { CountedAnswers } from '../model/answers.ts';
import type { BlockingRule, LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { inOrderOfCloseness, medianOfPasses } from './combine.ts';
import { countRule, PairCount } from './count-pairs.ts';
import { comparisonsToLeaveOut } from './leave-out.ts';
import type { LeftOut } from './leave-out.ts';
import { startingParameters } from './parameters.ts';
import type { Parameters, Probabilities } from './parameters.ts';
import { learnPass } from './pass.ts';
import type { Pass } from './pass.ts';
import { priorFromRules } from './prior.ts';
import type { Prior } from './prior.ts';
import { SharesBeside, type SharesWanted } from './shares/shares-beside.ts';
import type { ComparisonOdds } from './shares/u-estimate.ts';
import { trainingWarnings } from './warnings.ts';

/** How to train. Everything but the training rules may be left out. */
export type TrainingOptions = {
  /** rules whose pairs m is learnt from, one pass each; two at least, so that every comparison is free once */
  readonly trainingRules: readonly BlockingRule[];
  /** rules that nearly always mean one person, for the prior; without them the model's prior stays */
  readonly priorRules?: readonly BlockingRule[];
  /** the share of true pairs that the prior's rules find (.7) */
  readonly recall?: number;
  /** pairs that a person judged */
  readonly labels?: readonly { readonly left: number; readonly right: number; readonly same: boolean }[];
  readonly seed?: number;
  /** random pairs for u, for each comparison that cannot be counted (2,000,000), and seen so often is enough (5,000) */
  readonly randomPairs?: number;
  readonly enoughSeen?: number;
  /** pairs of one rule that are asked, picked by chance where there are more (1,000,000) */
  readonly pairsPerRule?: number;
  readonly starts?: number;
  /** keep the order of levels (true) */
  readonly inOrder?: boolean;
  /** take the pairs of one person out of what random pairs say, as far as the prior knows of them (true) */
  readonly withoutMatches?: boolean;
  /** u as an earlier training of the same comparisons on the same records gave it, so that it is not asked again */
  readonly odds?: readonly ComparisonOdds[];
  /** as many as there are cores unless said */
  readonly threads?: number;
};

/** A trained model and how it came about. */
export type Trained = {
  readonly model: LinkageModel;
  readonly prior?: Prior;
  /** u as it was counted or drawn, with standard errors, before pairs of one person were taken out */
  readonly odds: readonly ComparisonOdds[];
  readonly passes: readonly Pass[];
  /** what a person should know before trusting the model */
  readonly warnings: readonly string[];
};

/**
 * Trains a model on records without labels: prior from near-certain rules, u from all or from random pairs, m by EM in
 * one pass for each training rule, with those comparisons left out that the rule's pairs teach nothing true about, then
 * the median over passes. The same seed gives the same model. Refuses rules that leave nothing to learn.
 */
export async function train(
  records: Records,
  model: LinkageModel,
  options: TrainingOptions,
): Promise<Result<Trained>> {
  const beside = options.odds ? undefined : new SharesBeside(sharesOf(records, model, options));
  try {
    const plan = planOf(records, model, options);
    if (!plan.done) return plan;
    const found = priorOf(records, model, options);
    if (found && !found.done) return found;
    const odds = options.odds ?? (await beside?.finish()) ?? [];
    return done(learnAll({ model, found: found?.value, odds, plan: plan.value, options }));
  } finally {
    await beside?.stop();
  }
}

function sharesOf(records: Records, model: LinkageModel, options: TrainingOptions): SharesWanted {
  return {
    records,
    model,
    drawing: {
      seed: options.seed ?? 1,
      mostPairs: options.randomPairs ?? 2_000_000,
      enoughSeen: options.enoughSeen ?? 5000,
    },
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  };
}

function learnAll(of: Omit<Learning, 'lambda'> & { readonly found: Prior | undefined }): Trained {
  const { model, found, odds, options } = of;
  const lambda = found?.prior ?? model.prior;
  const { m, u, passes } = learnRounds({ ...of, lambda });
  const isKept = (place: number): boolean => isFixed(model, place);
  const ordered = (options.inOrder ?? true) ? inOrderOfCloseness(m, u, isKept) : { m, changed: [] };
  return {
    model: withParameters(model, { lambda, m: ordered.m, u }),
    ...(found ? { prior: found } : {}),
    odds,
    passes,
    warnings: trainingWarnings({ model, passes, odds, changed: ordered.changed }),
  };
}

function priorOf(records: Records, model: LinkageModel, options: TrainingOptions): Result<Prior> | undefined {
  const { priorRules = [], recall = 0.7 } = options;
  if (priorRules.length === 0) return undefined;
  return priorFromRules({ records, linkType: model.linkType, rules: priorRules, recall });
}

type Learning = {
  readonly model: LinkageModel;
  readonly lambda: number;
  readonly odds: readonly ComparisonOdds[];
  readonly plan: Plan;
  readonly options: TrainingOptions;
};

/** All passes; and once more with u less the pairs of one person, now that m is known. */
function learnRounds({ model, lambda, odds, plan, options }: Learning): {
  readonly m: Probabilities;
  readonly u: Probabilities;
  readonly passes: readonly Pass[];
} {
  const start = startingParameters({ ...model, prior: lambda });
  const { known } = plan;
  const learn = (u: Probabilities): readonly Pass[] =>
    plan.passes.map((pass) =>
      learnPass({ ...pass, model, start: { ...start, u }, starts: options.starts ?? 4, known }),
    );
  const taken = options.withoutMatches ?? true;
  const first = uOf({ model, odds, prior: taken ? lambda : 0, m: start.m });
  const passes = learn(first);
  const m = learntM({ model, passes, start });
  if (!taken) return { m, u: first, passes };
  const u = uOf({ model, odds, prior: lambda, m });
  const again = learn(u);
  return { m: learntM({ model, passes: again, start }), u, passes: again };
}

type Plan = {
  readonly passes: readonly {
    readonly rule: BlockingRule;
    readonly counted: CountedAnswers;
    readonly leftOut: readonly LeftOut[];
  }[];
  readonly known: { readonly same?: CountedAnswers; readonly different?: CountedAnswers };
};

/** The records, and the codes of them that the model reads. */
type TrainingGround = { readonly records: Records; readonly fields: Ground['fields'] };

/** Rules, the comparisons that each can teach, and the answers of their pairs. */
function planOf(records: Records, model: LinkageModel, options: TrainingOptions): Result<Plan> {
  if (options.trainingRules.length === 0 && !options.labels?.length)
    return refuse({
      reason: 'no-rules',
      place: 'trainingRules',
      words:
        'There is no rule to train on. Give two or more, such as "forename and surname" and "date of birth and postcode".',
    });
  const ground = { records, fields: fieldsOfModel(model, records) };
  const passes = options.trainingRules.flatMap((_, place) => passOf(ground, model, { options, place }));
  const known = labelled(ground, model, options.labels ?? []);
  if (passes.length > 0) return done({ passes, known });
  if (known.same) {
    const none = {
      comparisons: model.comparisons.length,
      answers: new Int8Array(),
      counts: new Float64Array(),
    };
    const rule = { name: 'pairs that a person judged', keys: [] };
    return done({ passes: [{ rule, counted: none, leftOut: [] }], known });
  }
  return refuse({
    reason: 'nothing-to-learn',
    place: 'trainingRules',
    words:
      'Every rule finds no pairs or leaves fewer than two comparisons free, and two are needed to tell pairs of one person from others. Give rules that read less.',
  });
}

/** One rule's pass; none where it has no pairs or too little to teach. */
function passOf(
  ground: TrainingGround,
  model: LinkageModel,
  { options, place }: { readonly options: TrainingOptions; readonly place: number },
): Plan['passes'] {
  const rule = options.trainingRules[place];
  if (!rule) return [];
  const leftOut = comparisonsToLeaveOut(rule, model, ground.records);
  // with one question alone, more pairs of one person and a higher m look the same
  if (leftOut.length > model.comparisons.length - 2) return [];
  const mostPairs = options.pairsPerRule ?? 1_000_000;
  const { counted, asked } = countRule({
    ...ground,
    model,
    rule,
    mostPairs,
    seed: (options.seed ?? 1) + place,
  });
  return asked === 0 ? [] : [{ rule, counted, leftOut }];
}

function labelled(
  ground: TrainingGround,
  model: LinkageModel,
  labels: NonNullable<TrainingOptions['labels']>,
): Plan['known'] {
  const count = (same: boolean): CountedAnswers | undefined => {
    const own = labels.filter((label) => label.same === same);
    if (own.length === 0) return undefined;
    const pairs = new PairCount(model, ground);
    for (const { left, right } of own) pairs.add(left, right);
    return pairs.counted();
  };
  const same = count(true);
  const different = count(false);
  return { ...(same ? { same } : {}), ...(different ? { different } : {}) };
}

/** No u is brought below this share of what was counted: neither the prior nor m is known any better. */
const leastKept = 0.1;

type ForU = {
  readonly model: LinkageModel;
  readonly odds: readonly ComparisonOdds[];
  readonly prior: number;
  readonly m: Probabilities;
};

/** u among pairs of two people: what all pairs say, less those of one person; with what is fixed they make 1. */
function uOf({ model, odds, prior, m }: ForU): Probabilities {
  return model.comparisons.map(({ levels }, place) => {
    const others = levels.map(({ fixed }, answer) => {
      const share = odds[place]?.levels[answer]?.share;
      if (share === undefined || fixed?.includes('u')) return undefined;
      const others = (share - prior * (m[place]?.[answer] ?? 0)) / (1 - prior);
      return Math.max(others, share * leastKept);
    });
    const kept = levels.reduce((sum, { fixed, u }) => sum + (fixed?.includes('u') ? (u ?? 0) : 0), 0);
    const all = others.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    return levels.map(({ fixed, u }, answer) => {
      if (fixed?.includes('u')) return u;
      const own = others[answer];
      return own === undefined ? undefined : (own / all) * Math.max(0, 1 - kept);
    });
  });
}

type ForM = { readonly model: LinkageModel; readonly passes: readonly Pass[]; readonly start: Parameters };

/** The median over passes; what no pass was free to learn stays as it was before. */
function learntM({ model, passes, start }: ForM): Probabilities {
  const median = medianOfPasses(passes, start.m);
  return model.comparisons.map(({ levels }, place) => {
    const isFree = passes.some(({ active }) => active[place]);
    return levels.map((level, answer) =>
      level.fixed?.includes('m') ? level.m : isFree ? median[place]?.[answer] : start.m[place]?.[answer],
    );
  });
}

function isFixed({ comparisons }: LinkageModel, place: number): boolean {
  return comparisons[place]?.levels.some(({ fixed }) => (fixed?.length ?? 0) > 0) ?? false;
}

/** The model with these parameters; a level that was never observed has none. */
function withParameters(model: LinkageModel, { lambda, m, u }: Parameters): LinkageModel {
  return {
    ...model,
    prior: lambda,
    comparisons: model.comparisons.map((comparison, place) => ({
      ...comparison,
      levels: comparison.levels.map(({ m: _m, u: _u, ...level }, answer) => {
        const learntM = m[place]?.[answer];
        const learntU = u[place]?.[answer];
        return {
          ...level,
          ...(learntM === undefined ? {} : { m: learntM }),
          ...(learntU === undefined ? {} : { u: learntU }),
        };
      }),
    })),
  };
}
