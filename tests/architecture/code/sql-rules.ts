import { moduleGraph } from '../../../service/architecture.ts';
import type { OwnFile } from './own-files.ts';
import { syntaxOf, wordsOf } from './syntax.ts';

/** A piece of SQL in the code: the words of a string or a template. */
export type SqlText = { path: string; line: number; words: string };

const begins =
  /^\s*(select\s+(?!an?\b|the\b|one\b)|insert into\s|update \S+ set\s|delete from\s|with \w+ as\b|create (table|schema|role|policy|function|procedure|index|extension|database)\b|alter (table|role)\b|drop (table|schema|database|role)\b|truncate\s|grant \w+ on\b|set (local|role)\b|copy \S+ (from|to)\b)/;

/** Where SQL may stand: a room's store, and the parts of the platform that own tables or the database itself. */
const homes: readonly RegExp[] = [
  /^service\/modules\/[a-z]+\/store\//,
  // the package with an engine of its own asks that engine in SQL, and never the service's database
  /^packages\/record-linkage\//,
  /^service\/platform\/(db|audit|outbox|seeds|together)\//,
  /^service\/platform\/http\/session\/sessions\.ts$/,
];

/** Every string or template that is SQL, or is tagged as such. */
export function sqlTexts(files: readonly OwnFile[]): SqlText[] {
  return files.flatMap((file) =>
    syntaxOf(file).flatMap(({ node, above, lines }) => {
      const words = wordsOf(node);
      if (words === undefined) return [];
      const tagged = above[0]?.type === 'TaggedTemplateExpression' && tagOf(above[0]) === 'sql';
      return tagged || begins.test(words) ? [{ path: file.path, line: lines.first, words }] : [];
    }),
  );
}

/** The names of tables that the query builder is given, as `schema.table`. */
export function tablesNamed(files: readonly OwnFile[]): SqlText[] {
  return files.flatMap((file) =>
    syntaxOf(file).flatMap(({ node, lines }) => {
      const words = wordsOf(node);
      return words !== undefined && /^[a-z_]+\.[a-z_]+( as [a-z_]+)?$/.test(words)
        ? [{ path: file.path, line: lines.first, words }]
        : [];
    }),
  );
}

function tagOf(node: { [part: string]: unknown }): unknown {
  const { tag } = node;
  if (typeof tag !== 'object' || tag === null) return undefined;
  if ('value' in tag) return tag.value;
  // sql<Row>`…` and sql.raw`…`
  const inner = 'expression' in tag ? tag.expression : 'object' in tag ? tag.object : undefined;
  return tagOf({ tag: inner });
}

export function outsideHomes(texts: readonly SqlText[]): string[] {
  return texts
    .filter(({ path }) => !homes.some((home) => home.test(path)))
    .map(({ path, line, words }) => `${path}:${line} says SQL outside a store: ${words.trim().slice(0, 60)}`);
}

const schemas = [...Object.keys(moduleGraph), 'pgboss'];

/** Names of another room's tables. A room's own schema, and the platform's functions, are its own business. */
export function othersTables(texts: readonly SqlText[]): string[] {
  return texts.flatMap(({ path, line, words }) => {
    const [, own] = /^service\/modules\/([a-z]+)\//.exec(path) ?? [];
    const named = [...words.matchAll(/\b([a-z_]+)\.[a-z_"]/g)].map(([, schema = '']) => schema);
    const others = named.filter((schema) => schema !== own && schemas.includes(schema));
    const platformTables = own
      ? [...words.matchAll(/\bplatform\.(\w+)\b(?!\s*\()/g)].map(([whole]) => whole)
      : [];
    return [...others, ...platformTables].map((other) => `${path}:${line} reaches into ${other}`);
  });
}

const clocks =
  /(?<!platform\.)\b(now\s*\(\s*\)|current_timestamp|current_date|current_time|localtimestamp|localtime|(clock|statement|transaction)_timestamp\s*\(|timeofday\s*\()/i;

/** The time is the application's to say: it stands in a setting of the transaction, or comes as a value. */
export function ownClocks(texts: readonly SqlText[]): string[] {
  return texts
    .filter(({ words }) => clocks.test(words))
    .map(({ path, line }) => `${path}:${line} asks the database for the time`);
}

/** A table that a migration makes: what its columns are, and whether it is guarded. */
export type MadeTable = { path: string; name: string; columns: string; guarded: boolean };

export function tablesMade(files: readonly OwnFile[]): MadeTable[] {
  const all = files.map(({ text }) => withoutComments(text)).join('\n');
  return files.flatMap(({ path, text }) =>
    [
      ...withoutComments(text).matchAll(
        /create\s+(?:unlogged\s+)?table\s+(?:if not exists\s+)?([\w.]+)\s*\(([^;]*)\)[^;)]*;/gi,
      ),
    ].map(([, name = '', columns = '']) => ({
      path,
      name,
      columns,
      guarded: new RegExp(`call platform\\.guard\\('${name.replace('.', '\\.')}'`).test(all),
    })),
  );
}

/** Tables without a tenant, without the second lock, or outside the schema of their room. */
export function looseTables(tables: readonly MadeTable[]): string[] {
  return tables.flatMap(({ path, name, columns, guarded }) => {
    const [, part = '', room = ''] = /^service\/(platform|modules)\/([a-z]+)\//.exec(path) ?? [];
    const schema = part === 'platform' ? 'platform' : room;
    return [
      ...(/\bpartnership_id uuid\b[^,]*\b(not null|primary key)\b/.test(columns)
        ? []
        : [`${name} has no partnership_id`]),
      ...(guarded ? [] : [`${name} is not guarded`]),
      ...(name.startsWith(`${schema}.`) ? [] : [`${name} stands outside the schema ${schema}`]),
      ...(/^[a-z_]+\.[a-z][a-z0-9_]*(?<!s)$|_(news|series)$|\.series$|ss$|us$/.test(name)
        ? []
        : [`${name} is not singular`]),
    ].map((what) => `${path}: ${what}`);
  });
}

export function withoutComments(sql: string): string {
  return sql.replaceAll(/--[^\n]*/g, '');
}
