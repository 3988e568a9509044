import { done, refuse, type Result } from '../../result.ts';
import { expressionsOf } from '../../records/expressions-of.ts';
import { keyOf } from '../expression.ts';
import type {
  BlockingKey,
  BlockingRule,
  Comparison,
  Condition,
  Expression,
  LinkageModel,
  LinkType,
} from '../model.ts';
import { listAsText, listOf } from '../sql/lists.ts';
import { tokensOf } from '../sql/tokens.ts';
import { isObject, listAt, numberAt, textAt, type JsonObject } from './json.ts';
import { readCondition } from './read-condition.ts';
import { assumedOf, isLevel, readLevel } from './read-level.ts';

/**
 * A model that Splink 4 or 5 saved (`save_model_to_json`), as ours. Levels that it was not given an m or u for get
 * what Splink assumes on loading, so that scores are the same; similarities count bytes, as DuckDB's do. Refused where
 * it is no such model; SQL that is not understood becomes `pair-sql`, which is slow but exact.
 * Source: Splink's settings (moj-analytical-services/splink, versions 4.0.16 and 5.0.0).
 */
export function readSplinkModel(json: unknown): Result<LinkageModel> {
  if (!isObject(json)) return unread('model', 'it is not an object of JSON');
  const linkType = linkTypes.get(textAt(json, 'link_type') ?? '');
  if (linkType === undefined)
    return unread('link_type', 'it is none of dedupe_only, link_only and link_and_dedupe');
  const comparisons: Comparison[] = [];
  for (const [at, comparison] of listAt(json, 'comparisons').entries()) {
    const read = readComparison(comparison, at);
    if (!read.done) return read;
    comparisons.push(read.value);
  }
  if (comparisons.length === 0) return unread('comparisons', 'there are none');
  const blockingRules: BlockingRule[] = [];
  for (const [at, rule] of listAt(json, 'blocking_rules_to_generate_predictions').entries()) {
    const read = readRule(rule, at);
    if (!read.done) return read;
    blockingRules.push(...read.value);
  }
  return done({
    linkType,
    idColumn: textAt(json, 'unique_id_column_name') ?? 'unique_id',
    ...(linkType !== 'dedupe' && {
      sourceColumn: textAt(json, 'source_dataset_column_name') ?? 'source_dataset',
    }),
    prior: numberAt(json, 'probability_two_random_records_match') ?? 1e-4,
    counts: 'bytes',
    comparisons,
    blockingRules,
  });
}

const linkTypes: ReadonlyMap<string, LinkType> = new Map([
  ['dedupe_only', 'dedupe'],
  ['link_only', 'link'],
  ['link_and_dedupe', 'link-and-dedupe'],
]);

function unread(place: string, why: string): Result<never> {
  const words = `This cannot be read as a model of Splink: at ${place}, ${why}. Save it with save_model_to_json.`;
  return refuse({ reason: 'not-a-splink-model', place, words });
}

function readComparison(comparison: unknown, at: number): Result<Comparison> {
  const place = `comparisons[${at}]`;
  if (!isObject(comparison)) return unread(place, 'it is not an object');
  const levels = listAt(comparison, 'comparison_levels');
  if (!levels.every(isLevel)) return unread(place, 'a level has no sql_condition');
  const asked = levels.filter((level) => level['is_null_level'] !== true);
  const firstAsked = levels.findIndex((level) => level['is_null_level'] !== true);
  if (levels.slice(firstAsked).some((level) => level['is_null_level'] === true))
    return unread(place, 'its null level does not come first, so that what it means cannot be kept');
  const assumed = assumedOf(asked.length);
  return done({
    name: textAt(comparison, 'output_column_name') ?? nameOf(asked, at),
    nullWhen: nullWhen(levels.slice(0, firstAsked)),
    levels: asked.map((level, place) => readLevel(level, assumed[place] ?? { m: 0.95, u: 0.95 / 1024 })),
  });
}

function nameOf(levels: readonly JsonObject[], at: number): string {
  const column = /"?([\p{L}_][\p{L}\p{N}_ ]*)_l"?/u.exec(textAt(levels[0] ?? {}, 'sql_condition') ?? '')?.[1];
  return column ?? `comparison ${at + 1}`;
}

function nullWhen(levels: readonly JsonObject[]): Condition {
  const of = levels.map((level) => readCondition(textAt(level, 'sql_condition') ?? ''));
  const [first] = of;
  if (first === undefined) return { is: 'not', of: { is: 'else' } };
  return of.length === 1 ? first : { is: 'any', of };
}

/** A blocking rule: equal expressions are its keys, what else it asks is asked of each pair that they find. */
function readRule(rule: unknown, at: number): Result<readonly BlockingRule[]> {
  const sql = isObject(rule) ? textAt(rule, 'blocking_rule') : rule;
  if (typeof sql !== 'string') return done([]);
  const lists = isObject(rule)
    ? listAt(rule, 'arrays_to_explode').filter((each) => typeof each === 'string')
    : [];
  const condition = readCondition(sql);
  const parts = condition.is === 'all' ? condition.of : [condition];
  const keys = parts.flatMap((part) => (part.is === 'equal' ? [keyOfRule(part, lists)] : []));
  const others = parts.filter((part) => part.is !== 'equal');
  const [other] = others;
  const also: Condition | undefined = others.length > 1 ? { is: 'all', of: others } : other;
  const read = { name: ruleName(keys, other !== undefined), keys, ...(also && { also }) };
  const within = expressionsOf({ comparisons: [], blockingRules: [read] }).find((each) =>
    namesOneOf(each, lists),
  );
  return within
    ? unread(
        `blocking_rules_to_generate_predictions[${at}]`,
        `it explodes a list and reads more of its values than whether they are equal: ${keyOf(within)}`,
      )
    : done([read]);
}

/** A key of a rule; one that both records have a list for is about each value of it. */
function keyOfRule(
  { left, right }: Extract<Condition, { readonly is: 'equal' }>,
  lists: readonly string[],
): BlockingKey {
  const isList = (of: Expression): boolean => 'column' in of && lists.includes(of.column);
  return isList(left) && isList(right)
    ? { left: listAsText(left), right: listAsText(right), each: true }
    : { left, right };
}

/** Whether an expression reads a list that is exploded, and not as a list. */
function namesOneOf(expression: Expression, lists: readonly string[]): boolean {
  if (listOf(expression) !== undefined) return false;
  if ('column' in expression) return lists.includes(expression.column);
  return tokensOf(expression.sql).some(({ kind, text }) => kind !== 'text' && lists.includes(text));
}

/** A rule as people read it: what its keys read, and whether it asks more. */
function ruleName(keys: BlockingRule['keys'], asksMore: boolean): string {
  const read = keys.map(({ left }) => ('column' in left ? left.column : (listOf(left) ?? left.sql)));
  return [...read, ...(asksMore ? ['a further condition'] : [])].join(' and ');
}
