import type { Figures } from '../bench.ts';

/** What a figure must be, and what it is hoped to be; `atMost` where less is better. */
type Target = {
  readonly figure: string;
  readonly must: number;
  readonly hoped?: number;
  readonly atMost?: true;
};

const targets: readonly Target[] = [
  { figure: '1,000,000: whole job, s, Splink / ours', must: 4, hoped: 10 },
  { figure: '1,000,000: memory at most, MB, Splink / ours', must: 1 },
  { figure: '1,000,000: memory at most, MB, ours', must: Infinity, hoped: 1200, atMost: true },
  { figure: '1,000,000: scoring, s, Splink / ours', must: 7, hoped: 14 },
  { figure: '3,000,000: whole job, s, Splink / ours', must: 5, hoped: 10 },
  { figure: '3,000,000: memory at most, MB, Splink / ours', must: 1, hoped: 2 },
  { figure: 'same model: the furthest weight from Splink', must: 1e-9, atMost: true },
  { figure: 'u: furthest from u among different people, ours, %', must: 3, atMost: true },
  { figure: 'families: F1 of pairs, ours, as it comes', must: 0.965, hoped: 0.975 },
  { figure: 'families: F1 of people, ours, as it comes', must: 0.973, hoped: 0.982 },
  { figure: 'families: false pairs at recall .91, ours', must: 4000, hoped: 1000, atMost: true },
  { figure: 'families: twins joined without a person, ours', must: 0, hoped: 0, atMost: true },
  { figure: 'families: siblings joined without a person, ours', must: 0, hoped: 0, atMost: true },
  { figure: 'one new record against a store, median ms', must: 5, hoped: 1, atMost: true },
  { figure: '10,000 added, people settled, s', must: 1, hoped: 0.3, atMost: true },
  { figure: 'febrl3: F1 of people, ours', must: 0.9979, hoped: 0.999 },
  { figure: 'febrl4: F1 of people, ours', must: 0.9996, hoped: 0.9998 },
  { figure: 'fake_1000: F1 of people, ours', must: 0.931, hoped: 0.94 },
];

/** What we set out to reach, beside what was measured; what this run did not measure stays out. */
export function againstTargets(figures: Figures): Figures {
  const rows = targets.flatMap((target): [string, string][] => {
    const measured = Number(figures[target.figure] ?? Number.NaN);
    return Number.isNaN(measured) ? [] : [[`> ${target.figure}`, verdict(target, measured)]];
  });
  return Object.fromEntries(rows);
}

function verdict({ must, hoped, atMost }: Target, measured: number): string {
  const reaches = (bound: number): boolean => (atMost ? measured <= bound : measured >= bound);
  const sign = atMost ? 'at most' : 'at least';
  const bounds = [
    ...(Number.isFinite(must) ? [`must be ${sign} ${must}`] : []),
    ...(hoped === undefined ? [] : [`hoped for ${sign} ${hoped}`]),
  ].join(', ');
  const state =
    hoped !== undefined && reaches(hoped) ? 'as hoped' : reaches(must) ? 'reached' : 'NOT REACHED';
  return `${measured} (${bounds}): ${state}`;
}
