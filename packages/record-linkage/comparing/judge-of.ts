import { agreements } from '../fields/agreements.ts';
import { keyOf } from '../model/expression.ts';
import type { Condition, Expression } from '../model/model.ts';
import type { Column, Records } from '../records/records.ts';
import { columnOf } from '../records/same-values.ts';
import { numberOf, secondsOf } from '../similarity/amounts.ts';
import type { Compare } from '../similarity/compare.ts';
import { missing, translatedKey, type Fields } from './fields.ts';
import { all, any, neither, no, not, open, quickJudge, yes, type Ask, type Judge } from './judge.ts';
import { editsJudge, similarJudge, type Measured } from './measures.ts';
import { remembered } from './pair-cache.ts';
import type { PairSql } from './pair-sql.ts';
import { sharedValues } from './values-in-both.ts';

/** What conditions are asked of: records, their codes side by side, and the measures that several conditions share. */
export type Ground = {
  /** their columns' values; codes are read of the fields */
  readonly records: Pick<Records, 'columns'>;
  readonly fields: Fields;
  /** what a letter is to similarities: a letter, or a byte of UTF-8 as in DuckDB */
  readonly counts: 'letters' | 'bytes';
  readonly measures: Map<string, Compare>;
  /** answers SQL about two records; without it such SQL cannot be asked */
  readonly pairSql?: PairSql | undefined;
};

type TwoSided = Extract<Condition, { readonly left: Expression }>;

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
      return judgeTwo(condition, ground);
  }
}

function judgeTwo(condition: Exclude<TwoSided, { readonly is: 'equal' }>, ground: Ground): Judge {
  switch (condition.is) {
    case 'similar':
      return similarJudge(condition, measured(condition, ground));
    case 'edits':
      return editsJudge(condition, measured(condition, ground));
    case 'days-apart':
      return quickJudge(apartAsk(condition, { ground, amountOf: secondsOf }));
    case 'numbers-apart':
      return quickJudge(apartAsk(condition, { ground, amountOf: numberOf }));
    case 'shared':
      return countJudge(measured(condition, ground), condition.atLeast);
    case 'agree':
      return agreeJudge(condition, measured(condition, ground));
  }
}

function sqlAsk(sql: string, { pairSql }: Ground): Ask {
  if (!pairSql) throw new Error(`only scorePairs asks SQL about two records: ${sql}`);
  return pairSql.ask(sql);
}

function slotOf(ground: Ground, key: string): number {
  const slot = ground.fields.slots.get(key);
  if (slot === undefined) throw new Error(`no codes were laid out for ${key}`);
  return slot;
}

function measured(condition: TwoSided, ground: Ground): Measured {
  const { left, right } = condition;
  return {
    left: columnOf(ground.records, left).values,
    right: columnOf(ground.records, right).values,
    leftSlot: slotOf(ground, keyOf(left)),
    rightSlot: slotOf(ground, keyOf(right)),
    words: ground.fields.words,
    counts: ground.counts,
    shared: (name, make) => {
      const key = `${name} of ${keyOf(left)} and ${keyOf(right)}`;
      const known = ground.measures.get(key) ?? make();
      ground.measures.set(key, known);
      return known;
    },
  };
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

function apartAsk(
  condition: Extract<Condition, { readonly is: 'days-apart' | 'numbers-apart' }>,
  { ground, amountOf }: { readonly ground: Ground; readonly amountOf: (text: string) => number | undefined },
): Ask {
  const { words } = ground.fields;
  const leftSlot = slotOf(ground, keyOf(condition.left));
  const rightSlot = slotOf(ground, keyOf(condition.right));
  const ofLeft = amounts(columnOf(ground.records, condition.left), amountOf);
  const ofRight = amounts(columnOf(ground.records, condition.right), amountOf);
  const { atMost } = condition;
  return (left, right) => {
    const one = words[left + leftSlot] ?? missing;
    const other = words[right + rightSlot] ?? missing;
    if (one === missing || other === missing) return neither;
    const apart = (ofLeft[one] ?? 0) - (ofRight[other] ?? 0);
    if (Number.isNaN(apart)) return neither;
    return Math.abs(apart) <= atMost ? yes : no;
  };
}

function amounts(column: Column, amountOf: (text: string) => number | undefined): Float64Array {
  return Float64Array.from(
    { length: column.values.size },
    (_, code) => amountOf(column.values.text(code)) ?? NaN,
  );
}

function countJudge(of: Measured, atLeast: number): Judge {
  const measure = of.shared('shared', () =>
    remembered(sharedValues(of.left, of.right), of.left.size * of.right.size),
  );
  return codesJudge(of, (left, right) => (measure(left, right) >= atLeast ? yes : no));
}

function agreeJudge(condition: Extract<Condition, { readonly is: 'agree' }>, of: Measured): Judge {
  const agree = agreements.get(condition.by);
  if (!agree) throw new Error(`there is no agreement called ${condition.by}`);
  const measure = of.shared(`agree ${condition.by}`, () =>
    remembered(
      (left, right) => (agree(of.left.text(left), of.right.text(right)) ? yes : no),
      of.left.size * of.right.size,
    ),
  );
  return codesJudge(of, measure);
}

/** A judge of two codes that are there; open until letters are looked at. */
function codesJudge(of: Measured, ask: Compare): Judge {
  const { words, leftSlot, rightSlot } = of;
  const isMissing = (left: number, right: number): boolean =>
    words[left + leftSlot] === missing || words[right + rightSlot] === missing;
  return {
    quick: (left, right) => (isMissing(left, right) ? neither : open),
    full: (left, right) =>
      isMissing(left, right) ? neither : ask(words[left + leftSlot] ?? 0, words[right + rightSlot] ?? 0),
  };
}
