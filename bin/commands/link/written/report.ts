import {
  explainRecords,
  explainSiblings,
  pairClasses,
  probabilityOf,
  reportPage,
  ThreeClasses,
  thresholdTable,
  type Report,
  type ThresholdRow,
} from '#packages/record-linkage';
import type { Outcome } from './outputs.ts';
import type { Summary } from './summary.ts';

/** The report of a job as a page; it holds nothing of what records hold. */
export function reportOf(outcome: Outcome, summary: Summary, truth: Int32Array | undefined): string {
  return reportPage({
    title: 'Records joined into people',
    summary: summary.sentences,
    warnings: summary.warnings,
    figures: summary.figures,
    thresholds: thresholdRows(outcome, truth),
    examples: examplesOf(outcome),
    how: summary.how,
  });
}

const shown = [-8, -6, -4, -2, 0, 2, 4, 6, 8, 10, 12, 15, 20];

function thresholdRows({ pairs, judged }: Outcome, truth: Int32Array | undefined): readonly ThresholdRow[] {
  const edges = { left: pairs.left, right: pairs.right, weight: judged.score };
  const counts = shown.map((from) => judged.score.reduce((sum, score) => sum + (score >= from ? 1 : 0), 0));
  const table = truth && thresholdTable(edges, truth, shown);
  return shown.map((weight, at) => {
    const row = table?.[at];
    return {
      weight,
      probability: probabilityOf(weight),
      pairs: counts[at] ?? 0,
      ...(row?.precision && { precision: row.precision.value }),
      ...(row?.recall && { recall: row.recall.value }),
      ...(row?.f1 !== undefined && { f1: row.f1 }),
    };
  });
}

/** A sure pair, the least sure one that was joined, the likeliest question, and a brother or sister. */
function examplesOf({ records, model, families, pairs, judged, people }: Outcome): Report['examples'] {
  const explain = explainRecords(records, model);
  const within = { strongest: -1, weakest: -1 };
  for (let row = 0; row < judged.score.length; row += 1) {
    if (people.personOf[pairs.left[row] ?? 0] !== people.personOf[pairs.right[row] ?? 0]) continue;
    if ((judged.classOf[row] ?? 0) > pairClasses.indexOf('likely')) continue;
    const score = judged.score[row] ?? 0;
    if (within.strongest < 0 || score > (judged.score[within.strongest] ?? 0)) within.strongest = row;
    if (within.weakest < 0 || score < (judged.score[within.weakest] ?? 0)) within.weakest = row;
  }
  const chosen = [
    { title: 'Joined, and nothing surer', row: within.strongest },
    { title: 'Joined, and hardly sure enough', row: within.weakest },
    { title: 'A question for a person', row: people.questions[0] ?? -1 },
    { title: 'Probably brother or sister, so not joined', row: people.siblings[0] ?? -1 },
  ];
  return chosen
    .filter(({ row }, at) => row >= 0 && chosen.findIndex((other) => other.row === row) === at)
    .map(({ title, row }) => {
      const at = row * model.comparisons.length;
      const [left, right] = [pairs.left[row] ?? 0, pairs.right[row] ?? 0];
      const explanation = explain({ left, right, answers: pairs.answers, at });
      const answers = pairs.answers.subarray(at, at + model.comparisons.length);
      return {
        title,
        explanation,
        words: ofFamilies({ model, families, weight: pairs.weight[row] ?? 0, answers }),
      };
    });
}

type OfFamilies = Pick<Outcome, 'model' | 'families'> & {
  readonly weight: number;
  readonly answers: Int8Array;
};

/** What the third class says of a pair: the picture after it knows of one person and of strangers alone. */
function ofFamilies({ model, families, weight, answers }: OfFamilies): readonly string[] {
  if (!families) return [];
  const classes = new ThreeClasses(model, families);
  const { headline, reasons } = explainSiblings({ model, classes, weight, answers });
  return [headline, ...reasons.slice(0, 2).map(({ words }) => words), 'Beside strangers alone:'];
}
