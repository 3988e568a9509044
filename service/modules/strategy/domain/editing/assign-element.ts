import { refuse } from '#platform/kernel/outcome.ts';
import { keepOrganisation, keepOwner } from '../edit-parts.ts';
import { settled, type Edited } from '../edit.ts';
import type { FrameworkDocument } from '../framework-document.ts';
import { keyFor } from '../reading/element-key.ts';

export type Assignment = {
  key: string;
  owners: readonly string[];
  organisations: readonly string[];
  /** the name of an owner who may not be in the framework's list yet */
  newOwner?: string | undefined;
  newOrganisation?: string | undefined;
};

/** Says who owns an element and who works on it. A name that is new is added to the framework's list first. */
export function assignElement(document: FrameworkDocument, assignment: Assignment): Edited {
  const { key, newOwner, newOrganisation } = assignment;
  if (!document.elements.some((element) => element.key === key))
    return refuse({ reason: 'element-missing', key });
  const owner = newOwner === undefined ? undefined : named(document.owners, newOwner);
  const organisation =
    newOrganisation === undefined ? undefined : named(document.organisations, newOrganisation);
  let next: Edited = { done: true, value: document };
  if (owner?.isNew) next = keepOwner(next.value, { key: owner.key, name: owner.name, kind: 'role' });
  if (next.done && organisation?.isNew)
    next = keepOrganisation(next.value, { key: organisation.key, name: organisation.name });
  if (!next.done) return next;
  const owners = [...new Set([...assignment.owners, ...(owner ? [owner.key] : [])])];
  const organisations = [
    ...new Set([...assignment.organisations, ...(organisation ? [organisation.key] : [])]),
  ];
  const missing = missingOf(next.value, owners, organisations);
  if (missing) return refuse(missing);
  return settled({
    ...next.value,
    elements: next.value.elements.map((element) =>
      element.key === key ? { ...element, owners, organisations } : element,
    ),
  });
}

function missingOf(document: FrameworkDocument, owners: readonly string[], organisations: readonly string[]) {
  const owner = owners.find((one) => !document.owners.some(({ key }) => key === one));
  if (owner !== undefined) return { reason: 'owner-missing' as const, key: owner };
  const organisation = organisations.find((one) => !document.organisations.some(({ key }) => key === one));
  return organisation === undefined
    ? undefined
    : { reason: 'organisation-missing' as const, key: organisation };
}

function named(known: readonly { key: string; name: string }[], name: string) {
  const same = known.find((one) => one.name.trim().toLowerCase() === name.trim().toLowerCase());
  if (same) return { ...same, isNew: false };
  return { key: keyFor(name, new Set(known.map(({ key }) => key))), name, isNew: true };
}
