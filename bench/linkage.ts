import type { Bench, Figures } from './bench.ts';
import { measureAccuracy } from './linkage/measures/accuracy.ts';
import { measureChances } from './linkage/measures/chances.ts';
import { measureReferenceSets } from './linkage/measures/reference-sets.ts';
import { measureLasting } from './linkage/measures/lasting.ts';
import { measureParity } from './linkage/measures/parity.ts';
import { measureSpeed } from './linkage/measures/speed.ts';
import { splinkDone } from './linkage/measures/splink-done.ts';
import { familiesFile, linkageSettings, type LinkageSettings } from './linkage/settings.ts';
import { againstTargets } from './linkage/targets.ts';
import { withSplink } from './linkage/splink/with-splink.ts';

/** Asking every pair of more takes longer than it teaches. */
const recordsForEveryPair = 20_000;

/** Record linkage beside Splink: time, memory, and how right both are, on the same records in the same run. */
export const bench: Bench = {
  name: 'linkage',
  says: 'Record linkage beside Splink on the same invented records, rules, levels and cut-offs: time, memory, and how right both are. Splink goes into a folder of the bench (GOLDENTHREAD_LINKAGE_FOLDER, else the cache folder of the user); without Python ours runs alone. GOLDENTHREAD_LINKAGE_RECORDS (100000,1000000; add 3000000, which takes long), _RUNS (3), _ACCURACY_RECORDS and _PARTS (speed,u,accuracy,known,store) say otherwise.',
  run,
};

async function run(): Promise<Figures> {
  const settings = linkageSettings();
  const { folder, sizes, runs, parts } = settings;
  const splink = await withSplink(folder);
  const figures: Record<string, string | number> = {};
  if ('without' in splink) figures['Splink'] = splink.without;
  const python = 'python' in splink ? splink.python : undefined;
  if (parts.has('speed'))
    for (const records of sizes) {
      const file = await familiesFile(folder, { records });
      Object.assign(figures, await measureSpeed({ file, records, runs, python }));
    }
  const beside = python === undefined ? undefined : { folder, python };
  if (parts.has('u')) Object.assign(figures, await chancesIn(folder, beside));
  if (parts.has('accuracy')) Object.assign(figures, await accuracyOf(settings, beside));
  if (parts.has('known')) Object.assign(figures, await measureReferenceSets(settings.knownData));
  if (parts.has('store'))
    Object.assign(
      figures,
      await measureLasting(await familiesFile(folder, { records: settings.accuracyRecords })),
    );
  return { ...figures, ...againstTargets(figures) };
}

type Beside = Parameters<typeof splinkDone>[0] | undefined;

/** u where every pair can be asked; and, as Splink has just run there, whether its model gives the same weights in ours. */
async function chancesIn(folder: string, beside: Beside): Promise<Figures> {
  const file = await familiesFile(folder, { records: recordsForEveryPair });
  const done = beside && (await splinkDone(beside, file));
  return {
    ...(done ? await measureParity(file, done) : {}),
    ...(await measureChances(file, done?.trained)),
  };
}

async function accuracyOf(settings: LinkageSettings, beside: Beside): Promise<Figures> {
  const { folder, accuracyRecords } = settings;
  const file = await familiesFile(folder, { records: accuracyRecords });
  const done = beside && (await splinkDone(beside, file));
  const alone = Math.min(100_000, accuracyRecords);
  const control = await familiesFile(folder, { records: alone, families: false });
  return {
    ...(await measureAccuracy({
      file,
      records: accuracyRecords,
      name: 'families',
      splinkPairs: done?.pairs,
    })),
    ...(await measureAccuracy({
      file: control,
      records: alone,
      name: 'only children',
      splinkPairs: undefined,
    })),
  };
}
