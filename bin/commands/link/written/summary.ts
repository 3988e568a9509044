import type { Evaluation, Quality, Scored } from '#packages/record-linkage';
import type { GivenModel } from '../model-file.ts';
import type { Outcome } from './outputs.ts';

/** What a job came to: for people in sentences, for machines in figures. */
export type Summary = {
  readonly sentences: readonly string[];
  readonly warnings: readonly string[];
  readonly figures: readonly (readonly [name: string, value: string])[];
  readonly how: readonly string[];
  readonly document: Record<string, unknown>;
};

/** What is summed up. */
export type ToSum = {
  readonly outcome: Outcome;
  readonly learnt: Pick<GivenModel, 'words' | 'warnings'>;
  readonly scored: Pick<Scored, 'candidates' | 'kept'> & { readonly notes: readonly string[] };
  readonly notes: readonly string[];
  readonly evaluation: Evaluation | undefined;
};

const count = new Intl.NumberFormat('en-GB');

/** Sums a job up. */
export function summaryOf({ outcome, learnt, scored, notes, evaluation }: ToSum): Summary {
  const { records, people } = outcome;
  const { questions, siblings } = people;
  const warnings = [...learnt.warnings, ...scored.notes];
  const figures: [string, string][] = [
    ['Records in, and records out', count.format(records.count)],
    ['People', count.format(people.people)],
    ['Pairs looked at', count.format(scored.candidates)],
    ['Pairs kept', count.format(scored.kept)],
    ['Questions for a person', count.format(questions.length)],
    ['Probably brothers or sisters', count.format(siblings.length)],
    ...(evaluation ? figuresOf(evaluation) : []),
  ];
  return {
    sentences: sentencesOn(outcome, evaluation),
    warnings,
    figures,
    how: [...learnt.words, ...notes],
    document: {
      records: records.count,
      sources: records.sources,
      people: people.people,
      questions: questions.length,
      siblings: siblings.length,
      pairs: { looked_at: scored.candidates, kept: scored.kept },
      ...(evaluation && {
        truth: {
          pairs_of_one_person: evaluation.truePairs,
          reached: evaluation.reached ?? null,
          pairs: qualityOf(evaluation.pairs),
          clusters: qualityOf(evaluation.people),
        },
      }),
      how: [...learnt.words, ...notes],
      warnings,
    },
  };
}

function sentencesOn({ records, people }: Outcome, evaluation: Evaluation | undefined): readonly string[] {
  const { questions, siblings } = people;
  return [
    `${count.format(records.count)} records are ${count.format(people.people)} people.`,
    `${questions.length === 0 ? 'Nothing is' : `${count.format(questions.length)} pairs are`} left for a person to decide${siblings.length === 0 ? '' : `, and ${count.format(siblings.length)} are probably brothers or sisters, who are not joined`}.`,
    ...(evaluation ? sentencesOf(evaluation) : []),
  ];
}

function qualityOf({ precision, recall, f1, ...counts }: Quality): Record<string, unknown> {
  return { precision: precision ?? null, recall: recall ?? null, f1: f1 ?? null, ...counts };
}

function figuresOf({ pairs, people }: Evaluation): [string, string][] {
  const rows = (name: string, { precision, recall, f1 }: Quality): [string, string][] => [
    [`${name}: precision`, shareWords(precision)],
    [`${name}: recall`, shareWords(recall)],
    [`${name}: F1`, f1 === undefined ? 'not known' : f1.toFixed(4)],
  ];
  return [...rows('Pairs', pairs), ...rows('Clusters', people)];
}

function sentencesOf({ pairs, people, truePairs }: Evaluation): readonly string[] {
  const one = (name: string, { precision, recall, f1 }: Quality): string =>
    `${name}: precision ${shareWords(precision)}, recall ${shareWords(recall)}, F1 ${f1?.toFixed(4) ?? 'not known'}.`;
  return [
    `Held against the truth (${count.format(truePairs)} pairs of one person):`,
    one('Pairs', pairs),
    one('Clusters', people),
  ];
}

function shareWords(share: Quality['precision']): string {
  if (!share) return 'not known';
  return `${share.value.toFixed(4)} (95% limits ${share.lower.toFixed(4)} to ${share.upper.toFixed(4)})`;
}
