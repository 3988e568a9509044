import { fileURLToPath } from 'node:url';
import { median, type Figures } from '../../bench.ts';
import { comparisonFile } from '../comparison.ts';
import { ourProgram, say } from '../run-alone.ts';
import { splinkProgram } from '../splink/with-splink.ts';
import { jobTold, peakOf, processorsOf, secondsOf, type JobTold } from './job-told.ts';

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
  // best-first clusters are ours alone, and stay out
  'whole job': ['load', 'train', 'lambda', 'u', 'EM', 'score', 'cluster'],
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
          `${secondsOf(job, compared['whole job']).toFixed(1)} s, ${peakOf(job).toFixed(0)} MB; ` +
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
    await splinkProgram(python, 'job.py', [file, fileURLToPath(comparisonFile), ...tuned]),
  );
}

function figuresOf({ records, runs }: Racing, told: Told): Figures {
  const figures: Record<string, string | number> = {
    'candidate pairs': told.ours[0]?.counts['candidates'] ?? 0,
    'runs of each side': runs,
  };
  for (const [what, phases] of Object.entries(compared)) {
    Object.assign(
      figures,
      beside(`${what}, s`, told, (job) => secondsOf(job, phases)),
    );
    // what else the machine does lengthens the time on the clock, not that of processors
    Object.assign(
      figures,
      ratios(`${what}, time of processors`, told, (job) => processorsOf(job, phases)),
    );
  }
  Object.assign(figures, beside('memory at most, MB', told, peakOf));
  return Object.fromEntries(
    Object.entries(figures).map(([what, value]) => [`${amount(records)}: ${what}`, value]),
  );
}

type Told = Readonly<Record<Side, readonly JobTold[]>>;
type Read = (job: JobTold) => number;

/** Medians of every side, and theirs over ours. */
function beside(what: string, told: Told, read: Read): Figures {
  const medians = Object.entries(told)
    .filter(([, jobs]) => jobs.length > 0)
    .map(([side, jobs]) => [`${what}, ${side}`, rounded(median(jobs.map(read)))]);
  return { ...Object.fromEntries(medians), ...ratios(what, told, read) };
}

function ratios(what: string, told: Told, read: Read): Figures {
  const ours = median(told.ours.map(read));
  const theirs = (['Splink', 'Splink tuned by hand'] as const).filter((side) => told[side].length > 0);
  return Object.fromEntries(
    theirs.map((side) => [`${what}, ${side} / ours`, rounded(median(told[side].map(read)) / ours)]),
  );
}

/** A number of records as people write it. */
export function amount(records: number): string {
  return records.toLocaleString('en-GB');
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
