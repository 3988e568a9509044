import { fileURLToPath } from 'node:url';
import { median, type Figures } from '../../bench.ts';
import { comparisonFile } from '../comparison.ts';
import { ourProgram, say } from '../run-alone.ts';
import { splinkProgram } from '../splink/with-splink.ts';
import { jobTold, peakOf, secondsOf, type JobTold } from './job-told.ts';

/** One size: the file of records, how often each side runs, and Splink where there is one. */
export type Racing = {
  readonly file: string;
  readonly records: number;
  readonly runs: number;
  readonly python: string | undefined;
};

type Side = 'ours' | 'Splink' | 'Splink tuned by hand';

/** The phases that both sides have under one name; training is Splink's lambda, u and EM together. */
const compared = {
  'whole job': undefined,
  load: ['load'],
  training: ['train', 'lambda', 'u', 'EM'],
  scoring: ['score'],
  clusters: ['cluster'],
} as const;

/** Whole jobs of both sides on one file, in turn, each alone in its process; medians, and theirs over ours. */
export async function measureSpeed(racing: Racing): Promise<Figures> {
  const told: Record<Side, JobTold[]> = { ours: [], Splink: [], 'Splink tuned by hand': [] };
  for (let run = 1; run <= racing.runs; run += 1)
    for (const side of sidesOf(racing)) {
      const job = await runSide(side, racing);
      told[side].push(job);
      say(
        `${amount(racing.records)} records, run ${run} of ${racing.runs}, ${side}: ` +
          `${secondsOf(job).toFixed(1)} s, ${peakOf(job).toFixed(0)} MB; ` +
          job.phases.map(({ phase, seconds }) => `${phase} ${seconds.toFixed(2)}`).join(', '),
      );
    }
  return figuresOf(racing, told);
}

function sidesOf({ python }: Racing): readonly Side[] {
  return python === undefined ? ['ours'] : ['ours', 'Splink', 'Splink tuned by hand'];
}

async function runSide(side: Side, { file, python = '' }: Racing): Promise<JobTold> {
  if (side === 'ours')
    return jobTold.parse(await ourProgram(new URL('../ours/whole-job.ts', import.meta.url), file));
  const tuned = side === 'Splink' ? [] : ['--tuned'];
  return jobTold.parse(
    await splinkProgram(python, 'whole_job.py', [file, fileURLToPath(comparisonFile), ...tuned]),
  );
}

function figuresOf({ records, runs }: Racing, told: Readonly<Record<Side, readonly JobTold[]>>): Figures {
  const figures: Record<string, string | number> = {};
  const name = (what: string): string => `${amount(records)}: ${what}`;
  const [ours] = told.ours;
  figures[name('candidate pairs')] = ours?.counts['candidates'] ?? 0;
  figures[name('runs of each side')] = runs;
  for (const [what, phases] of Object.entries(compared)) {
    const seconds = (jobs: readonly JobTold[]): number =>
      median(jobs.map((job) => secondsOf(job, phases ?? all)));
    figures[name(`${what}, ours, s`)] = rounded(seconds(told.ours));
    for (const side of ['Splink', 'Splink tuned by hand'] as const) {
      if (told[side].length === 0) continue;
      figures[name(`${what}, ${side}, s`)] = rounded(seconds(told[side]));
      figures[name(`${what}, ${side} / ours`)] = rounded(seconds(told[side]) / seconds(told.ours));
    }
  }
  for (const side of ['ours', 'Splink', 'Splink tuned by hand'] as const) {
    if (told[side].length === 0) continue;
    const peak = median(told[side].map(peakOf));
    figures[name(`memory at most, ${side}, MB`)] = Math.round(peak);
    if (side !== 'ours')
      figures[name(`memory at most, ${side} / ours`)] = rounded(peak / median(told.ours.map(peakOf)));
  }
  return figures;
}

/** Best-first clusters are ours alone, so they stay out of the whole job. */
const all = Object.values(compared).flatMap((phases) => phases ?? []);

/** A number of records as people write it. */
export function amount(records: number): string {
  return records.toLocaleString('en-GB');
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
