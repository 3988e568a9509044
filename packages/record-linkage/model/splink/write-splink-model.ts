import { done, refuse, type Result } from '../../result.ts';
import type {
  BlockingKey,
  BlockingRule,
  Comparison,
  Condition,
  Expression,
  Level,
  LinkageModel,
} from '../model.ts';
import { conditionSql, duckDbMeasures, Unwritable, type Dialect } from '../sql/condition-sql.ts';
import { listOf } from '../sql/lists.ts';
import { quoted, tokensOf, withColumns } from '../sql/tokens.ts';
import type { JsonObject } from './json.ts';
import { notObserved } from './read-level.ts';

/**
 * A model as JSON that Splink 5 loads, for DuckDB: settings, comparisons with their levels, blocking rules. What was
 * never observed is said in Splink's own words. Refused, with the level's name, where Splink has no SQL for a level:
 * our own cleaning and functions of two values. Source: as `readSplinkModel`.
 */
export function writeSplinkModel(model: LinkageModel): Result<JsonObject> {
  const comparisons: JsonObject[] = [];
  for (const comparison of model.comparisons) {
    const written = writeComparison(comparison);
    if (!written.done) return written;
    comparisons.push(written.value);
  }
  const rules: JsonObject[] = [];
  for (const rule of model.blockingRules) {
    const written = attempt(rule.name, () => writeRule(rule));
    if (!written.done) return written;
    rules.push({ ...written.value, sql_dialect: 'duckdb' });
  }
  return done({
    link_type: { dedupe: 'dedupe_only', link: 'link_only', 'link-and-dedupe': 'link_and_dedupe' }[
      model.linkType
    ],
    probability_two_random_records_match: model.prior,
    sql_dialect: 'duckdb',
    unique_id_column_name: model.idColumn,
    ...(model.sourceColumn !== undefined && { source_dataset_column_name: model.sourceColumn }),
    blocking_rules_to_generate_predictions: rules,
    comparisons,
  });
}

function writeComparison(comparison: Comparison): Result<JsonObject> {
  const missing = attempt(comparison.name, () => conditionSql(comparison.nullWhen, splink));
  if (!missing.done) return missing;
  const never = comparison.nullWhen.is === 'not' && comparison.nullWhen.of.is === 'else';
  const levels: JsonObject[] = never
    ? []
    : [{ sql_condition: missing.value, label_for_charts: 'missing', is_null_level: true }];
  for (const level of comparison.levels) {
    const sql = attempt(`${comparison.name}: ${level.label}`, () => conditionSql(level.when, splink));
    if (!sql.done) return sql;
    levels.push(writeLevel(level, level.when.is === 'else' ? 'ELSE' : sql.value));
  }
  return done({ output_column_name: comparison.name, comparison_levels: levels });
}

function writeLevel(level: Level, sql: string): JsonObject {
  const rarity = level.termFrequency;
  return {
    sql_condition: sql,
    label_for_charts: level.label,
    m_probability: level.m ?? notObserved,
    u_probability: level.u ?? notObserved,
    fix_m_probability: level.fixed?.includes('m') ?? false,
    fix_u_probability: level.fixed?.includes('u') ?? false,
    ...(rarity && {
      tf_adjustment_column: 'column' in rarity.column ? rarity.column.column : rarity.column.sql,
      tf_adjustment_weight: rarity.weight,
      tf_minimum_u_value: rarity.minimum,
      ...(rarity.against === 'own-level' && { disable_tf_exact_match_detection: true }),
    }),
  };
}

function attempt<Written>(place: string, write: () => Written): Result<Written> {
  try {
    return done(write());
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
    const words = `This cannot be written for Splink: ${place}: ${error.message}. Ask it in another way, or put what it gives into a column of its own.`;
    return refuse({ reason: 'not-in-splink', place, words });
  }
}

/** Conditions with columns that end in `_l` and `_r`, as Splink's levels have them. */
const splink: Dialect = {
  name: 'Splink',
  expression: (expression, side) => sideSql(expression, (column) => quoted(`${column}_${side.charAt(0)}`)),
  measure: (by) => duckDbMeasures[by],
  daysApart: (left, right) => `ABS(EPOCH(${left}) - EPOCH(${right}))`,
  numbersApart: (left, right) => `ABS(${left} - ${right})`,
  shared: (left, right) => sharedSql(splink, left, right),
  pairSql: (sql) => sql,
};

/** Conditions with columns of the tables l and r, as Splink's blocking rules have them. */
const rules: Dialect = {
  ...splink,
  expression: (expression, side) => sideSql(expression, (column) => `${side.charAt(0)}.${quoted(column)}`),
  shared: (left, right) => sharedSql(rules, left, right),
};

function sideSql(expression: Expression, columnSql: (column: string) => string): string | undefined {
  if ('sql' in expression) return withColumns(expression.sql, columnSql);
  return 'cleanedBy' in expression ? undefined : columnSql(expression.column);
}

function sharedSql(dialect: Dialect, left: Expression, right: Expression): string | undefined {
  const [one, other] = [listSql(dialect, left, 'left'), listSql(dialect, right, 'right')];
  return one === undefined || other === undefined
    ? undefined
    : `array_length(list_intersect(${one}, ${other}))`;
}

function listSql(dialect: Dialect, expression: Expression, side: 'left' | 'right'): string | undefined {
  const list = listOf(expression);
  if (list !== undefined) return dialect.expression({ sql: list }, side);
  const text = dialect.expression(expression, side);
  return text && `list_filter(string_split(${text}, ' '), part -> part <> '')`;
}

function writeRule(rule: BlockingRule): JsonObject {
  const lists = rule.keys.filter((key) => key.each).map(explodedColumn);
  const keys = rule.keys.map(({ left, right, each }, at): Condition => {
    const list = each && explodedColumn(rule.keys[at] ?? { left, right });
    return list === undefined ? { is: 'equal', left, right } : equalColumns(list);
  });
  const [only, ...others] = rule.also ? [...keys, rule.also] : keys;
  const sql =
    only === undefined
      ? 'TRUE'
      : conditionSql(others.length === 0 ? only : { is: 'all', of: [only, ...others] }, rules);
  return { blocking_rule: sql, ...(lists.length > 0 && { arrays_to_explode: lists }) };
}

function equalColumns(column: string): Condition {
  return { is: 'equal', left: { column }, right: { column } };
}

/** The column of lists that Splink explodes for a key; it has no name for any other list. */
function explodedColumn({ left, right }: BlockingKey): string {
  const [one, other] = [listOf(left), listOf(right)];
  const tokens = tokensOf(one ?? '');
  const [name] = tokens;
  if (one === undefined || one !== other || tokens.length !== 1 || name?.kind !== 'quoted')
    throw new Unwritable('it asks for any value of a list that is no column of lists on both sides');
  return name.text;
}
