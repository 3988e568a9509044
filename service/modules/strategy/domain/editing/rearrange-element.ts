import { moveElement, tieElement, untieElement, type Edited, type ElementTie, type Place } from '../edit.ts';
import type { FrameworkDocument } from '../framework-document.ts';

export type Arrangement = {
  key: string;
  tier: string;
  /** left out where the element stays where it is among its tier's others */
  place?: Place | undefined;
  /** all that it serves, element by element */
  serves: readonly string[];
  /** the tiers of which it serves every element */
  servesTiers: readonly string[];
};

/** Puts an element where a person says: its tier, its place in it, all that it serves. Old ties go before new ones come. */
export function rearrangeElement(document: FrameworkDocument, arrangement: Arrangement): Edited {
  const { key, tier, place } = arrangement;
  const before = document.elements.find((element) => element.key === key);
  const moves = before?.tier !== tier || place !== undefined;
  let next = moveElement(document, {
    key,
    ...(moves ? { tier } : {}),
    ...(place === undefined ? {} : { place }),
  });
  if (!before) return next;
  const old = tiesOf(before);
  const wanted = tiesOf(arrangement);
  for (const tie of old.filter((one) => !holds(wanted, one)))
    if (next.done) next = untieElement(next.value, { key, from: tie });
  for (const tie of wanted.filter((one) => !holds(old, one)))
    if (next.done) next = tieElement(next.value, { key, tie });
  return next;
}

type Tie = Extract<ElementTie, { key: string }>;

function tiesOf(from: { serves: readonly string[]; servesTiers: readonly string[] }): Tie[] {
  return [
    ...[...new Set(from.serves)].map((key): Tie => ({ to: 'element', key })),
    ...[...new Set(from.servesTiers)].map((key): Tie => ({ to: 'tier', key })),
  ];
}

function holds(ties: readonly Tie[], wanted: Tie): boolean {
  return ties.some(({ to, key }) => to === wanted.to && key === wanted.key);
}
