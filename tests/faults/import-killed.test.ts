import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { englishAreas } from '../../reference/areas.ts';

const progress = z.object({ phase: z.string(), done: z.int(), of: z.int().optional() });
const outcome = z.object({
  cleared: z.int(),
  stood: z.array(z.string()),
  became: z.array(z.string()),
  changes: z.object({ fresh: z.int(), revised: z.int(), same: z.int(), setAside: z.int() }).optional(),
});

type Progress = z.infer<typeof progress>;
type Outcome = z.infer<typeof outcome>;

const program = fileURLToPath(new URL('import-process.ts', import.meta.url));
const hook = new URL('../../bin/tsx.mjs', import.meta.url).href;

/** Runs the process; kills it, hard, as soon as it has come as far as is asked. Answers what it said last, if it could. */
async function run(
  args: readonly string[],
  killAt?: (told: Progress) => boolean,
): Promise<Outcome | undefined> {
  const flags = ['--disable-warning=ExperimentalWarning', '--liftoff-only', '--import', hook];
  const child = spawn(process.execPath, [...flags, program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let last: Outcome | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const told: unknown = JSON.parse(line);
    const step = progress.safeParse(told);
    if (step.success && killAt?.(step.data)) child.kill('SIGKILL');
    last = outcome.safeParse(told).data ?? last;
  }
  await ended;
  return last;
}

const codes = Array.from({ length: 40 }, (_, index) => `MEASURE${index}`);
const years = [2022, 2023, 2024, 2025];

function dictionary(): string {
  const rows = codes.map((code) => `${code},${code},${code},Invented,High,%,1,Financial Year`);
  return `Measure_short,Measure,Chart_title,Topic,Polarity,y_axis_name,dps,Year_Type\n${rows.join('\n')}\n`;
}

function bulk(): { text: string; rows: number } {
  const areas = englishAreas()
    .list.filter(({ until, dfeCodes }) => until === undefined && dfeCodes.length === 1)
    .slice(0, 120);
  const rows = codes.flatMap((code) =>
    years.flatMap((year) =>
      areas.map(
        ({ name, dfeCodes }, index) => `${code},,${year},"${name}",${(index * year) % 89},${dfeCodes[0]},NA`,
      ),
    ),
  );
  return {
    text: `Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n${rows.join('\n')}\n`,
    rows: rows.length,
  };
}

/** Where the process is killed: while it reads, at the first written piece, half way, and when the last is written. */
const moments: readonly [string, (told: Progress) => boolean][] = [
  ['while it reads', ({ phase, done }) => phase === 'reading' && done > 3000],
  ['at the first piece written', ({ phase }) => phase === 'writing'],
  ['half way', ({ phase, done, of = 0 }) => phase === 'writing' && done > of / 2],
  [
    'at the last piece, before anything can be seen',
    ({ phase, done, of }) => phase === 'writing' && done === of,
  ],
];

test('an import killed at any moment leaves nothing that can be seen, and run again comes to the same', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-killed-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { text, rows } = bulk();
  const [facts, file, copy] = ['dictionary.csv', 'bulk.csv', 'copy.csv'].map((name) => join(folder, name));
  assert.ok(facts && file && copy);
  await writeFile(facts, dictionary());
  await writeFile(file, text);
  await writeFile(copy, `${text}\n`);
  const prepared = join(folder, 'prepared');
  assert.deepEqual((await run([prepared, 'prepare', facts]))?.became, ['brought-in']);
  for (const [when, killAt] of moments) {
    const place = join(folder, 'place');
    await cp(prepared, place, { recursive: true });
    assert.equal(await run([place, 'begin', file], killAt), undefined, `${when}: it was killed`);
    const after = await run([place, 'go-on', file]);
    assert.equal(after?.cleared, 1, `${when}: what was left behind is cleared`);
    assert.deepEqual(
      after.stood,
      ['bulk.csv failed', 'dictionary.csv visible'],
      `${when}: and shown as unfinished`,
    );
    assert.deepEqual(after.became, ['brought-in'], `${when}: run again, it comes in`);
    assert.deepEqual(
      after.changes,
      { fresh: rows, revised: 0, same: 0, setAside: 0 },
      `${when}: nothing was seen before`,
    );
    const compared = await run([place, 'compare', copy]);
    assert.deepEqual(
      compared?.changes,
      { fresh: 0, revised: 0, same: rows, setAside: 0 },
      `${when}: every figure is here, once`,
    );
    await rm(place, { recursive: true });
  }
});
