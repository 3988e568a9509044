import { keyOf } from '../model/expression.ts';
import type { Comparison, Condition, Expression } from '../model/model.ts';
import { columnOf } from '../records/same-values.ts';
import { leavesOf, missing } from './fields.ts';
import { isQuick, open, yes, type Ask, type StagedQuestion } from './judge.ts';
import { judgeOf, type Ground } from './judge-of.ts';
import { rememberedQuestion } from './remembered-question.ts';

/** A comparison made ready to be asked. */
export function stagedQuestion(comparison: Comparison, ground: Ground): StagedQuestion {
  const levels = comparison.levels.map(({ when }) => stepOf(when, ground));
  const nullWhen = judgeOf(comparison.nullWhen, ground);
  const nullSlot = slotOfMissing(comparison.nullWhen, ground);
  const full = askSteps(
    { ...ground.fields, nullSlot, ofNull: nullWhen.full },
    levels.map((step) => step.full),
  );
  if (isQuick(nullWhen) && levels.every((step) => step.isQuick)) return { quick: full, full, isQuick: true };
  const quick = askSteps(
    { ...ground.fields, nullSlot, ofNull: nullWhen.quick },
    levels.map((step) => step.quick),
  );
  const question = { quick, full, isQuick: false };
  const column = onlyColumn(comparison);
  if (!column || comparison.levels.length > 14) return question;
  return rememberedQuestion(question, {
    words: ground.fields.words,
    slot: ground.fields.slots.get(keyOf(column)) ?? 0,
    values: columnOf(ground.records, column).values.size,
  });
}

/** A level as it is asked: most ask whether two codes of one slot are equal, which needs no call. */
type Asked = { readonly slot: number; readonly ask: Ask };

function stepOf(
  when: Condition,
  ground: Ground,
): { readonly quick: Asked; readonly full: Asked; readonly isQuick: boolean } {
  const judge = judgeOf(when, ground);
  const isEqual = when.is === 'equal' && keyOf(when.left) === keyOf(when.right);
  const slot = isEqual ? (ground.fields.slots.get(keyOf(when.left)) ?? -1) : -1;
  return {
    quick: { slot, ask: judge.quick },
    full: { slot, ask: judge.full },
    isQuick: isQuick(judge),
  };
}

/** The slot whose missing value is all that a condition asks about; -1 where it asks more. */
function slotOfMissing(when: Condition, ground: Ground): number {
  return when.is === 'missing' ? (ground.fields.slots.get(keyOf(when.of)) ?? -1) : -1;
}

function askSteps(
  of: { readonly words: Int32Array; readonly nullSlot: number; readonly ofNull: Ask },
  steps: readonly Asked[],
): Ask {
  const { words, nullSlot, ofNull } = of;
  const slots = Int32Array.from(steps, (step) => step.slot);
  const asks = steps.map((step) => step.ask);
  const count = steps.length;
  return (left, right) => {
    if (nullSlot >= 0) {
      if (words[left + nullSlot] === missing || words[right + nullSlot] === missing) return -1;
    } else {
      const isNull = ofNull(left, right);
      if (isNull === yes) return -1;
      if (isNull === open) return -2 - count;
    }
    for (let level = 0; level < count; level += 1) {
      const slot = slots[level] ?? -1;
      if (slot >= 0) {
        const code = words[left + slot];
        if (code === words[right + slot] && code !== missing) return level;
      } else {
        const said = asks[level]?.(left, right);
        if (said === yes) return level;
        if (said === open) return -2 - level;
      }
    }
    return -1;
  };
}

/**
 * The one column that a comparison reads, where a missing value says nothing and equal values are the first answer;
 * none where it is otherwise.
 */
function onlyColumn({ nullWhen, levels }: Comparison): Expression | undefined {
  const first = levels[0]?.when;
  if (nullWhen.is !== 'missing' || first?.is !== 'equal') return undefined;
  const key = keyOf(nullWhen.of);
  const read = levels.flatMap(({ when }) => leavesOf(when)).flatMap(expressionsOfLeaf);
  return read.every((expression) => keyOf(expression) === key) ? nullWhen.of : undefined;
}

function expressionsOfLeaf(leaf: Condition): readonly Expression[] {
  if (leaf.is === 'missing' || leaf.is === 'value') return [leaf.of];
  return 'left' in leaf ? [leaf.left, leaf.right] : [];
}
