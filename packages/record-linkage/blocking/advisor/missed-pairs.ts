import { keyOf } from '../../model/expression.ts';
import type { BlockingRule } from '../../model/model.ts';
import { blocksOf, findsByKeys, type Blocking } from '../blocks.ts';

/** Pairs taken for links, and how surely; those that any rule found. */
export type TakenForLinks = {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** the probability that the pair is of one person; 1 for each where it is left out */
  readonly probability?: Float64Array;
};

/** What rules together are thought to have missed. */
export type Missed = {
  /** links that at least one rule finds */
  readonly found: number;
  /** links that exactly one rule finds, and exactly two */
  readonly byOne: number;
  readonly byTwo: number;
  /** no fewer links are thought to be missed (Chao's lower bound) */
  readonly atLeast: number;
  /** by two rules that share no column, as if each found links whatever the other finds: the middle of all such pairs */
  readonly byIndependentRules: number | undefined;
  /** the share of all links that the rules find at best: found / (found + atLeast) */
  readonly coverage: number;
  readonly words: string;
};

/**
 * Estimates how many links blocking missed, as animals are counted by catching them twice: links that only one rule
 * finds, beside links that two find, say how many none finds. The bound holds also where some links are harder to find
 * than others; rules that share columns find the same links, which makes the true number larger still.
 * Source: A. Chao, Biometrics 43 (1987) 783-791 (bias-corrected); D. G. Chapman, University of California Publications
 * in Statistics 1 (1951) 131-160, for two rules.
 */
export function missedPairs(
  blocking: Pick<Blocking, 'records' | 'rules' | 'linkType'>,
  links: TakenForLinks,
): Missed {
  const { rules } = blocking;
  const found = new FoundByRules(blocking, links);
  const [byOne, byTwo] = [found.times[1] ?? 0, found.times[2] ?? 0];
  const sum = found.times.reduce((all, each) => all + each, 0) - (found.times[0] ?? 0);
  const atLeast = Math.max(0, (byOne * (byOne - 1)) / (2 * (byTwo + 1)));
  const estimates = rules.flatMap((rule, one) =>
    rules.slice(one + 1).flatMap((other, after) => {
      if (shareColumn(rule, other)) return [];
      const two = one + 1 + after;
      const both = found.together(one, two);
      if (both === 0) return [];
      const all = ((found.together(one, one) + 1) * (found.together(two, two) + 1)) / (both + 1) - 1;
      return [Math.max(0, all - sum)];
    }),
  );
  const coverage = sum === 0 ? 0 : sum / (sum + atLeast);
  return {
    found: sum,
    byOne,
    byTwo,
    atLeast,
    byIndependentRules: middle(estimates),
    coverage,
    words: wordsOn({ sum, byOne, byTwo, atLeast, coverage }),
  };
}

/** How often links are found by how many rules, and by which two together. */
class FoundByRules {
  readonly times: Float64Array;
  readonly #together: Float64Array;
  readonly #rules: number;

  constructor(blocking: Pick<Blocking, 'records' | 'rules' | 'linkType'>, links: TakenForLinks) {
    const blocks = blocksOf(blocking);
    const finds = blocking.rules.map((_, rule) => findsByKeys(blocks, rule));
    this.#rules = blocking.rules.length;
    this.times = new Float64Array(this.#rules + 1);
    this.#together = new Float64Array(this.#rules * this.#rules);
    const finders = new Int32Array(this.#rules);
    for (let pair = 0; pair < links.left.length; pair += 1) {
      const [left, right] = [links.left[pair] ?? 0, links.right[pair] ?? 0];
      let count = 0;
      for (let rule = 0; rule < this.#rules; rule += 1)
        if (finds[rule]?.(left, right)) {
          finders[count] = rule;
          count += 1;
        }
      this.#add(finders.subarray(0, count), links.probability?.[pair] ?? 1);
    }
  }

  /** Links that both rules find. */
  together(one: number, two: number): number {
    return this.#together[one * this.#rules + two] ?? 0;
  }

  #add(finders: Int32Array, share: number): void {
    this.times[finders.length] = (this.times[finders.length] ?? 0) + share;
    for (const one of finders)
      for (const two of finders) {
        const at = one * this.#rules + two;
        this.#together[at] = (this.#together[at] ?? 0) + share;
      }
  }
}

function shareColumn(one: BlockingRule, other: BlockingRule): boolean {
  const names = new Set(one.keys.flatMap((key) => namesIn(keyOf(key.left))));
  return other.keys.some((key) => namesIn(keyOf(key.left)).some((name) => names.has(name)));
}

/** The words of an expression that may be columns. */
function namesIn(key: string): string[] {
  return [...key.replace(/^[\w-]+:/u, '').matchAll(/[A-Za-z_]\w*(?!\s*\()/gu)].map(([name]) =>
    name.toLowerCase(),
  );
}

function middle(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((one, two) => one - two);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function wordsOn(of: {
  readonly sum: number;
  readonly byOne: number;
  readonly byTwo: number;
  readonly atLeast: number;
  readonly coverage: number;
}): string {
  const whole = (number: number): string => Math.round(number).toLocaleString('en-GB');
  if (of.sum === 0) return 'No links were found, so nothing can be said of links that were missed.';
  return `The rules found ${whole(of.sum)} links; ${whole(of.byOne)} of them by one rule alone, ${whole(of.byTwo)} by two. So at least ${whole(of.atLeast)} more are thought to be missed: the rules find at most ${(of.coverage * 100).toFixed(1)}% of all.`;
}
