import { conditionOf } from '../../comparing/condition-of.ts';
import { batchSize } from '../../comparing/pairs.ts';
import { fieldsOfModel } from '../../comparing/question.ts';
import { KeptPairs, type ScoredBatch } from '../../scoring/kept-pairs.ts';
import { Scorer } from '../../scoring/scorer.ts';
import type { HeldPairs } from './candidates.ts';
import type { Gathered, Gatherer } from './gathered.ts';
import type { Held } from './held.ts';

/** Scores pairs of a store by the engine: kept pairs in the numbers of the store, and how many there were, each once. */
export function scoreHeld(
  of: { readonly held: Held; readonly gatherer: Gatherer },
  pairs: HeldPairs,
): { readonly kept: ScoredBatch; readonly candidates: number } {
  const { model } = of.held.shape;
  const gathered = of.gatherer.gather(pairs);
  const { records, frequencies, numbers } = gathered;
  const rules = rulesOf(of.held, gathered, pairs);
  const scorer = new Scorer({
    model,
    records,
    fields: fieldsOfModel({ comparisons: model.comparisons }, records),
    frequencies,
    atLeast: pairs.atLeast,
    // hardly two pairs of a few new records ask of the same two values, so that answers are not worth remembering
    asksOnce: true,
  });
  const kept = new KeptPairs(model.comparisons.length);
  let candidates = 0;
  for (let rule = 0; rule < model.blockingRules.length; rule += 1) {
    const { left, right } = pairsOfRule(gathered, rules, rule);
    kept.rule = rule;
    for (let from = 0; from < left.length; from += batchSize) {
      const batch = {
        left: left.subarray(from, from + batchSize),
        right: right.subarray(from, from + batchSize),
      };
      scorer.score(batch, batch.left.length, kept);
    }
    candidates += left.length;
  }
  const batch = kept.take();
  for (const side of [batch.left, batch.right])
    for (let pair = 0; pair < batch.count; pair += 1) side[pair] = numbers[side[pair] ?? 0] ?? 0;
  return { kept: batch, candidates };
}

function pairsOfRule(
  { left, right }: Gathered,
  rules: Int16Array,
  rule: number,
): { readonly left: Int32Array; readonly right: Int32Array } {
  let count = 0;
  for (let pair = 0; pair < rules.length; pair += 1) if (rules[pair] === rule) count += 1;
  const batch = { left: new Int32Array(count), right: new Int32Array(count) };
  for (let pair = 0, at = 0; pair < rules.length; pair += 1) {
    if (rules[pair] !== rule) continue;
    batch.left[at] = left[pair] ?? 0;
    batch.right[at] = right[pair] ?? 0;
    at += 1;
  }
  return batch;
}

/** By pair, the first rule that holds of it altogether; -1 where none does, or the pair stands there before. */
function rulesOf(held: Held, { records, left, right }: Gathered, pairs: HeldPairs): Int16Array {
  const { blockingRules, counts = 'letters' } = held.shape.model;
  const rules = Int16Array.from(pairs.rule.all.subarray(0, pairs.rule.size));
  if (!held.asksMore) return rules;
  const asks = blockingRules.map(({ also }) => (also ? conditionOf(records, also, counts) : undefined));
  const found = new Set<number>();
  for (let pair = 0; pair < rules.length; pair += 1) {
    const [one, other] = [left[pair] ?? 0, right[pair] ?? 0];
    const name = one * records.count + other;
    const ask = asks[rules[pair] ?? 0];
    if (found.has(name) || (ask && !ask(one, other))) rules[pair] = -1;
    else found.add(name);
  }
  return rules;
}
