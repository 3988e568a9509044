import { z } from 'zod';

const phase = z.object({
  phase: z.string(),
  seconds: z.number(),
  processorSeconds: z.number(),
  peakMb: z.number(),
});

/** What either side tells of a whole job. */
export const jobTold = z.object({
  phases: z.array(phase).min(1),
  counts: z.record(z.string(), z.number()),
  clusters: z.number(),
  versions: z.record(z.string(), z.string()).optional(),
});

/** One whole job. */
export type JobTold = z.infer<typeof jobTold>;

/** Seconds on the clock of these phases. */
export function secondsOf({ phases }: JobTold, names: readonly string[]): number {
  return phases.filter((each) => names.includes(each.phase)).reduce((sum, { seconds }) => sum + seconds, 0);
}

/** Seconds of processors in these phases. */
export function processorsOf({ phases }: JobTold, names: readonly string[]): number {
  return phases
    .filter((each) => names.includes(each.phase))
    .reduce((sum, { processorSeconds }) => sum + processorSeconds, 0);
}

/** The most memory that the process held, in MB. */
export function peakOf({ phases }: JobTold): number {
  return Math.max(...phases.map(({ peakMb }) => peakMb));
}
