import type { Cell, ChartTable } from '#packages/charts';
import type { GroupRow, StepJudged } from './say-ladder.ts';
import { notComparedWords } from './compare-step.ts';
import { standingWords, type Judged } from './ladder-comparisons.ts';
import type { StepCount } from './step-counts.ts';

export type ToTable = {
  readonly caption: string;
  readonly others: string;
  readonly rows: readonly GroupRow[];
  /** the same steps out of all children */
  readonly outOfAll: readonly GroupRow[];
};

const numbers = 'numbers' as const;

/** Every group and step with the counts that may be shown, the rates, the ratio and what it came to: for the page and its file. */
export function ladderTable({ caption, others, rows, outOfAll }: ToTable): ChartTable {
  return {
    caption,
    rowHeads: 2,
    columns: [
      { head: 'Group', holds: 'names' },
      { head: 'Step', holds: 'names' },
      { head: 'Out of', holds: 'names' },
      { head: 'Children of the group', holds: numbers },
      { head: 'Out of how many', holds: numbers },
      { head: `Beside them: ${others}`, holds: numbers },
      { head: 'Out of how many of these', holds: numbers },
      { head: 'Times as likely', holds: numbers },
      { head: 'Lower 95%', holds: numbers },
      { head: 'Upper 95%', holds: numbers },
      { head: 'What it came to', holds: 'notes' },
      { head: 'How it was worked out', holds: 'notes' },
    ],
    rows: [...rows, ...outOfAll.map((row) => onlyNew(row, rows))].flatMap(({ group, steps }) =>
      steps.map(({ step, judged }) => [
        text(group.short),
        text(step.name),
        text(judged.taken.of?.name ?? 'All children'),
        ...cellsOf(judged),
      ]),
    ),
  };
}

/** The first step is out of all children either way, and stands in the table once. */
function onlyNew(row: GroupRow, told: readonly GroupRow[]): GroupRow {
  const same = told.find(({ group }) => group.key === row.group.key)?.steps ?? [];
  const isTold = ({ step, judged }: StepJudged) =>
    same.some((one) => one.step.key === step.key && one.judged.taken.of?.key === judged.taken.of?.key);
  return { ...row, steps: row.steps.filter((one) => !isTold(one)) };
}

function cellsOf(judged: Judged): readonly Cell[] {
  const { four } = judged.taken;
  const counts = [four.group, four.groupBase, four.others, four.othersBase].map(countCell);
  if (!judged.known) return [...counts, empty, empty, empty, text(notComparedWords[judged.why]), empty];
  const { ratio, limits, method } = judged.compared;
  const rough = judged.standing === 'rough';
  return [
    ...counts,
    ...[ratio, limits.lower, limits.upper].map((value): Cell => ({
      kind: 'number',
      number: value,
      decimals: 2,
    })),
    text(standingWords[judged.standing]),
    text(
      rough
        ? `${method}; not tested`
        : `${method}; exact test, corrected by Holm: ${sayChance(judged.corrected)}`,
    ),
  ];
}

function sayChance(chance: number): string {
  return chance < 0.0001 ? 'p below 0.0001' : `p ${chance.toFixed(4)}`;
}

const empty: Cell = { kind: 'empty' };

function text(words: string): Cell {
  return { kind: 'text', text: words };
}

function countCell(count: StepCount): Cell {
  if (count.known) return { kind: 'number', number: count.count, decimals: 0 };
  return text(count.why === 'not-published' ? 'not known' : 'not shown');
}
