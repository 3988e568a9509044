import type { Condition, EditDistance, Expression, Similarity } from '../model.ts';
import { quotedText } from './tokens.ts';

/** How an engine writes what conditions ask. A function that gives undefined is one that the engine lacks. */
export type Dialect = {
  readonly name: string;
  /** what an expression reads of one record of a pair */
  readonly expression: (expression: Expression, side: 'left' | 'right') => string | undefined;
  readonly measure: (by: Similarity | EditDistance) => string | undefined;
  /** the absolute difference of two days in seconds */
  readonly daysApart: (left: string, right: string) => string;
  readonly numbersApart: (left: string, right: string) => string;
  /** how many parts two lists share */
  readonly shared: (left: Expression, right: Expression) => string | undefined;
  readonly pairSql: (sql: string) => string | undefined;
};

/** What an engine has no SQL for. */
export class Unwritable extends Error {}

/** A condition as SQL of an engine; throws `Unwritable` where it has none. */
export function conditionSql(when: Condition, dialect: Dialect): string {
  switch (when.is) {
    case 'else':
      return 'TRUE';
    case 'missing':
      return `${read(when.of, 'left', dialect)} IS NULL OR ${read(when.of, 'right', dialect)} IS NULL`;
    case 'all':
    case 'any': {
      if (when.of.length === 0) return when.is === 'all' ? 'TRUE' : 'FALSE';
      return when.of
        .map((part) => `(${conditionSql(part, dialect)})`)
        .join(when.is === 'all' ? ' AND ' : ' OR ');
    }
    case 'not':
      return `NOT (${conditionSql(when.of, dialect)})`;
    case 'value':
      return valueSql(when, dialect);
    case 'pair-sql':
      return dialect.pairSql(when.sql) ?? lacks(dialect, 'SQL over both records that was written for DuckDB');
    default:
      return ofTwo(when, dialect);
  }
}

type Of<Kind extends Condition['is']> = Extract<Condition, { is: Kind }>;

function valueSql(when: Of<'value'>, dialect: Dialect): string {
  const sides = when.side === 'both' ? (['left', 'right'] as const) : [when.side];
  return sides.map((side) => `${read(when.of, side, dialect)} = ${quotedText(when.text)}`).join(' AND ');
}

type OfTwo = Of<'equal' | 'similar' | 'edits' | 'days-apart' | 'numbers-apart' | 'shared' | 'agree'>;

function ofTwo(when: OfTwo, dialect: Dialect): string {
  if (when.is === 'agree') return lacks(dialect, `our own function ${when.by}`);
  if (when.is === 'shared') {
    const shared = dialect.shared(when.left, when.right);
    return shared === undefined ? lacks(dialect, 'lists in common') : `${shared} >= ${when.atLeast}`;
  }
  const [left, right] = [read(when.left, 'left', dialect), read(when.right, 'right', dialect)];
  switch (when.is) {
    case 'equal':
      return `${left} = ${right}`;
    case 'similar':
      return `${measure(when.by, dialect)}(${left}, ${right}) >= ${when.atLeast}`;
    case 'edits':
      return `${measure(when.by, dialect)}(${left}, ${right}) <= ${when.atMost}`;
    case 'days-apart':
      return `${dialect.daysApart(left, right)} <= ${when.atMost}`;
    case 'numbers-apart':
      return `${dialect.numbersApart(left, right)} <= ${when.atMost}`;
  }
}

function read(expression: Expression, side: 'left' | 'right', dialect: Dialect): string {
  const sql = dialect.expression(expression, side);
  if (sql !== undefined) return sql;
  const what = 'cleanedBy' in expression ? `our own cleaning ${expression.cleanedBy}` : 'SQL of DuckDB';
  return lacks(dialect, what);
}

function measure(by: Similarity | EditDistance, dialect: Dialect): string {
  return dialect.measure(by) ?? lacks(dialect, by);
}

function lacks(dialect: Dialect, what: string): never {
  throw new Unwritable(`${dialect.name} has no ${what}`);
}

/** DuckDB's names of what measures two texts. */
export const duckDbMeasures = {
  jaro: 'jaro_similarity',
  'jaro-winkler': 'jaro_winkler_similarity',
  jaccard: 'jaccard',
  levenshtein: 'levenshtein',
  'damerau-levenshtein': 'damerau_levenshtein',
} as const satisfies Readonly<Record<Similarity | EditDistance, string>>;
