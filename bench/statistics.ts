import { median } from './bench.ts';
import type { Bench, Figures } from './bench.ts';
import { proportions, rates } from './statistics/columns.ts';
import { makeTable } from './statistics/pass.ts';
import type { Pass, Table } from './statistics/pass.ts';
import { scorecardByCountsPass, scorecardPass } from './statistics/scorecard-pass.ts';
import { measureInR } from './statistics/with-r.ts';
import type { InR } from './statistics/with-r.ts';

export const bench: Bench = {
  name: 'statistics',
  says: 'A million rows of proportions and of rates, values and limits at two levels, in columns that are filled again; the same formulas in R beside them where R is installed; and a whole scorecard: interval, comparison and trend. Medians of processor time, so that other work on the machine does not count.',
  run,
};

const rows = 1_000_000;
const rounds = 15;
const warmUp = 5;

/** Whatever computes over the whole table. */
const passes: readonly Pass[] = [proportions, rates, scorecardPass, scorecardByCountsPass];

async function run(): Promise<Figures> {
  const table = makeTable(rows);
  const figures: Record<string, string | number> = { rows, rounds };
  const ours = passes.map((pass) => ({ pass, ...measure(pass, table) }));
  const inR = await measureInR(table, rounds);
  if (!inR) figures['R'] = 'not installed, so not measured';
  for (const { pass, milliseconds, sum } of ours) {
    figures[`${pass.name}, ours, ms`] = rounded(milliseconds);
    for (const name of inR ? (pass.inR ?? []) : []) {
      Object.assign(figures, beside({ name, milliseconds, sum }, inR?.get(name)));
    }
  }
  return figures;
}

/** R's time, how many times ours it is, and whether both came to the same. */
function beside(
  ours: InR & { readonly name: string },
  theirs: InR | undefined,
): Record<string, string | number> {
  if (!theirs) return { [`${ours.name}, R`]: 'package not installed, so not measured' };
  return {
    [`${ours.name}, R, ms`]: rounded(theirs.milliseconds),
    [`${ours.name}, R / ours`]: rounded(theirs.milliseconds / ours.milliseconds),
    [`${ours.name}, check sums differ by, relative`]: Number(
      Math.abs(theirs.sum / ours.sum - 1).toPrecision(2),
    ),
  };
}

function measure(pass: Pass, table: Table): InR {
  const compute = pass.prepare(table);
  const times: number[] = [];
  let sum = 0;
  for (let round = -warmUp; round < rounds; round += 1) {
    const start = process.cpuUsage();
    sum = compute();
    const { user, system } = process.cpuUsage(start);
    if (round >= 0) times.push((user + system) / 1000);
  }
  return { milliseconds: median(times), sum };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
