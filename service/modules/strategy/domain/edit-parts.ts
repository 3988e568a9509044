import { refuse } from '#platform/kernel/outcome.ts';
import { settled } from './edit.ts';
import type { Edited } from './edit.ts';
import type { FrameworkDocument, PassageDocument, TierDocument } from './framework-document.ts';

/** The fields of a framework itself that a person writes. Its status has acts of its own: see publishing. */
export type WholeWords = Partial<
  Pick<
    FrameworkDocument,
    | 'name'
    | 'partnership'
    | 'areas'
    | 'footprint'
    | 'period'
    | 'periodStatements'
    | 'source'
    | 'targetsShown'
    | 'wayIn'
  >
>;

export function changeWhole(document: FrameworkDocument, words: WholeWords): Edited {
  return settled({ ...document, ...words });
}

/** Adds a tier after another one, or at the end. */
export function addTier(
  document: FrameworkDocument,
  { tier, after }: { tier: TierDocument; after?: string },
): Edited {
  const index = document.tiers.findIndex(({ key }) => key === after);
  return settled({
    ...document,
    tiers: document.tiers.toSpliced(index < 0 ? document.tiers.length : index + 1, 0, tier),
  });
}

export type TierWords = Partial<Pick<TierDocument, 'name' | 'plural' | 'role' | 'note' | 'line'>>;

export function changeTier(
  document: FrameworkDocument,
  { key, words }: { key: string; words: TierWords },
): Edited {
  if (!document.tiers.some((tier) => tier.key === key)) return refuse({ reason: 'tier-missing', key });
  return settled({
    ...document,
    tiers: document.tiers.map((tier) => (tier.key === key ? { ...tier, ...words } : tier)),
  });
}

/** Moves a tier to stand after another one, or first. */
export function moveTier(
  document: FrameworkDocument,
  { key, after }: { key: string; after?: string },
): Edited {
  const tier = document.tiers.find((one) => one.key === key);
  if (!tier) return refuse({ reason: 'tier-missing', key });
  const others = document.tiers.filter((one) => one !== tier);
  const index = after === undefined ? -1 : others.findIndex((one) => one.key === after);
  if (after !== undefined && index < 0) return refuse({ reason: 'tier-missing', key: after });
  return settled({ ...document, tiers: others.toSpliced(index + 1, 0, tier) });
}

/** Takes a tier out. Refused while it holds elements. */
export function removeTier(document: FrameworkDocument, key: string): Edited {
  if (!document.tiers.some((tier) => tier.key === key)) return refuse({ reason: 'tier-missing', key });
  const count = document.elements.filter(({ tier }) => tier === key).length;
  if (count > 0) return refuse({ reason: 'tier-in-use', count });
  const elements = document.elements.map((element) => ({
    ...element,
    servesTiers: element.servesTiers.filter((tier) => tier !== key),
  }));
  return settled({ ...document, elements, tiers: document.tiers.filter((tier) => tier.key !== key) });
}

type Keyed = { key: string };

/** Puts an item in place of the one with its key, or at the end where there is none. */
function kept<Item extends Keyed>(items: readonly Item[], item: Item): Item[] {
  const index = items.findIndex(({ key }) => key === item.key);
  return index < 0 ? [...items, item] : items.with(index, item);
}

export function keepOwner(document: FrameworkDocument, owner: FrameworkDocument['owners'][number]): Edited {
  return settled({ ...document, owners: kept(document.owners, owner) });
}

/** Takes an owner out, and their name from everything that they owned. */
export function removeOwner(document: FrameworkDocument, key: string): Edited {
  if (!document.owners.some((owner) => owner.key === key)) return refuse({ reason: 'owner-missing', key });
  const owners = document.owners
    .filter((owner) => owner.key !== key)
    .map((owner) => (owner.partOf === key ? { ...owner, partOf: undefined } : owner));
  const elements = document.elements.map((element) => ({
    ...element,
    owners: element.owners.filter((owner) => owner !== key),
  }));
  return settled({ ...document, owners, elements });
}

export function keepOrganisation(
  document: FrameworkDocument,
  organisation: FrameworkDocument['organisations'][number],
): Edited {
  return settled({ ...document, organisations: kept(document.organisations, organisation) });
}

/** Takes an organisation out, and its name from everything that it works on. */
export function removeOrganisation(document: FrameworkDocument, key: string): Edited {
  if (!document.organisations.some((one) => one.key === key))
    return refuse({ reason: 'organisation-missing', key });
  const elements = document.elements.map((element) => ({
    ...element,
    organisations: element.organisations.filter((organisation) => organisation !== key),
  }));
  return settled({
    ...document,
    elements,
    organisations: document.organisations.filter((organisation) => organisation.key !== key),
  });
}

/** A foreword, a need, a piece of evidence, a look back: added, or changed where its key is known. */
export function keepPassage(document: FrameworkDocument, passage: PassageDocument): Edited {
  return settled({ ...document, passages: kept(document.passages, passage) });
}

export function removePassage(document: FrameworkDocument, key: string): Edited {
  return settled({ ...document, passages: document.passages.filter((passage) => passage.key !== key) });
}

/** Says plainly that nothing answers an element, and what would. */
export function keepUnanswered(
  document: FrameworkDocument,
  said: FrameworkDocument['unanswered'][number],
): Edited {
  const others = document.unanswered.filter(({ element }) => element !== said.element);
  return settled({ ...document, unanswered: [...others, said] });
}
