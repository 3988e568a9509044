import type { Expression } from './model.ts';

/** One text for one expression: equal expressions have equal keys. */
export function keyOf(expression: Expression): string {
  if ('sql' in expression) return `sql:${expression.sql}`;
  return 'cleanedBy' in expression
    ? `${expression.cleanedBy}:${expression.column}`
    : `column:${expression.column}`;
}
