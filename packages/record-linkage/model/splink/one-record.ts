import type { Expression } from '../model.ts';
import { isColumn, quoted, tokensOf, withColumns } from '../sql/tokens.ts';

/** Which record a piece of SQL is about, with what it reads of that record. */
export type OfOneRecord = { readonly side: 'left' | 'right'; readonly expression: Expression };

/**
 * SQL that reads one record of a pair, as an expression: columns end in `_l` or `_r`, or stand after `l.` or `r.`.
 * Undefined where it reads both records or neither.
 */
export function ofOneRecord(sql: string): OfOneRecord | undefined {
  const tokens = tokensOf(sql);
  const sides = new Set<'left' | 'right' | undefined>();
  for (const [at, token] of tokens.entries()) {
    if (!isColumn(tokens, at)) continue;
    const table = tokens[at - 1]?.text === '.' ? tokens[at - 2]?.text : undefined;
    sides.add(sideOf(token.text, table));
  }
  const [side] = sides;
  if (sides.size !== 1 || side === undefined || tokens.some(({ text }) => text === '->')) return undefined;
  return { side, expression: expressionOf(withColumns(sql, columnOf).trim()) };
}

function sideOf(column: string, table: string | undefined): 'left' | 'right' | undefined {
  if (table !== undefined) return table === 'l' ? 'left' : table === 'r' ? 'right' : undefined;
  if (/_l$/i.test(column)) return 'left';
  return /_r$/i.test(column) ? 'right' : undefined;
}

function columnOf(column: string, table: string | undefined): string {
  return quoted(table === undefined ? column.slice(0, -2) : column);
}

/** A column by itself is that column; everything else is SQL. */
function expressionOf(sql: string): Expression {
  const bare = withoutBrackets(sql);
  const tokens = tokensOf(bare);
  const [first] = tokens;
  return tokens.length === 1 && first?.kind === 'quoted' ? { column: first.text } : { sql: bare };
}

/** SQL without brackets that hold all of it. */
export function withoutBrackets(sql: string): string {
  const tokens = tokensOf(sql);
  let depth = 0;
  for (const [at, { text, kind }] of tokens.entries()) {
    if (kind === 'sign' && text === '(') depth += 1;
    if (kind === 'sign' && text === ')') depth -= 1;
    if (depth === 0 && at < tokens.length - 1) return sql.trim();
  }
  if (tokens[0]?.text !== '(' || depth !== 0) return sql.trim();
  return withoutBrackets(sql.slice(tokens[0]?.to ?? 0, tokens.at(-1)?.from));
}
