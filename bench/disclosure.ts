import {
  dfeChildrenInNeed,
  nhsHospitalEpisodes,
  ownCasesPartners,
  ownCasesPublic,
  protect,
  totalled,
  withLevels,
  withMargins,
  type RuleSet,
  type Table,
} from '#packages/disclosure-control';
import { median, percentile, type Bench, type Figures } from './bench.ts';

/** How long protection takes, the proof included. */
export const bench: Bench = {
  name: 'disclosure',
  says: 'Protection with its proof: one table of 150 areas by five bands under each of four rules, then random tables of two to four ways (10,000, or as many as DISCLOSURE_TABLES says).',
  run,
};

const rules = [dfeChildrenInNeed, nhsHospitalEpisodes, ownCasesPartners, ownCasesPublic];

async function run(): Promise<Figures> {
  const typical: Record<string, string | number> = {};
  for (const ruleSet of rules) {
    const table = areasByBands();
    const { ms, heldBack, more } = await timed(table, ruleSet);
    typical[`150 areas × 5 bands, ${ruleSet.id}, ms`] = Math.round(ms);
    typical[`150 areas × 5 bands, ${ruleSet.id}, cells held back`] =
      `${heldBack}, of them ${more} for others`;
  }
  const many = Number(process.env['DISCLOSURE_TABLES'] ?? 10_000);
  const times: number[] = [];
  let refused = 0;
  for (let seed = 0; seed < many; seed += 1) {
    const { ms, done } = await timed(randomTable(seed), rules[seed % rules.length] ?? dfeChildrenInNeed);
    times.push(ms);
    if (!done) refused += 1;
  }
  return {
    ...typical,
    'random tables': many,
    'random tables refused': refused,
    'random tables, all, s': Math.round(times.reduce((sum, ms) => sum + ms, 0) / 1000),
    'random table, median ms': median(times).toFixed(1),
    'random table, slowest of 100, ms': percentile(times, 0.99).toFixed(0),
  };
}

async function timed(table: Table, ruleSet: RuleSet) {
  const start = performance.now();
  const made = await protect(table, ruleSet);
  const ms = performance.now() - start;
  const cells = made.done ? made.value.cells : [];
  const audit = made.done ? made.value.audit : [];
  return {
    ms,
    done: made.done,
    heldBack: cells.filter(({ kind }) => kind === 'suppressed').length,
    more: audit.filter(({ kind }) => kind === 'held-back-for-another').length,
  };
}

/** England, its areas and five bands of length, in proportions like those of child protection plans. */
function areasByBands(): Table {
  const draw = drawn(11);
  const areas = Array.from({ length: 150 }, (_, index) => `area ${index + 1}`);
  const bands = [0.32, 0.25, 0.26, 0.14, 0.03];
  const dimensions = [
    withLevels(totalled('area', { whole: 'England', parts: areas }), { England: 'national' }),
    totalled('length', { whole: 'all', parts: bands.map((_, index) => `band ${index + 1}`) }),
  ];
  const cells = areas.flatMap((area) => {
    const size = 40 + draw() ** 3 * 900;
    return bands.map((share, index) => ({
      at: [area, `band ${index + 1}`],
      count: Math.round(size * share * (0.6 + 0.8 * draw())),
    }));
  });
  return withMargins({ id: 'plans', quantity: 'plans', kind: 'counts', level: 'local', dimensions, cells });
}

function randomTable(seed: number): Table {
  const draw = drawn(seed);
  const ways = 2 + Math.floor(draw() * 3);
  const most = [0, 0, 6, 4, 2][ways] ?? 2;
  const dimensions = Array.from({ length: ways }, (_, way) => {
    const size = 2 + Math.floor(draw() * (most - 1));
    const parts = Array.from({ length: size }, (__, index) => `${way}.${index}`);
    return totalled(`way ${way}`, { whole: 'all', parts });
  });
  let places: readonly (readonly string[])[] = [[]];
  for (const { codes } of dimensions)
    places = places.flatMap((place) =>
      codes.filter((code) => code !== 'all').map((code) => [...place, code]),
    );
  const cells = places.map((at) => ({ at, count: Math.floor(draw() ** 2 * 60) }));
  return withMargins({ id: 'random', quantity: 'people', kind: 'counts', level: 'local', dimensions, cells });
}

function drawn(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 16), 0x45d9f3b) >>> 0;
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
