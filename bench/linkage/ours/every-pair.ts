import { keyOf, questionsOf, type LinkageModel, type Records } from '#packages/record-linkage';

/** How many pairs give each answer of one comparison: all pairs, and those of two different people. */
export type AnswersOfAll = { readonly all: Float64Array; readonly different: Float64Array };

/**
 * Asks every pair of records, by brute force over the distinct values of the one column that each comparison reads:
 * nothing is drawn, and nothing of what training does is used. `person` is the truth by record.
 */
export function askEveryPair(
  records: Records,
  model: LinkageModel,
  { columns, person }: { readonly columns: readonly string[]; readonly person: Int32Array },
): readonly AnswersOfAll[] {
  const questions = questionsOf(model, records);
  return columns.map((column, place) => {
    const question = questions[place] ?? (() => -1);
    const levels = model.comparisons[place]?.levels.length ?? 0;
    const all = answersByValue(recordsByValue(records, column), question, levels);
    const different = Float64Array.from(all);
    for (const [one, other] of pairsOfOnePerson(person)) {
      const answer = question(one, other);
      if (answer >= 0) different[answer] = (different[answer] ?? 0) - 1;
    }
    return { all, different };
  });
}

/** The records of each value of a column; those without one are left out. */
function recordsByValue(records: Records, column: string): readonly (readonly number[])[] {
  const codes = records.columns.get(keyOf({ column }))?.codes ?? new Int32Array();
  const by = new Map<number, number[]>();
  for (const [record, code] of codes.entries()) {
    if (code < 0) continue;
    const found = by.get(code);
    if (found) found.push(record);
    else by.set(code, [record]);
  }
  return [...by.values()];
}

function answersByValue(
  values: readonly (readonly number[])[],
  question: (left: number, right: number) => number,
  levels: number,
): Float64Array {
  const counts = new Float64Array(levels);
  const add = (answer: number, pairs: number): void => {
    if (answer >= 0) counts[answer] = (counts[answer] ?? 0) + pairs;
  };
  for (const [place, [first = 0, second, ...rest]] of values.entries()) {
    const size = 1 + (second === undefined ? 0 : 1) + rest.length;
    if (second !== undefined) add(question(first, second), (size * (size - 1)) / 2);
    for (let other = place + 1; other < values.length; other += 1) {
      const others = values[other];
      const right = others?.[0] ?? 0;
      const answer = first < right ? question(first, right) : question(right, first);
      add(answer, size * (others?.length ?? 0));
    }
  }
  return counts;
}

function* pairsOfOnePerson(person: Int32Array): Generator<readonly [number, number]> {
  const by = Map.groupBy(person.keys(), (record) => person[record] ?? -1);
  for (const [one, records] of by) {
    if (one < 0) continue;
    for (const [place, left] of records.entries())
      for (const right of records.slice(place + 1)) yield [left, right];
  }
}
