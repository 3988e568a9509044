import { done, refuse, type Result } from '../../result.ts';
import { keyOf } from '../expression.ts';
import { keyCondition } from '../key-condition.ts';
import type {
  BlockingRule,
  Comparison,
  EditDistance,
  Expression,
  LinkageModel,
  Similarity,
} from '../model.ts';
import { weightsOf, type ComparisonWeights, type TermFrequencyWeight } from '../weights.ts';
import { conditionSql, Unwritable } from './condition-sql.ts';
import { dialectOf, duckDbFunctions, type Engine, type EngineDialect, type Needed } from './dialects.ts';
import { postgresqlFunctions } from './postgresql-functions.ts';

/** A model as SQL. */
export type WrittenSql = {
  /** to be run first, once a session; empty where nothing is needed */
  readonly before: string;
  /**
   * gives one row a pair: source_l, id_l, source_r, id_r (sources only where the model has them), rule (place of the
   * first blocking rule that found it), answer_1, answer_2 … by comparison, weight and probability
   */
  readonly query: string;
  /** columns that the table must have besides the model's own, and what they hold: our cleaning, SQL of DuckDB */
  readonly needs: readonly Needed[];
};

/** What a model is written for. */
export type WriteSql = {
  readonly engine: Engine;
  /** the table of the records, as SQL names it */
  readonly table: string;
  /** only pairs with this weight or more */
  readonly atLeast?: number;
  /** names of functions that the engine was given, such as `{ 'jaro-winkler': 'jaro_winkler' }` in Spark */
  readonly functions?: Readonly<Partial<Record<Similarity | EditDistance, string>>>;
};

/**
 * A model as SQL for an engine that already holds the records: the same levels, weights, term frequencies and pairs,
 * none of them twice. Texts are counted as the engine counts them: DuckDB by bytes, PostgreSQL as the model says, Spark
 * by letters. Refused, with the level's name, where the engine lacks what a level asks.
 */
export function writeSql(model: LinkageModel, wanted: WriteSql): Result<WrittenSql> {
  const needs = new Map<string, Needed>();
  const need = (expression: Expression) => {
    const key = keyOf(expression);
    const known = needs.get(key);
    const column = known?.column ?? neededName(expression, needs.size);
    needs.set(key, { column, expression });
    return column;
  };
  const dialect = dialectOf(wanted.engine, need, wanted.functions ?? {});
  const writer: Writer = { model, wanted, dialect, frequencies: new Map(), place: model.idColumn };
  try {
    const query = queryOf(writer);
    return done({ before: before(model, wanted.engine), query, needs: [...needs.values()] });
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
    const words = `${writer.place}: ${error.message}. Give the engine a function of that kind, ask in another way, or score with our own engine.`;
    return refuse({ reason: 'not-in-engine', place: writer.place, words });
  }
}

/** What is being written, and the place in the model that is at hand. */
type Writer = {
  readonly model: LinkageModel;
  readonly wanted: WriteSql;
  readonly dialect: EngineDialect;
  /** the tables of frequencies that were written, by what they count */
  readonly frequencies: Map<string, FrequencyTable>;
  place: string;
};

function neededName(expression: Expression, count: number): string {
  return 'cleanedBy' in expression
    ? `${expression.column}__${expression.cleanedBy.replaceAll('-', '_')}`
    : `expression__${count + 1}`;
}

function before(model: LinkageModel, engine: Engine): string {
  if (engine === 'postgresql') return postgresqlFunctions(model.counts ?? 'letters');
  return engine === 'duckdb' ? duckDbFunctions : '';
}

