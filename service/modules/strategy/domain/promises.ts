import type { ElementDocument, FrameworkDocument } from './framework-document.ts';

/** One promise as a front page tells it. */
export type Promised = Pick<ElementDocument, 'key' | 'label' | 'statement'>;

/**
 * What a framework promises, at most eight: the elements it names as its way in, or else its outcomes, or else its
 * priorities.
 */
export function promises(document: FrameworkDocument): {
  vision: Promised | undefined;
  promised: readonly Promised[];
} {
  const ofRole = (role: string) => {
    const tiers = new Set(document.tiers.filter((tier) => tier.role === role).map(({ key }) => key));
    return document.elements.filter(({ tier }) => tiers.has(tier));
  };
  const named = document.wayIn.flatMap(
    (key) => document.elements.find((element) => element.key === key) ?? [],
  );
  const [chosen = []] = [named, ofRole('outcome'), ofRole('priority')].filter((some) => some.length > 0);
  return { vision: ofRole('vision')[0], promised: chosen.slice(0, 8) };
}
