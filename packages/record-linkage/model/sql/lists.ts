import type { Expression } from '../model.ts';
import { quoted } from './tokens.ts';

const before = "array_to_string([replace(CAST(x AS VARCHAR), ' ', chr(31)) FOR x IN ";
const after = "], ' ')";

/** A column of lists as text whose parts stand between spaces; spaces within a part become another sign. */
export function listAsText(expression: Expression): { readonly sql: string } {
  const list = 'sql' in expression ? expression.sql : quoted(expression.column);
  return { sql: `${before}${list}${after}` };
}

/** The list that `listAsText` was made of, as SQL; undefined for any other expression. */
export function listOf(expression: Expression): string | undefined {
  if (!('sql' in expression)) return undefined;
  const { sql } = expression;
  return sql.startsWith(before) && sql.endsWith(after) ? sql.slice(before.length, -after.length) : undefined;
}