function queryOf(writer: Writer): string {
  const { model, wanted, dialect } = writer;
  const weights = weightsOf(model).comparisons;
  writeFrequencies(writer, weights);
  const frequencies = [...writer.frequencies.values()];
  const rules = model.blockingRules.map((rule) => ruleSql(rule, writer));
  const pairs = rules.map((rule, at) => pairsSql(rule, rules.slice(0, at), writer)).join('\n  UNION ALL\n');
  const answers = model.comparisons.map((comparison, at) => answerSql(comparison, at, writer));
  const parts = weights.flatMap((each, at) => weightSql(each, at, writer));
  const rarities = frequencies.flatMap(({ columns }) => columns);
  const ids = idColumns(model).map(({ as }) => as);
  // an answer is used several times; PostgreSQL would ask for it anew each time
  const once = wanted.engine === 'postgresql' ? 'MATERIALIZED ' : '';
  const weight = [numberSql(weightsOf(model).prior, dialect), ...parts].join('\n    + ');
  return `WITH ${[
    ...frequencies.map(({ table }) => table),
    `pairs AS (\n${pairs || emptyPairs(writer)}\n)`,
    `answered AS ${once}(\n  SELECT ${['pairs.*', ...answers, ...rarities].join(',\n    ')}\n  FROM pairs${joins(writer)}\n)`,
    `scored AS ${once}(\n  SELECT answered.*, ${weight} AS weight\n  FROM answered\n)`,
  ].join(',\n')}
SELECT ${[...ids, 'rule', ...answers.map((_, at) => `answer_${at + 1}`), 'weight', probabilitySql(dialect)].join(', ')}
FROM scored${wanted.atLeast === undefined ? '' : `\nWHERE weight >= ${numberSql(wanted.atLeast, dialect)}`}`;
}

function numberSql(value: number, dialect: EngineDialect): string {
  return `CAST(${value} AS ${dialect.double})`;
}

function probabilitySql(dialect: EngineDialect): string {
  const [up, down] = [dialect.power2('weight'), dialect.power2('-weight')];
  return `CASE WHEN weight >= 0 THEN 1 / (1 + ${down}) ELSE ${up} / (1 + ${up}) END AS probability`;
}

/** The columns that name a record, the source first. */
function idColumns(model: LinkageModel): readonly { column: string; side: 'l' | 'r'; as: string }[] {
  const named = [
    ...(model.sourceColumn === undefined ? [] : [['source', model.sourceColumn]]),
    ['id', model.idColumn],
  ];
  return (['l', 'r'] as const).flatMap((side) =>
    named.map(([as = '', column = '']) => ({ column, side, as: `${as}_${side}` })),
  );
}

/** Which of two records is the left one, and which pairs the link is about. */
function orderSql({ model, dialect }: Writer): string {
  const text = (side: string, column: string) =>
    dialect.ordered(
      `CAST(${side}.${dialect.quoted(column)} AS ${dialect.name === 'Spark SQL' ? 'STRING' : 'VARCHAR'})`,
    );
  const [id, other] = [text('l', model.idColumn), text('r', model.idColumn)];
  if (model.sourceColumn === undefined) return `${id} < ${other}`;
  const [source, otherSource] = [text('l', model.sourceColumn), text('r', model.sourceColumn)];
  if (model.linkType === 'link') return `${source} < ${otherSource}`;
  const within = `(${source} = ${otherSource} AND ${id} < ${other})`;
  return model.linkType === 'dedupe' ? within : `(${source} < ${otherSource} OR ${within})`;
}

function ruleSql(rule: BlockingRule, writer: Writer): string {
  writer.place = `blocking rule ${rule.name}`;
  const keys = rule.keys.map(keyCondition);
  return conditionSql({ is: 'all', of: rule.also ? [...keys, rule.also] : keys }, writer.dialect);
}

function pairsSql(rule: string, earlier: readonly string[], writer: Writer): string {
  const { model, wanted, dialect } = writer;
  const ids = idColumns(model).map(({ column, side, as }) => `${side}.${dialect.quoted(column)} AS ${as}`);
  const found = earlier.map((each) => `\n    AND NOT coalesce((${each}), FALSE)`).join('');
  return `  SELECT ${ids.join(', ')}, ${earlier.length} AS rule
  FROM ${wanted.table} l INNER JOIN ${wanted.table} r
    ON ${rule}
  WHERE ${orderSql(writer)}${found}`;
}

function emptyPairs({ model, wanted, dialect }: Writer): string {
  const ids = idColumns(model).map(({ column, side, as }) => `${side}.${dialect.quoted(column)} AS ${as}`);
  return `  SELECT ${ids.join(', ')}, 0 AS rule FROM ${wanted.table} l CROSS JOIN ${wanted.table} r WHERE FALSE`;
}

