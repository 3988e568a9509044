import type { Database } from './database.ts';
import { type MigrationSource, sqlFilesIn } from './migration-sources.ts';
import { runStatement } from './query-builder.ts';

/** The migrations that this program has and the database has not, as `strategy/0001-frameworks.sql`; nothing is changed. */
export async function pendingMigrations(
  database: Database,
  sources: readonly MigrationSource[],
): Promise<readonly string[]> {
  const applied = await database.asOwner(async (db) => {
    const { rows } = await runStatement(
      db,
      `select to_regclass('platform.migration') is not null as kept`,
      [],
    );
    if (rows[0]?.['kept'] !== true) return new Set<string>();
    const kept = await runStatement(db, `select source || '/' || file as name from platform.migration`, []);
    return new Set(kept.rows.map((row) => String(row['name'])));
  });
  const pending: string[] = [];
  for (const { name, folder } of sources)
    for (const file of await sqlFilesIn(folder))
      if (!applied.has(`${name}/${file}`)) pending.push(`${name}/${file}`);
  return pending;
}
