import type { Expression } from '../model/model.ts';

/** The columns of the records that an expression reads, in small letters; those of SQL by its names. */
export function columnsRead(expression: Expression): readonly string[] {
  if (!('sql' in expression)) return [expression.column.toLowerCase()];
  const bare = expression.sql.replaceAll(/'(?:[^']|'')*'/gu, ' ');
  const quoted = [...bare.matchAll(/"([^"]+)"/gu)].map((match) => match[1] ?? '');
  const names = [
    ...bare.replaceAll(/"[^"]+"/gu, ' ').matchAll(/[\p{L}_][\p{L}\p{N}_]*(?!\s*\(|[\p{L}\p{N}_])/gu),
  ].map((match) => match[0]);
  return [...quoted, ...names].map((name) => name.toLowerCase());
}
