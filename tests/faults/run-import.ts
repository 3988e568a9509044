import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { englishAreas } from '../../reference/areas.ts';

const progress = z.object({ phase: z.string(), done: z.int(), of: z.int().optional() });
const outcome = z.object({
  cleared: z.int(),
  stood: z.array(z.string()),
  became: z.array(z.string()),
  changes: z.object({ fresh: z.int(), revised: z.int(), same: z.int(), setAside: z.int() }).optional(),
  summary: z
    .object({
      rowsRead: z.int(),
      rowsRefused: z.int(),
      rowsRepeated: z.int(),
      refusals: z.array(z.object({ firstLines: z.array(z.int()) })),
    })
    .optional(),
  failures: z.array(z.string()),
  /** the code of what was thrown, where bringing in did not come to its end */
  fault: z.string().optional(),
  peakMb: z.int(),
});

/** How far the process says that it has come. */
export type Progress = z.infer<typeof progress>;
type Outcome = z.infer<typeof outcome>;

const program = fileURLToPath(new URL('import-process.ts', import.meta.url));
const hook = new URL('../../bin/tsx.mjs', import.meta.url).href;

/**
 * Runs the process that brings files in; kills it, hard, where it has come as far as is asked: it waits for a word to go
 * on at every step that it tells. Answers what it said last, if it could.
 */
export async function runImport(
  args: readonly string[],
  killAt?: (told: Progress) => boolean,
): Promise<Outcome | undefined> {
  const flags = ['--disable-warning=ExperimentalWarning', '--liftoff-only', '--import', hook];
  const child = spawn(process.execPath, [...flags, program, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let last: Outcome | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const told: unknown = JSON.parse(line);
    const step = progress.safeParse(told);
    if (step.success && killAt?.(step.data)) child.kill('SIGKILL');
    else if (step.success) child.stdin.write('\n');
    last = outcome.safeParse(told).data ?? last;
  }
  await ended;
  return last;
}

/** How much a bulk file holds: each measure, for so many years and authorities. */
export type Extent = { measures: number; years: number; areas: number };

const small: Extent = { measures: 40, years: 4, areas: 120 };

/** The dictionary of the invented measures. */
export function dictionary({ measures }: Extent = small): string {
  const rows = codes(measures).map((code) => `${code},${code},${code},Invented,High,%,1,Financial Year`);
  return `Measure_short,Measure,Chart_title,Topic,Polarity,y_axis_name,dps,Year_Type\n${rows.join('\n')}\n`;
}

/** A bulk file of invented figures, every one of them for a real authority. */
export function bulk(extent: Extent = small): { text: string; rows: number } {
  const pieces = [...bulkPieces(extent)];
  return { text: pieces.join(''), rows: extent.measures * extent.years * extent.areas };
}

/** The same, a measure at a time. */
export function* bulkPieces({ measures, years, areas }: Extent): Generator<string> {
  const places = englishAreas()
    .list.filter(({ until, dfeCodes }) => until === undefined && dfeCodes.length === 1)
    .slice(0, areas)
    .map(({ name, dfeCodes }) => ({ name, dfeCode: dfeCodes[0] ?? '' }));
  yield 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n';
  for (const code of codes(measures)) {
    const lines: string[] = [];
    for (let year = 2026 - years; year < 2026; year += 1)
      for (const [index, { name, dfeCode }] of places.entries())
        lines.push(`${code},,${year},"${name}",${(index * year) % 89},${dfeCode},NA\n`);
    yield lines.join('');
  }
}

function codes(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `MEASURE${index}`);
}
