import type { EditDistance, Expression, Similarity } from '../model.ts';
import { duckDbMeasures, type Dialect } from './condition-sql.ts';
import { listAsText, listOf } from './lists.ts';
import { quoted, withColumns } from './tokens.ts';

/** Engines that a model can be written for. */
export type Engine = 'duckdb' | 'postgresql' | 'spark';

/** A column that the table must have because the engine cannot make it: what it holds, and its name. */
export type Needed = { readonly column: string; readonly expression: Expression };

/** How SQL of an engine differs. */
export type EngineDialect = Dialect & {
  readonly quoted: (name: string) => string;
  readonly double: string;
  readonly log2: (value: string) => string;
  /** a text in the order of its signs, whatever the language of the database */
  readonly ordered: (value: string) => string;
  readonly power2: (exponent: string) => string;
};

/**
 * The dialect of an engine. `need` is called for an expression that it cannot answer and gives the name of the column
 * of the table that must hold it; `functions` are names of functions that the engine was given, by measure.
 */
export function dialectOf(
  engine: Engine,
  need: (expression: Expression) => string,
  functions: Readonly<Partial<Record<Similarity | EditDistance, string>>>,
): EngineDialect {
  const name = engine === 'spark' ? (text: string) => `\`${text.replaceAll('`', '``')}\`` : quoted;
  const column = (side: 'left' | 'right', text: string) => `${side.charAt(0)}.${name(text)}`;
  const expression = (of: Expression, side: 'left' | 'right'): string => {
    if ('sql' in of && engine === 'duckdb') return recordSql(of, (each) => column(side, each));
    return column(side, 'column' in of && !('cleanedBy' in of) ? of.column : need(of));
  };
  const texts = (of: Expression, side: 'left' | 'right') => asText(engine, expression(of, side));
  return {
    name: { duckdb: 'DuckDB', postgresql: 'PostgreSQL', spark: 'Spark SQL' }[engine],
    expression: texts,
    measure: (by) => functions[by] ?? measures[engine][by],
    daysApart: (left, right) => `abs(${seconds[engine](left)} - ${seconds[engine](right)})`,
    numbersApart: (left, right) => `abs(${numbers[engine](left)} - ${numbers[engine](right)})`,
    shared: (left, right) => sharedParts[engine](texts(left, 'left'), texts(right, 'right')),
    pairSql: (sql) =>
      engine === 'duckdb'
        ? withColumns(sql, (each, table) =>
            table === undefined
              ? column(/_l$/i.test(each) ? 'left' : 'right', each.slice(0, -2))
              : column(table === 'l' ? 'left' : 'right', each),
          )
        : undefined,
    quoted: name,
    double: { duckdb: 'DOUBLE', postgresql: 'DOUBLE PRECISION', spark: 'DOUBLE' }[engine],
    log2: (value) =>
      engine === 'postgresql' ? `(ln(${value}) / ln(2.0::double precision))` : `log2(${value})`,
    ordered: (value) => (engine === 'postgresql' ? `(${value}) COLLATE "C"` : value),
    power2: (exponent) =>
      engine === 'postgresql' ? `power(2::double precision, ${exponent})` : `power(2, ${exponent})`,
  };
}

/** SQL of one record with its columns written anew; in a list taken apart, only the list is of the record. */
function recordSql(of: { readonly sql: string }, anew: (column: string) => string): string {
  const list = listOf(of);
  const columns = withColumns(list ?? of.sql, anew);
  return `(${list === undefined ? columns : listAsText({ sql: columns }).sql})`;
}

function asText(engine: Engine, sql: string): string {
  return engine === 'spark' ? `CAST(${sql} AS STRING)` : `CAST(${sql} AS VARCHAR)`;
}

/** Spark has Levenshtein alone; PostgreSQL gets ours, which the SQL brings (`postgresql-functions.ts`). */
const measures: Readonly<Record<Engine, Readonly<Partial<Record<Similarity | EditDistance, string>>>>> = {
  duckdb: { ...duckDbMeasures, jaccard: 'linkage_jaccard' },
  postgresql: {
    jaro: 'pg_temp.linkage_jaro',
    'jaro-winkler': 'pg_temp.linkage_jaro_winkler',
    jaccard: 'pg_temp.linkage_jaccard',
    levenshtein: 'pg_temp.linkage_levenshtein',
    'damerau-levenshtein': 'pg_temp.linkage_damerau_levenshtein',
  },
  spark: { levenshtein: 'levenshtein' },
};

const seconds: Readonly<Record<Engine, (text: string) => string>> = {
  duckdb: (text) => `epoch(try_cast(${text} AS TIMESTAMP))`,
  postgresql: (text) => `pg_temp.linkage_seconds(${text})`,
  spark: (text) => `CAST(try_to_timestamp(${text}) AS DOUBLE)`,
};

const numbers: Readonly<Record<Engine, (text: string) => string>> = {
  duckdb: (text) => `try_cast(${text} AS DOUBLE)`,
  postgresql: (text) => `pg_temp.linkage_number(${text})`,
  spark: (text) => `try_cast(${text} AS DOUBLE)`,
};

const sharedParts: Readonly<Record<Engine, (left: string, right: string) => string>> = {
  duckdb: (left, right) =>
    `len(list_filter(list_intersect(string_split(${left}, ' '), string_split(${right}, ' ')), lambda part: part <> ''))`,
  postgresql: (left, right) => `pg_temp.linkage_shared(${left}, ${right})`,
  spark: (left, right) =>
    `CASE WHEN ${left} IS NULL OR ${right} IS NULL THEN NULL ELSE size(array_except(array_intersect(split(${left}, ' '), split(${right}, ' ')), array(''))) END`,
};

/** What DuckDB must be told before: its own Jaccard refuses empty texts. */
export const duckDbFunctions = `CREATE OR REPLACE TEMP MACRO linkage_jaccard(a, b) AS CASE WHEN a = '' OR b = '' THEN 0 ELSE jaccard(a, b) END;`;
