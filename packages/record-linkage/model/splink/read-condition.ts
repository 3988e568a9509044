import { keyOf } from '../expression.ts';
import type { Condition, EditDistance, Expression, Similarity } from '../model.ts';
import { listAsText } from '../sql/lists.ts';
import { tokensOf, type Token } from '../sql/tokens.ts';
import { ofOneRecord, withoutBrackets } from './one-record.ts';

/**
 * The SQL of a level or a blocking rule as a condition. What Splink's comparison library writes is understood: likeness,
 * edits, days and numbers apart, lists in common, equal or missing values, joined by AND, OR and NOT; a question of
 * one record becomes SQL of one record; what is left is asked of DuckDB pair by pair (`pair-sql`).
 */
export function readCondition(sql: string): Condition {
  const bare = withoutBrackets(sql);
  if (bare.toLowerCase() === 'else') return { is: 'else' };
  for (const [word, is] of [
    ['or', 'any'],
    ['and', 'all'],
  ] as const) {
    const parts = splitAt(bare, word);
    if (parts.length > 1) return joined(is, parts);
  }
  if (/^not\b/i.test(bare)) return { is: 'not', of: readCondition(bare.slice(3)) };
  return readQuestion(bare);
}

function joined(is: 'any' | 'all', parts: readonly string[]): Condition {
  const missing = is === 'any' ? pairedMissing(parts) : undefined;
  if (missing !== undefined) return missing;
  const of = parts.map(readCondition).flatMap((part) => (part.is === is ? part.of : [part]));
  return { is, of };
}

/** `a_l IS NULL OR a_r IS NULL`, for each expression that stands on both sides: missing, one after the other. */
function pairedMissing(parts: readonly string[]): Condition | undefined {
  const asked = parts.map((part) => {
    const value = /^(.*)\bis\s+null$/is.exec(withoutBrackets(part))?.[1];
    return value === undefined ? undefined : ofOneRecord(value);
  });
  const columns = new Map<string, { of: Expression; sides: Set<string> }>();
  for (const one of asked) {
    if (one === undefined) return undefined;
    const key = keyOf(one.expression);
    const column = columns.get(key) ?? { of: one.expression, sides: new Set() };
    columns.set(key, column);
    column.sides.add(one.side);
  }
  if ([...columns.values()].some(({ sides }) => sides.size !== 2)) return undefined;
  const of = [...columns.values()].map(({ of }): Condition => ({ is: 'missing', of }));
  return of.length === 1 ? of[0] : { is: 'any', of };
}

/** SQL cut at a word that stands outside brackets; not cut where BETWEEN or CASE give the word another meaning. */
function splitAt(sql: string, word: 'and' | 'or'): readonly string[] {
  const tokens = tokensOf(sql);
  const cuts: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'sign' && /^[([{]$/.test(token.text)) depth += 1;
    if (token.kind === 'sign' && /^[)\]}]$/.test(token.text)) depth -= 1;
    if (depth > 0 || token.kind !== 'word') continue;
    if (token.text === 'between' || token.text === 'case') return [sql];
    if (token.text === word) cuts.push(token);
  }
  const starts = [0, ...cuts.map(({ to }) => to)];
  return starts.map((from, at) => sql.slice(from, cuts[at]?.from ?? sql.length));
}

/** A question that is not made of others. */
function readQuestion(sql: string): Condition {
  const one = ofOneRecord(sql);
  const comparison = comparisonOf(sql);
  const known = comparison && (readEqual(comparison) ?? readMeasure(comparison));
  if (known !== undefined) return known;
  if (one === undefined) return { is: 'pair-sql', sql: sql.trim() };
  const inner = 'sql' in one.expression ? one.expression.sql : `"${one.expression.column}"`;
  return { is: 'value', side: one.side, of: { sql: `CAST((${inner}) AS VARCHAR)` }, text: 'true' };
}

type Compared = { readonly left: string; readonly sign: string; readonly right: string };

/** The one comparison that a question consists of. */
function comparisonOf(sql: string): Compared | undefined {
  const tokens = tokensOf(sql);
  let depth = 0;
  const signs = tokens.filter(({ kind, text }) => {
    if (kind === 'sign' && /^[([{]$/.test(text)) depth += 1;
    if (kind === 'sign' && /^[)\]}]$/.test(text)) depth -= 1;
    return depth === 0 && kind === 'sign' && /^(=|<>|!=|<=|>=|<|>)$/.test(text);
  });
  const [sign] = signs;
  if (sign === undefined || signs.length !== 1) return undefined;
  return { left: sql.slice(0, sign.from), sign: sign.text, right: sql.slice(sign.to) };
}

