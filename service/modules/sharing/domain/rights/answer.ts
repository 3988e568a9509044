import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { SpanKind } from './personal-records.ts';
import type { FactField, FoundBy } from './propose-spans.ts';

/** Why words about somebody else are taken out, or left in: each decision has one. */
export const removeReasons = [
  'third-party-not-agreed',
  'another-child',
  'safe-address',
  'serious-harm',
  'told-in-confidence',
] as const;
export const keepReasons = [
  'professional',
  'they-agreed',
  'reader-knows-already',
  'is-the-reader',
  'nobody',
] as const;
export type RemoveReason = (typeof removeReasons)[number];
export type KeepReason = (typeof keepReasons)[number];

/** Why a whole fact is kept back. */
export const keepBackReasons = [
  'serious-harm',
  'another-persons',
  'told-in-confidence',
  'legal-advice',
  'prevents-crime-work',
] as const;
export type KeepBackReason = (typeof keepBackReasons)[number];

export type SpanDecision =
  | { decision: 'proposed' }
  | { decision: 'remove'; reason: RemoveReason; byName: string }
  | { decision: 'keep'; reason: KeepReason; byName: string };

export type GatheredSpan = {
  id: string;
  field: FactField;
  from: number;
  to: number;
  who: string;
  kind: SpanKind;
  foundBy: FoundBy;
} & SpanDecision;

/** A fact as it was gathered, with all that was decided of it. */
export type GatheredFact = {
  id: string;
  room: string;
  class: string;
  factId: string;
  title: string;
  words: string;
  whose: string;
  source: string;
  on: Day;
  fieldGroup: string;
  keptBack: KeepBackReason | undefined;
  spans: readonly GatheredSpan[];
};

/** Under what it stands who looked. */
export const whoLookedGroup = 'Who looked, and why';

/** What stands where words were. */
export const takenOut = '[taken out: this is about somebody else]';

/** One thing as it is given: what was taken out is not in it any more, anywhere. */
export type GivenFact = {
  title: string;
  words: string;
  whose: string;
  source: string;
  on: Day;
  fieldGroup: string;
  /** why something was taken out, in codes; never who or what it was */
  takenOut: readonly RemoveReason[];
};

export type Given = { facts: readonly GivenFact[]; keptBack: readonly KeepBackReason[] };

/** How much of an answer is still to be decided. */
export function undecided(facts: readonly GatheredFact[]): number {
  return facts
    .filter(({ keptBack }) => keptBack === undefined)
    .flatMap(({ spans }) => spans)
    .filter(({ decision }) => decision === 'proposed').length;
}

/**
 * What leaves: a fact that is kept back is not in it, and of the others everything that is to be removed is cut out of the
 * text itself. What nobody decided is cut out too: an answer with such is never signed, but a preview of it never says more
 * than the answer would.
 */
export function givenOf(facts: readonly GatheredFact[]): Given {
  const given = facts.filter(({ keptBack }) => keptBack === undefined);
  return {
    facts: given.map(givenFact).toSorted((a, b) => compareDays(a.on, b.on)),
    keptBack: facts.flatMap(({ keptBack }) => (keptBack === undefined ? [] : [keptBack])),
  };
}

function givenFact(fact: GatheredFact): GivenFact {
  const cut = (field: FactField, text: string) =>
    withoutSpans(
      text,
      fact.spans.filter((span) => span.field === field && span.decision !== 'keep'),
    );
  return {
    title: cut('title', fact.title),
    words: cut('words', fact.words),
    whose: cut('whose', fact.whose),
    source: cut('source', fact.source),
    fieldGroup: cut('field_group', fact.fieldGroup),
    on: fact.on,
    takenOut: [...new Set(fact.spans.flatMap((span) => (span.decision === 'remove' ? [span.reason] : [])))],
  };
}

/** A text without these stretches, and a mark where each was. */
export function withoutSpans(text: string, spans: readonly { from: number; to: number }[]): string {
  let left = '';
  let at = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (to <= at) continue;
    if (from > at || at === 0) left += text.slice(at, Math.max(at, from)) + takenOut;
    at = to;
  }
  return left + text.slice(at);
}
