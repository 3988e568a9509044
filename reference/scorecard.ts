import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { knownMeasures, measureTopics } from './measures.ts';
import type { Measure, Measures, MeasureTopic } from './measures.ts';

/** A topic of the scorecard with its measures, in the order in which people read them. */
export type ScorecardGroup = {
  readonly topic: MeasureTopic;
  readonly title: string;
  readonly measures: readonly Measure[];
};

const group = z.strictObject({
  topic: z.string(),
  title: z.string().min(1),
  measures: z.array(z.string()).min(1),
});

/**
 * Reads a scorecard in the shape of `scorecard.yaml`: topics with LAIT codes.
 * @throws an Error on an unknown topic, a measure that is not written down, and a measure named twice
 */
export function readScorecard(text: string, measures: Measures): readonly ScorecardGroup[] {
  const named = new Set<string>();
  return z
    .array(group)
    .parse(parse(text, { maxAliasCount: 0 }))
    .map((each) => {
      const topic = measureTopics.find((known) => known === each.topic);
      if (!topic) throw new Error(`scorecard: ${each.topic} is not a topic`);
      return {
        topic,
        title: each.title,
        measures: each.measures.map((code) => measureNamed(code, measures, named)),
      };
    });
}

let own: readonly ScorecardGroup[] | undefined;

/** The standard children's scorecard: sixty measures, read once from `scorecard.yaml` beside this file. */
export function standardScorecard(): readonly ScorecardGroup[] {
  own ??= readScorecard(readFileSync(new URL('scorecard.yaml', import.meta.url), 'utf8'), knownMeasures());
  return own;
}

function measureNamed(code: string, measures: Measures, named: Set<string>): Measure {
  const measure = measures.find('lait', code);
  if (!measure) throw new Error(`scorecard: ${code} is not written down`);
  if (named.has(code)) throw new Error(`scorecard: ${code} is named twice`);
  named.add(code);
  return measure;
}
