import { purposes, type Purpose } from '#platform/access/purposes.ts';

/** A partnership's own decision on whether what was gathered for one purpose may be used for another. */
export type CompatibilityDecision = {
  gatheredFor: Purpose;
  usedFor: Purpose;
  compatible: boolean;
  words: string;
  decidedAt: Date;
  decidedByName: string;
};

/** Where the law itself has decided: the purpose, why, and where that stands. */
export type DecidedByLaw = { usedFor: Purpose; because: string; source: string };

/**
 * Purposes that the law itself calls compatible, whatever the information was gathered for. It is a short list on purpose,
 * to be looked at by a partnership's data protection officer.
 */
export const compatibleByLaw: readonly DecidedByLaw[] = [
  {
    usedFor: 'safeguarding',
    because: 'Keeping a child or somebody at risk safe is named in the law’s list.',
    source: 'UK GDPR Article 8A and Annex 2, as the Data (Use and Access) Act 2025 put them in',
  },
  {
    usedFor: 'compelled-by-law',
    because: 'A court or a law demands it, and it is signed off once.',
    source: 'UK GDPR Article 8A and Annex 2; the demand itself',
  },
  {
    usedFor: 'subject-rights',
    because: 'Answering somebody about themselves is a duty.',
    source: 'UK GDPR Articles 12 to 22',
  },
  {
    usedFor: 'complaint',
    because: 'Answering a complaint about data is a duty.',
    source: 'Data Protection Act 2018, section 164A',
  },
];

export type Compatibility =
  | { kind: 'same' }
  | { kind: 'by-law'; law: DecidedByLaw }
  | { kind: 'decided'; decision: CompatibilityDecision }
  | { kind: 'undecided' };

/** How two purposes stand to each other, by the law or the newest of a partnership's decisions. */
export function compatibilityOf(
  pair: { gatheredFor: Purpose; usedFor: Purpose },
  decisions: readonly CompatibilityDecision[],
): Compatibility {
  if (pair.gatheredFor === pair.usedFor) return { kind: 'same' };
  const law = compatibleByLaw.find(({ usedFor }) => usedFor === pair.usedFor);
  if (law) return { kind: 'by-law', law };
  const [newest] = decisions
    .filter((one) => one.gatheredFor === pair.gatheredFor && one.usedFor === pair.usedFor)
    .toSorted((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime());
  return newest ? { kind: 'decided', decision: newest } : { kind: 'undecided' };
}

/** Whether what was gathered for one purpose may be used for another. What nobody decided may not. */
export function isCompatible(found: Compatibility): boolean {
  if (found.kind === 'decided') return found.decision.compatible;
  return found.kind !== 'undecided';
}

/** Every pair of different purposes, in order: what a partnership may have to decide. */
export function pairsOfPurposes(): { gatheredFor: Purpose; usedFor: Purpose }[] {
  return purposes.flatMap((gatheredFor) =>
    purposes.filter((usedFor) => usedFor !== gatheredFor).map((usedFor) => ({ gatheredFor, usedFor })),
  );
}
