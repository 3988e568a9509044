import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { databaseOver } from './database.ts';
import { openEmbedded } from './embedded/embedded.ts';
import { migrate, migrationsChecksum } from './migrate.ts';
import type { MigrationSource } from './migration-sources.ts';

const cache = new URL('../../../.cache/databases/', import.meta.url);

/**
 * A migrated embedded database as a tar file, made once for each state of the migrations and kept. For tests and for
 * generating types, which need a fresh one every time; none of the sources gives an empty database.
 */
export async function templateDump(sources: readonly MigrationSource[]): Promise<Uint8Array> {
  const file = new URL(`${await templateName(sources)}.tar`, cache);
  const found = await readFile(file).catch(() => undefined);
  if (found) {
    await utimes(file, new Date(), new Date()).catch(() => {});
    return found;
  }
  const engine = await openEmbedded(sources.length === 0 ? {} : { dump: await templateDump([]) });
  await migrate(databaseOver(engine), sources);
  const dump = await engine.dump();
  await engine.close();
  await keep(file, dump);
  return dump;
}

/** The same for the same migrations, and usable as a database's name. */
export async function templateName(sources: readonly MigrationSource[]): Promise<string> {
  return `goldenthread_template_${(await migrationsChecksum(sources)).slice(0, 24)}`;
}

async function keep(file: URL, dump: Uint8Array): Promise<void> {
  await mkdir(cache, { recursive: true });
  const unfinished = fileURLToPath(new URL(`${randomBytes(6).toString('hex')}.part`, cache));
  await writeFile(unfinished, dump);
  await rename(unfinished, file);
  const names = (await readdir(cache)).filter((name) => name.endsWith('.tar'));
  const aged = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(new URL(name, cache)).catch(() => undefined))?.mtimeMs ?? 0,
    })),
  );
  const old = aged.toSorted((a, b) => b.at - a.at).slice(mostKept);
  await Promise.all(old.map(({ name }) => rm(new URL(name, cache), { force: true })));
}

const mostKept = 6;
