import { keyOf } from '../../model/expression.ts';
import type { Expression, LinkType } from '../../model/model.ts';
import type { Records } from '../../records/records.ts';
import { columnOf } from '../../records/same-values.ts';
import { numberTuples, type Numbered } from '../tuples.ts';

/** A rule that asks the same of both records, and what it comes to. */
export type RuleCount = {
  readonly keys: readonly Expression[];
  /** pairs whose keys agree */
  readonly pairs: number;
  /** records that have every part of the key, of all */
  readonly records: number;
  readonly largestBlock: { readonly records: number; readonly pairs: number; readonly value: string };
};

/**
 * Counts exactly the pairs of every rule made of up to `most` of these expressions: from the sizes of blocks, so that
 * hundreds of rules take seconds. Rules that begin alike share the work of their beginning.
 */
export function countRules(
  records: Records,
  expressions: readonly Expression[],
  { linkType, most }: { readonly linkType: LinkType; readonly most: number },
): readonly RuleCount[] {
  const found: RuleCount[] = [];
  const extend = (
    before: { readonly keys: readonly Expression[]; readonly numbered: Numbered } | undefined,
    from: number,
  ): void => {
    for (let at = from; at < expressions.length; at += 1) {
      const expression = expressions[at];
      if (!expression) continue;
      const { codes, values } = columnOf(records, expression);
      const own = { codes, count: values.size };
      const numbered = before ? numberTuples(before.numbered, own) : own;
      const keys = [...(before?.keys ?? []), expression];
      found.push(countRule(records, keys, { numbered, linkType }));
      if (keys.length < most) extend({ keys, numbered }, at + 1);
    }
  };
  extend(undefined, 0);
  return found;
}

function countRule(
  records: Records,
  keys: readonly Expression[],
  { numbered, linkType }: { readonly numbered: Numbered; readonly linkType: LinkType },
): RuleCount {
  const between = linkType === 'link';
  const sources = between ? records.sources.length : 1;
  const sizes = new Int32Array(numbered.count * sources);
  const anyRecord = new Int32Array(numbered.count);
  let known = 0;
  for (let record = 0; record < records.count; record += 1) {
    const code = numbered.codes[record] ?? -1;
    if (code < 0) continue;
    const at = code * sources + (sources === 1 ? 0 : (records.sourceOf[record] ?? 0));
    sizes[at] = (sizes[at] ?? 0) + 1;
    anyRecord[code] = record;
    known += 1;
  }
  let pairs = 0;
  let largest = { code: -1, records: 0, pairs: 0 };
  for (let code = 0; code < numbered.count; code += 1) {
    const block = blockOf(sizes.subarray(code * sources, (code + 1) * sources), between);
    pairs += block.pairs;
    if (block.pairs > largest.pairs) largest = { code, ...block };
  }
  const value = largest.code < 0 ? '' : wordsOf(records, keys, anyRecord[largest.code] ?? 0);
  return {
    keys,
    pairs,
    records: known,
    largestBlock: { records: largest.records, pairs: largest.pairs, value },
  };
}

/** Pairs within a block of so many records by source; between sources alone, or all. */
function blockOf(sizes: Int32Array, between: boolean): { readonly records: number; readonly pairs: number } {
  let sum = 0;
  let pairs = 0;
  for (let source = 0; source < sizes.length; source += 1) {
    const size = sizes[source] ?? 0;
    pairs += between ? sum * size : (size * (size - 1)) / 2;
    sum += size;
  }
  return { records: sum, pairs };
}

function wordsOf(records: Records, keys: readonly Expression[], record: number): string {
  return keys
    .map((key) => {
      const { codes, values } = columnOf(records, key);
      return `${keyOf(key).replace(/^column:/u, '')} "${values.text(codes[record] ?? 0).slice(0, 60)}"`;
    })
    .join(', ');
}