function joins({ model, wanted, dialect, frequencies }: Writer): string {
  const ids = idColumns(model);
  const records = (['l', 'r'] as const).map((side) => {
    const same = ids
      .filter((id) => id.side === side)
      .map(({ column, as }) => `${side}.${dialect.quoted(column)} = pairs.${as}`);
    return `\n  INNER JOIN ${wanted.table} ${side} ON ${same.join(' AND ')}`;
  });
  return [...records, ...[...frequencies.values()].map(({ join }) => join)].join('');
}

function answerSql(comparison: Comparison, at: number, writer: Writer): string {
  writer.place = `comparison ${comparison.name}, nullWhen`;
  const lines = [`WHEN ${conditionSql(comparison.nullWhen, writer.dialect)} THEN -1`];
  for (const [answer, level] of comparison.levels.entries()) {
    writer.place = `comparison ${comparison.name}, level ${level.label}`;
    const sql = conditionSql(level.when, writer.dialect);
    lines.push(level.when.is === 'else' ? `ELSE ${answer}` : `WHEN ${sql} THEN ${answer}`);
  }
  return `CASE\n      ${lines.join('\n      ')}\n    END AS answer_${at + 1}`;
}

type FrequencyTable = {
  readonly table: string;
  readonly join: string;
  readonly columns: readonly string[];
  readonly at: number;
};

/** A table of frequencies for each column whose rarity counts, how it is joined, and what it brings to a pair. */
function writeFrequencies(writer: Writer, weights: readonly ComparisonWeights[]): void {
  const { wanted, dialect, frequencies: tables } = writer;
  for (const rule of weights.flatMap(({ termFrequencies }) => termFrequencies)) {
    if (rule === undefined || tables.has(keyOf(rule.column))) continue;
    const at = tables.size + 1;
    writer.place = `term frequency of ${keyOf(rule.column)}`;
    const [left, right] = (['left', 'right'] as const).map(
      (side) => dialect.expression(rule.column, side) ?? '',
    );
    tables.set(keyOf(rule.column), {
      at,
      table: `frequency_${at} AS (\n  SELECT ${left} AS value, CAST(count(*) AS ${dialect.double}) / sum(count(*)) OVER () AS frequency\n  FROM ${wanted.table} l WHERE ${left} IS NOT NULL GROUP BY ${left}\n)`,
      join: `\n  LEFT JOIN frequency_${at} frequency_${at}_l ON frequency_${at}_l.value = ${left}\n  LEFT JOIN frequency_${at} frequency_${at}_r ON frequency_${at}_r.value = ${right}`,
      columns: ['l', 'r'].map((side) => `frequency_${at}_${side}.frequency AS frequency_${at}_${side}`),
    });
  }
}

function weightSql(weights: ComparisonWeights, at: number, writer: Writer): readonly string[] {
  const { dialect } = writer;
  const answer = `answer_${at + 1}`;
  const levels = [...weights.byAnswer].map(
    (weight, level) => `WHEN ${level} THEN ${numberSql(weight, dialect)}`,
  );
  const rarities = weights.termFrequencies.flatMap((rule, level) =>
    rule === undefined ? [] : [`WHEN ${level} THEN ${raritySql(rule, writer)}`],
  );
  return [levels, rarities].flatMap((cases) =>
    cases.length === 0 ? [] : [`CASE ${answer} ${cases.join(' ')} ELSE ${numberSql(0, dialect)} END`],
  );
}

function raritySql(rule: TermFrequencyWeight, writer: Writer): string {
  const { dialect, frequencies } = writer;
  const at = frequencies.get(keyOf(rule.column))?.at ?? 0;
  const [left, right] = [`frequency_${at}_l`, `frequency_${at}_r`];
  const most = `greatest(coalesce(${left}, ${right}), coalesce(${right}, ${left}), ${numberSql(Math.max(rule.minimum, 1e-300), dialect)})`;
  const added = `${numberSql(rule.weight, dialect)} * (${numberSql(rule.logU, dialect)} - ${dialect.log2(most)})`;
  return `CASE WHEN coalesce(${left}, ${right}) IS NULL THEN ${numberSql(0, dialect)} ELSE ${added} END`;
}
