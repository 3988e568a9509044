import type { SkippedBlock } from '../blocking/blocks.ts';
import type { Row } from '../records/records-of.ts';
import { done, type Result } from '../result.ts';
import type { PairClass } from '../linking/judge-pairs.ts';
import type { Matching } from './matching.ts';
import { nameOf } from './names.ts';
import { recordOfRow } from './held/row-values.ts';
import type { State } from './state.ts';
import type { Named } from './store-words.ts';

/** A record that a row is like. */
export type Match = {
  readonly record: Named;
  readonly person: number;
  readonly weight: number;
  /** the weight, against brothers and sisters too where there are families */
  readonly score: number;
  readonly probability: number;
  readonly is: PairClass;
  /** the name of the first rule that found it */
  readonly rule: string;
  /** the answers, comparison by comparison: places of levels, -1 where nothing can be said */
  readonly answers: readonly number[];
};

/** Whom a row is like. */
export type LookedUp = {
  /** the person that the row's own source and id stand for already */
  readonly held?: number;
  /** the likeliest first */
  readonly matches: readonly Match[];
  readonly candidates: number;
  readonly passedOver: readonly SkippedBlock[];
};

/** Puts a row in, scores it, and takes it out again: so it is scored as it would be if it stayed. */
export function lookUp(
  of: { readonly state: State; readonly matching: Matching },
  row: Row,
  atLeast = of.matching.leastWeight,
): Result<LookedUp> {
  const { held, people } = of.state;
  const before = held.extent;
  try {
    const record = recordOfRow(held, row);
    if (!record.done) return record;
    const known = held.find(record.value.source, record.value.id);
    const own = held.add(record.value);
    const matches: Match[] = [];
    const { candidates, passedOver } = of.matching.match(own, atLeast, (pair) => {
      const other = pair.left === own ? pair.right : pair.left;
      if (other === known) return;
      const { weight, score, probability, is, answers } = pair;
      matches.push({
        record: nameOf(held, other),
        person: people.personOf(other),
        weight,
        score,
        probability,
        is,
        rule: held.shape.model.blockingRules[pair.rule]?.name ?? '',
        answers: [...answers],
      });
    });
    matches.sort((one, other) => other.score - one.score);
    return done({ ...(known < 0 ? {} : { held: people.personOf(known) }), matches, candidates, passedOver });
  } finally {
    held.keepFirst(before);
  }
}
