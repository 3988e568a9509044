import type { Bench, Figures } from './bench.ts';
import { measureSpeed } from './linkage/measures/speed.ts';
import { familiesFile, linkageSettings } from './linkage/settings.ts';
import { withSplink } from './linkage/splink/with-splink.ts';

/** Record linkage beside Splink: time, memory, and how right both are, on the same records in the same run. */
export const bench: Bench = {
  name: 'linkage',
  says: 'Record linkage beside Splink on the same invented records, rules, levels and cut-offs: time, memory, and how right both are. Splink goes into a folder of the bench (GOLDENTHREAD_LINKAGE_FOLDER, else the cache folder of the user); without Python ours runs alone. GOLDENTHREAD_LINKAGE_RECORDS (100000,1000000; add 3000000, which takes half an hour) and _RUNS (3) say otherwise.',
  run,
};

async function run(): Promise<Figures> {
  const settings = linkageSettings();
  const { folder, sizes, runs } = settings;
  const splink = await withSplink(folder);
  const figures: Record<string, string | number> = {};
  if ('without' in splink) figures['Splink'] = splink.without;
  const python = 'python' in splink ? splink.python : undefined;
  for (const records of sizes) {
    const file = await familiesFile(folder, { records });
    Object.assign(figures, await measureSpeed({ file, records, runs, python }));
  }
  return figures;
}
