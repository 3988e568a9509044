import { countPairs } from '../count-pairs.ts';
import type { Blocking } from '../blocks.ts';

/** What is thought of one rule. */
export type RuleAdvice = {
  readonly rule: string;
  readonly inBlocks: number;
  readonly first: number;
  readonly advice: 'keep' | 'drop' | 'narrow';
  readonly words: string;
};

/** More pairs for each record than this are too many for one rule. */
const mostForRecord = 200;

/** Says of each rule, in plain words, what it brings and costs: exact counts, in the order of the rules. */
export function adviseRules(blocking: Blocking): readonly RuleAdvice[] {
  const counted = countPairs(blocking);
  const records = blocking.records.count;
  return counted.rules.map(({ name, inBlocks, first }) => {
    const skipped = counted.skipped.filter((block) => block.rule === name);
    const { advice, words } = thought({ inBlocks, first, records });
    return {
      rule: name,
      inBlocks,
      first,
      advice: skipped.length > 0 ? 'narrow' : advice,
      words: [words, ...skipped.map((block) => block.words)].join(' '),
    };
  });
}

function thought(of: {
  readonly inBlocks: number;
  readonly first: number;
  readonly records: number;
}): Pick<RuleAdvice, 'advice' | 'words'> {
  const whole = (number: number): string => number.toLocaleString('en-GB');
  if (of.inBlocks === 0)
    return { advice: 'drop', words: 'It finds no pair: no two records agree in all of its columns.' };
  if (of.first === 0)
    return {
      advice: 'drop',
      words: `All of its ${whole(of.inBlocks)} pairs are found by earlier rules too; it can go.`,
    };
  const each = of.inBlocks / of.records;
  if (each > mostForRecord)
    return {
      advice: 'narrow',
      words: `It finds ${whole(of.inBlocks)} pairs, ${whole(Math.round(each))} for each record: add a column to it.`,
    };
  return {
    advice: 'keep',
    words: `It finds ${whole(of.inBlocks)} pairs, ${whole(of.first)} of which no earlier rule finds.`,
  };
}
