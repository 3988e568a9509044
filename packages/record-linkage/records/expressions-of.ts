import { keyOf } from '../model/expression.ts';
import type { Condition, Expression, LinkageModel } from '../model/model.ts';

/**
 * Everything that a model reads of one record, each expression once, in the order in which it is first named: by
 * comparisons, term frequencies and blocking rules. Columns named by `pair-sql` are among them.
 */
export function expressionsOf(model: Pick<LinkageModel, 'comparisons' | 'blockingRules'>): Expression[] {
  const found = new Map<string, Expression>();
  const add = (expression: Expression): void => {
    const key = keyOf(expression);
    if (!found.has(key)) found.set(key, expression);
  };
  for (const comparison of model.comparisons) {
    addCondition(comparison.nullWhen, add);
    for (const level of comparison.levels) {
      addCondition(level.when, add);
      if (level.termFrequency) add(level.termFrequency.column);
    }
  }
  for (const rule of model.blockingRules) {
    for (const key of rule.keys) {
      add(key.left);
      add(key.right);
    }
    if (rule.also) addCondition(rule.also, add);
  }
  return [...found.values()];
}

function addCondition(condition: Condition, add: (expression: Expression) => void): void {
  if (condition.is === 'all' || condition.is === 'any')
    for (const part of condition.of) addCondition(part, add);
  else if (condition.is === 'not') addCondition(condition.of, add);
  else if (condition.is === 'missing' || condition.is === 'value') add(condition.of);
  else if (condition.is === 'pair-sql') for (const column of columnsOfPairSql(condition.sql)) add({ column });
  else if (condition.is !== 'else') {
    add(condition.left);
    add(condition.right);
  }
}

/** The columns that SQL about two records names: `l.surname`, `r."surname"`, `"surname_l"` or `surname_r`. */
export function columnsOfPairSql(sql: string): string[] {
  const bare = sql.replaceAll(/'(?:[^']|'')*'/gu, "''");
  const dotted = [...bare.matchAll(/(?<![\w."])"?[lr]"?\.(?:"([^"]+)"|([A-Za-z_]\w*))/gu)];
  const ended = [...bare.matchAll(/"([^"]+)_[lr]"|(?<![\w."])([A-Za-z_]\w*)_[lr](?![\w"(])/gu)];
  return [...new Set([...dotted, ...ended].map((match) => match[1] ?? match[2] ?? ''))];
}
