import { keyOf } from '../model/expression.ts';
import type { Condition, Expression } from '../model/model.ts';
import type { Column, Records } from '../records/records.ts';
import { columnOf } from '../records/same-values.ts';
import { missing, translatedKey, type Fields } from './fields.ts';
import { all, any, neither, no, not, open, quickJudge, yes, type Ask, type Judge } from './judge.ts';
import { measureName, measureOf, thresholdOf, type Measure, type Measured } from './measures/measures.ts';
import type { PairSql } from './pair-sql.ts';
import { roomForPairs, type MeasureAll } from './measures/value-pairs.ts';

/** What conditions are asked of: records, their codes side by side, and the measures that several conditions share. */
export type Ground = {
  /** their columns' values; codes are read of the fields */
  readonly records: Pick<Records, 'columns'>;
  readonly fields: Fields;
  /** what a letter is to similarities: a letter, or a byte of UTF-8 as in DuckDB */
  readonly counts: 'letters' | 'bytes';
  readonly measures: Map<string, Measure>;
  /** pairs of values are asked once, so that no answer need be remembered */
  readonly asksOnce?: boolean;
  /** answers SQL about two records; without it such SQL cannot be asked */
  readonly pairSql?: PairSql | undefined;
};

/** A condition as the engine asks it: from codes where they say enough, else to the letters. */
export function judgeOf(condition: Condition, ground: Ground): Judge {
  switch (condition.is) {
    case 'else':
      return quickJudge(() => yes);
    case 'all':
      return all(condition.of.map((part) => judgeOf(part, ground)));
    case 'any':
      return any(condition.of.map((part) => judgeOf(part, ground)));
    case 'not':
      return not(judgeOf(condition.of, ground));
    case 'missing':
      return quickJudge(missingAsk(condition.of, ground));
    case 'value':
      return quickJudge(valueAsk(condition, ground));
    case 'equal':
      return quickJudge(equalAsk(condition, ground));
    case 'pair-sql':
      return quickJudge(sqlAsk(condition.sql, ground));
    default:
      return measuredJudge(condition, ground);
  }
}

function sqlAsk(sql: string, { pairSql }: Ground): Ask {
  if (!pairSql) throw new Error(`only scorePairs asks SQL about two records: ${sql}`);
  return pairSql.ask(sql);
}

/** Where the codes of an expression stand. */
export function slotOf(ground: Ground, key: string): number {
  const slot = ground.fields.slots.get(key);
  if (slot === undefined) throw new Error(`no codes were laid out for ${key}`);
  return slot;
}

/** What a condition measures, where the codes stand that it measures, and what it asks for at least. */
export type Measuring = {
  /** the same for conditions that take the same measure of the same columns */
  readonly name: string;
  readonly measure: Measure;
  readonly leftSlot: number;
  readonly rightSlot: number;
  readonly atLeast: number;
};

/** A condition's measure, made once for all conditions that take it. */
export function measuringOf(condition: Measured, ground: Ground): Measuring {
  const { left, right } = condition;
  const name = `${measureName(condition)} of ${keyOf(left)} and ${keyOf(right)}`;
  const measure =
    ground.measures.get(name) ??
    measureOf(condition, {
      left: columnOf(ground.records, left).values,
      right: columnOf(ground.records, right).values,
      counts: ground.counts,
      asksOnce: ground.asksOnce ?? false,
    });
  ground.measures.set(name, measure);
  return {
    name,
    measure,
    leftSlot: slotOf(ground, keyOf(left)),
    rightSlot: slotOf(ground, keyOf(right)),
    atLeast: thresholdOf(condition),
  };
}

/** A bound says no where it is below what is asked for, and else leaves it open. */
function measuredJudge(condition: Measured, ground: Ground): Judge {
  const { words } = ground.fields;
  const { measure, leftSlot, rightSlot, atLeast } = measuringOf(condition, ground);
  const pair = roomForPairs(1);
  pair.count = 1;
  const close = new Float64Array(1);
  const askOf =
    (measureAll: MeasureAll, reached: number): Ask =>
    (left, right) => {
      pair.left[0] = words[left + leftSlot] ?? missing;
      pair.right[0] = words[right + rightSlot] ?? missing;
      if (pair.left[0] === missing || pair.right[0] === missing) return neither;
      measureAll(pair, close);
      const [value = NaN] = close;
      if (value >= atLeast) return reached;
      return Number.isNaN(value) ? neither : no;
    };
  const full = askOf(measure.value, yes);
  return measure.value === measure.bound ? quickJudge(full) : { quick: askOf(measure.bound, open), full };
}

/** Missing on either side. */
function missingAsk(of: Expression, ground: Ground): Ask {
  const { words } = ground.fields;
  const slot = slotOf(ground, keyOf(of));
  return (left, right) => (words[left + slot] === missing || words[right + slot] === missing ? yes : no);
}

function equalAsk(condition: Extract<Condition, { readonly is: 'equal' }>, ground: Ground): Ask {
  const { words } = ground.fields;
  const { left, right } = condition;
  const leftSlot = slotOf(ground, keyOf(left));
  const rightSlot = slotOf(ground, keyOf(left) === keyOf(right) ? keyOf(right) : translatedKey(left, right));
  return (l, r) => {
    const one = words[l + leftSlot];
    const other = words[r + rightSlot];
    if (one === missing || other === missing) return neither;
    return one === other ? yes : no;
  };
}

function valueAsk(condition: Extract<Condition, { readonly is: 'value' }>, ground: Ground): Ask {
  const { words } = ground.fields;
  const slot = slotOf(ground, keyOf(condition.of));
  const wanted = codeOfText(columnOf(ground.records, condition.of), condition.text);
  const one = (at: number): number => {
    const code = words[at + slot];
    if (code === missing) return neither;
    return code === wanted ? yes : no;
  };
  if (condition.side === 'left') return (left) => one(left);
  if (condition.side === 'right') return (_, right) => one(right);
  return (left, right) => {
    const [ofLeft, ofRight] = [one(left), one(right)];
    return ofLeft === no || ofRight === no ? no : Math.max(ofLeft, ofRight);
  };
}

/** The code of a text; one that no record has where it does not stand in the column. */
function codeOfText(column: Column, text: string): number {
  for (let code = 0; code < column.values.size; code += 1) if (column.values.text(code) === text) return code;
  return column.values.size;
}
