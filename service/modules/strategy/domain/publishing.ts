import { dayFrom } from '#platform/kernel/day.ts';
import type { Day } from '#platform/kernel/day.ts';
import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { FrameworkDocument } from './framework-document.ts';

export type AdoptRefusal =
  | { reason: 'already-adopted' }
  | { reason: 'framework-closed' }
  | { reason: 'nothing-in-it' }
  | { reason: 'period-over'; endedOn: Day };

/** A draft becomes the strategy. Loose ends do not stop it: an honest strategy may have some. A period that is over does. */
export function adopt(document: FrameworkDocument, today: Day): Outcome<FrameworkDocument, AdoptRefusal> {
  if (document.status === 'adopted') return refuse({ reason: 'already-adopted' });
  if (document.status === 'closed') return refuse({ reason: 'framework-closed' });
  if (document.elements.length === 0) return refuse({ reason: 'nothing-in-it' });
  const end = dayFrom(document.period.end ?? '');
  if (end && end < today) return refuse({ reason: 'period-over', endedOn: end });
  return done({ ...document, status: 'adopted' });
}

export type CloseRefusal = { reason: 'still-a-draft' } | { reason: 'framework-closed' };

/** A strategy whose time is over is closed: it stays to be read and looked back on, and is changed no more. */
export function close(document: FrameworkDocument): Outcome<FrameworkDocument, CloseRefusal> {
  if (document.status === 'draft') return refuse({ reason: 'still-a-draft' });
  if (document.status === 'closed') return refuse({ reason: 'framework-closed' });
  return done({ ...document, status: 'closed' });
}

export type Successor = { slug: string; name: string; period: FrameworkDocument['period'] };

/** The draft that follows a strategy: its tiers, elements and people; not its dates, its source or its lines. */
export function successorOf(
  document: FrameworkDocument,
  { slug, name, period }: Successor,
): FrameworkDocument {
  const { source: _source, ...kept } = document;
  return {
    ...kept,
    slug,
    name,
    period,
    status: 'draft',
    periodStatements: [],
    tiers: document.tiers.map(withoutLine),
    elements: document.elements.map(withoutLine),
    owners: document.owners.map(withoutLine),
    organisations: document.organisations.map(withoutLine),
    passages: document.passages.filter(({ kind }) => kind === 'need' || kind === 'evidence').map(withoutLine),
  };
}

function withoutLine<Item extends { line?: number | string | undefined }>(item: Item): Item {
  return { ...item, line: undefined };
}
