import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** One part of the service that owns tables. */
export type MigrationSource = {
  /** `platform/http`, `strategy`: what its files are recorded under */
  name: string;
  /** the schema that its tables stand in */
  schema: string;
  /** the folder with its numbered .sql files, ending in a slash */
  folder: URL;
};

const service = new URL('../../', import.meta.url);

/**
 * Every source in the order in which they are applied: the database's own floor, the rest of the platform, `accounts`
 * (whose partnerships everything belongs to), then the modules by name.
 */
export async function migrationSources(): Promise<readonly MigrationSource[]> {
  const platform = await partsWithMigrations(new URL('platform/', service), 'db');
  const modules = await partsWithMigrations(new URL('modules/', service), 'accounts');
  return [
    ...platform.map(({ part, folder }) => ({ name: `platform/${part}`, schema: 'platform', folder })),
    ...modules.map(({ part, folder }) => ({ name: part, schema: part, folder })),
  ];
}

async function partsWithMigrations(parent: URL, first: string): Promise<{ part: string; folder: URL }[]> {
  const entries = await readdir(parent, { withFileTypes: true });
  const found: { part: string; folder: URL }[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const folder = new URL(`${entry.name}/migrations/`, parent);
    if ((await sqlFilesIn(folder)).length > 0) found.push({ part: entry.name, folder });
  }
  const rank = (part: string): string => (part === first ? '' : part);
  return found.sort((a, b) => (rank(a.part) < rank(b.part) ? -1 : 1));
}

/** The names of the numbered files in a folder, in order; none where there is no folder. */
export async function sqlFilesIn(folder: URL): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.sql')).sort();
  const wrong = files.find((name) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name));
  if (wrong !== undefined)
    throw new Error(`${fileURLToPath(folder)}${wrong}: a migration is named like 0003-closing-reason.sql`);
  return files;
}
