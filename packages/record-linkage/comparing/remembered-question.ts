import { missing } from './fields.ts';
import type { StagedQuestion } from './judge.ts';

/** Where the codes of the one column stand that a question reads, and how many values it has. */
export type OneColumn = { readonly words: Int32Array; readonly slot: number; readonly values: number };

/** The most answers that are remembered: 1 MB each question and thread. */
const mostEntries = 1 << 17;
/** More values than this, and a pair of them is no exact number. */
const mostValues = 1 << 24;

/**
 * A question that reads one column, that nothing can be said of where a value is missing, and whose first answer is
 * that both values are the same. It remembers the answers to pairs of values in a table of fixed size, so that letters
 * are seldom read twice.
 */
export function rememberedQuestion(question: StagedQuestion, of: OneColumn): StagedQuestion {
  if (of.values > mostValues) return question;
  const { words, slot, values } = of;
  let entries = 16;
  while (entries < values * values && entries < mostEntries) entries *= 2;
  // a pair of values and its answer are one number: (left * values + right) * 16 + answer + 1
  const known = new Float64Array(entries).fill(-1);
  const mask = entries - 1;
  const ask = (left: number, right: number): number => {
    const one = words[left + slot] ?? missing;
    const other = words[right + slot] ?? missing;
    if (one === missing || other === missing) return -1;
    if (one === other) return 0;
    const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b);
    const answer = (known[(mixed ^ (mixed >>> 15)) & mask] ?? -1) - (one * values + other) * 16;
    return answer >= 0 && answer < 16 ? answer - 1 : question.quick(left, right);
  };
  return {
    isQuick: false,
    quick: ask,
    full(left, right) {
      const asked = ask(left, right);
      if (asked >= -1) return asked;
      const answer = question.full(left, right);
      const one = words[left + slot] ?? missing;
      const other = words[right + slot] ?? missing;
      const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b);
      known[(mixed ^ (mixed >>> 15)) & mask] = (one * values + other) * 16 + answer + 1;
      return answer;
    },
  };
}