function readEqual({ left, sign, right }: Compared): Condition | undefined {
  if (sign !== '=' && sign !== '<>' && sign !== '!=') return undefined;
  const is = (when: Condition): Condition => (sign === '=' ? when : { is: 'not', of: when });
  const [one, other] = [ofOneRecord(left), ofOneRecord(right)];
  if (one && other && one.side !== other.side) {
    const [l, r] = one.side === 'left' ? [one, other] : [other, one];
    return is({ is: 'equal', left: l.expression, right: r.expression });
  }
  const tokens = tokensOf(right);
  const [text] = tokens;
  if (one && 'column' in one.expression && tokens.length === 1 && text?.kind === 'text')
    return is({ is: 'value', side: one.side, of: one.expression, text: text.text });
  return undefined;
}

const similarities: ReadonlyMap<string, Similarity> = new Map([
  ['jaro_similarity', 'jaro'],
  ['jaro_winkler_similarity', 'jaro-winkler'],
  ['jaccard', 'jaccard'],
]);

const distances: ReadonlyMap<string, EditDistance> = new Map([
  ['levenshtein', 'levenshtein'],
  ['damerau_levenshtein', 'damerau-levenshtein'],
]);

/** A measure of two values held against a number. */
function readMeasure({ left, sign, right }: Compared): Condition | undefined {
  const limit = numberIn(right);
  if (limit === undefined) return undefined;
  const bare = withoutBrackets(left);
  const call = /^([a-z_]+)\s*\((.*)\)$/is.exec(bare);
  const name = call?.[1]?.toLowerCase() ?? '';
  const sides = sidesOf(splitAtSign(call?.[2] ?? '', ','));
  const by = similarities.get(name);
  if (by && sides && sign === '>=') return { is: 'similar', by, ...sides, atLeast: limit };
  const edits = distances.get(name);
  if (edits && sides && sign === '<=') return { is: 'edits', by: edits, ...sides, atMost: limit };
  if (edits && sides && sign === '<')
    return { is: 'edits', by: edits, ...sides, atMost: Math.ceil(limit) - 1 };
  if (name === 'abs' && sign === '<=') return readApart(call?.[2] ?? '', limit);
  return /^(array_length|len|length|list_length)$/.test(name) && sign === '>='
    ? readShared(call?.[2] ?? '', limit)
    : undefined;
}

function readApart(difference: string, atMost: number): Condition | undefined {
  const parts = splitAtSign(difference, '-').map(withoutBrackets);
  const epochs = parts.map((part) => /^epoch\s*\((.*)\)$/is.exec(part)?.[1]);
  const days = sidesOf(epochs.flatMap((inner) => (inner === undefined ? [] : [inner])));
  if (days) return { is: 'days-apart', ...days, atMost };
  const numbers = sidesOf(parts);
  return numbers && { is: 'numbers-apart', ...numbers, atMost };
}

function readShared(inner: string, atLeast: number): Condition | undefined {
  const lists = /^(list_intersect|array_intersect)\s*\((.*)\)$/is.exec(inner.trim())?.[2];
  const sides = sidesOf(splitAtSign(lists ?? '', ','));
  return sides && { is: 'shared', left: listAsText(sides.left), right: listAsText(sides.right), atLeast };
}

/** Two pieces of SQL, one about the left record and one about the right. */
function sidesOf(parts: readonly string[]): { left: Expression; right: Expression } | undefined {
  if (parts.length !== 2) return undefined;
  const [one, other] = parts.map(ofOneRecord);
  if (!one || !other || one.side === other.side) return undefined;
  const [left, right] = one.side === 'left' ? [one, other] : [other, one];
  return { left: left.expression, right: right.expression };
}

function splitAtSign(sql: string, sign: ',' | '-'): readonly string[] {
  let depth = 0;
  const cuts = tokensOf(sql).filter(({ kind, text }) => {
    if (kind === 'sign' && /^[([{]$/.test(text)) depth += 1;
    if (kind === 'sign' && /^[)\]}]$/.test(text)) depth -= 1;
    return depth === 0 && kind === 'sign' && text === sign;
  });
  const starts = [0, ...cuts.map(({ to }) => to)];
  return starts.map((from, at) => sql.slice(from, cuts[at]?.from ?? sql.length));
}

function numberIn(sql: string): number | undefined {
  const text = withoutBrackets(sql);
  return /^\d+\.?\d*(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}
