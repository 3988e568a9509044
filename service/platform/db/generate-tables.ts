import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { databaseOver } from './database.ts';
import { openEmbedded } from './embedded/embedded.ts';
import { migrate } from './migrate.ts';
import { type MigrationSource, migrationSources } from './migration-sources.ts';
import { runStatement } from './query-builder.ts';
import { templateDump } from './template-dump.ts';
import type { Row } from './engine/engine.ts';

/** One generated file: where it belongs and what should stand in it. */
export type GeneratedFile = { url: URL; text: string };

/**
 * The table types of every source, read from a database in memory that was migrated source by source, so that each table
 * belongs to whoever made it.
 */
export async function tableTypes(sources?: readonly MigrationSource[]): Promise<readonly GeneratedFile[]> {
  const all = sources ?? (await migrationSources());
  const engine = await openEmbedded({ dump: await templateDump([]) });
  const database = databaseOver(engine);
  const files: GeneratedFile[] = [];
  const seen = new Set<string>(['platform.migration']);
  try {
    for (const [index, source] of all.entries()) {
      await migrate(database, all.slice(0, index + 1));
      const columns = await database.asOwner((db) => runStatement(db, columnsOf, [source.schema]));
      const fresh = columns.rows.filter((row) => !seen.has(tableOf(row)));
      for (const row of fresh) seen.add(tableOf(row));
      if (fresh.length > 0) files.push({ url: placeOf(source), text: typesFor(source, fresh) });
    }
  } finally {
    await database.close();
  }
  return files;
}

/** Writes every file that is not as it should be; answers with the paths of those. */
export async function writeTableTypes(sources?: readonly MigrationSource[]): Promise<readonly string[]> {
  const stale = await staleTableTypes(sources);
  for (const { url, text } of stale) await writeFile(url, text);
  return stale.map(({ url }) => fileURLToPath(url));
}

/** The files that differ from what the migrations say: none, or somebody forgot to generate. */
export async function staleTableTypes(
  sources?: readonly MigrationSource[],
): Promise<readonly GeneratedFile[]> {
  const stale: GeneratedFile[] = [];
  for (const file of await tableTypes(sources)) {
    const now = await readFile(file.url, 'utf8').catch(() => undefined);
    if (now?.replaceAll('\r\n', '\n') !== file.text) stale.push(file);
  }
  return stale;
}

/** A part of the platform keeps its types beside its files, a module in its store. */
function placeOf({ name, folder }: MigrationSource): URL {
  return new URL(
    name.startsWith('platform/') ? '../tables.generated.ts' : '../store/tables.generated.ts',
    folder,
  );
}

const columnsOf = `
  select n.nspname || '.' || c.relname as table, a.attname as column, t.typname as type, a.attnotnull as always_there,
    a.attgenerated <> '' or a.attidentity = 'a' as never_written, a.atthasdef or a.attidentity <> '' as may_be_left_out
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
  where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

function tableOf(row: Row): string {
  return String(row['table']);
}

function typesFor({ name }: MigrationSource, columns: readonly Row[]): string {
  const tables = Map.groupBy(columns, tableOf);
  const bodies = [...tables].map(([table, rows]) => `  '${table}': {\n${rows.map(lineFor).join('')}  };\n`);
  const body = `export type ${typeName(name)} = {\n${bodies.join('')}};\n`;
  const imports = importsFor(body);
  return `// Generated from the migrated database by \`npm run generate\`; never edited by hand.\n${imports}${imports && '\n'}${body}`;
}

/** `platform/http` makes HttpTables, `family-plans` FamilyPlansTables. */
function typeName(source: string): string {
  const words = source.replace('platform/', '').split('-');
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Tables`;
}

function importsFor(body: string): string {
  const wrappers = ['Generated', 'GeneratedAlways'].filter((wrapper) => body.includes(`${wrapper}<`));
  const kysely = wrappers.length > 0 ? `import type { ${wrappers.join(', ')} } from 'kysely';\n` : '';
  return /\bDay\b/.test(body) ? `${kysely}import type { Day } from '#platform/kernel/day.ts';\n` : kysely;
}

function lineFor(row: Row): string {
  const whole = typeOf(String(row['type']));
  const type = row['always_there'] === true || whole === 'unknown' ? whole : `${whole} | null`;
  const wrapped =
    row['never_written'] === true
      ? `GeneratedAlways<${type}>`
      : row['may_be_left_out'] === true
        ? `Generated<${type}>`
        : type;
  return `    ${String(row['column'])}: ${wrapped};\n`;
}

/** What `readerFor` makes of each type. */
function typeOf(name: string): string {
  if (name.startsWith('_')) return `(${typeOf(name.slice(1))} | null)[]`;
  const known = typeNames.get(name);
  if (known === undefined)
    throw new Error(`no type is known for columns of type ${name}: add it to readerFor and here`);
  return known;
}

const typeNames = new Map<string, string>([
  ...['uuid', 'text', 'varchar', 'bpchar', 'name', 'numeric', 'tsvector', 'interval', 'time'].map(
    stringNamed,
  ),
  ...['int2', 'int4', 'int8', 'float4', 'float8', 'oid'].map(numberNamed),
  ['bool', 'boolean'],
  ['date', 'Day'],
  ['timestamptz', 'Date'],
  ['json', 'unknown'],
  ['jsonb', 'unknown'],
  ['bytea', 'Uint8Array'],
]);

function stringNamed(name: string): [string, string] {
  return [name, 'string'];
}

function numberNamed(name: string): [string, string] {
  return [name, 'number'];
}
