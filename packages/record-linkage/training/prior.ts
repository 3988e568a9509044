import { forEachPair } from '../blocking/pairs.ts';
import type { BlockingRule, LinkType } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** The prior, and what it was reckoned from. */
export type Prior = {
  readonly prior: number;
  /** distinct pairs that the rules find */
  readonly found: number;
  /** all pairs that the link type asks about */
  readonly possible: number;
};

/** What the prior is reckoned from: near-certain rules, and the share of true pairs that they are thought to find. */
export type ForPrior = {
  readonly records: Records;
  readonly linkType: LinkType;
  readonly rules: readonly BlockingRule[];
  readonly recall: number;
};

/**
 * lambda from rules that nearly always mean one person: `(found / recall) / possible`, each pair counted once. Refuses
 * a recall that is no share above 0, and one that would make more pairs true than there are.
 */
export function priorFromRules({ records, linkType, rules, recall }: ForPrior): Result<Prior> {
  if (!(recall > 0 && recall <= 1))
    return refuse({
      reason: 'not-a-share',
      place: 'recall',
      words: `The recall is ${recall}. Give the share of true pairs that the rules find, above 0 and at most 1.`,
    });
  const possible = possiblePairs(records, linkType);
  let found = 0;
  forEachPair({ records, rules, linkType }, () => {
    found += 1;
  });
  if (found > possible * recall)
    return refuse({
      reason: 'too-many-pairs',
      place: 'recall',
      words: `The rules find ${found} of ${possible} possible pairs, more than the recall of ${recall} allows. Give stricter rules or a higher recall.`,
    });
  if (found === 0)
    return refuse({
      reason: 'no-pairs',
      place: 'prior rules',
      words: 'The rules for the prior find no pair. Give rules that find some, or a prior in the model.',
    });
  return done({ prior: found / recall / possible, found, possible });
}

/** How many pairs there are: n(n-1)/2, or those between different sources. */
export function possiblePairs(
  records: Pick<Records, 'count' | 'sourceOf' | 'sources'>,
  linkType: LinkType,
): number {
  const all = (records.count * (records.count - 1)) / 2;
  if (linkType !== 'link') return all;
  const sizes = new Float64Array(Math.max(1, records.sources.length));
  for (let record = 0; record < records.count; record += 1) {
    const source = records.sourceOf[record] ?? 0;
    sizes[source] = (sizes[source] ?? 0) + 1;
  }
  return all - sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
