import { z } from 'zod';
import { choice, optionalText, text } from '#platform/forms/fields.ts';
import { readForm } from '#platform/forms/read-form.ts';
import type { PageRequest, Route } from '#platform/http/route.ts';
import { keepOrganisation } from '../../actions/parts/keep-organisation.ts';
import { keepOwner } from '../../actions/parts/keep-owner.ts';
import { removeOrganisation } from '../../actions/parts/remove-organisation.ts';
import { removeOwner } from '../../actions/parts/remove-owner.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import type { FrameworkView } from '../../queries/framework.ts';
import { places } from '../places.ts';
import { bothShown } from './conflict.tsx';
import { editRoutes, mend, type Saved } from './edit-page.tsx';
import { ownerKinds, organisationPage, ownerPage, peoplePage, sayKind } from './people-pages.tsx';
import { mendEdit } from './refusal-words.ts';

/** Who owns what a strategy promises, and who works on it. */
export const peopleRoutes: readonly Route[] = [
  ...editRoutes('/frameworks/:slug/people', { show: async (...given) => peoplePage(...given), save: add }),
  ...editRoutes('/frameworks/:slug/people/owners/:key', {
    show: async (...given) => ownerPage(...given),
    save: changeOwner,
  }),
  ...editRoutes('/frameworks/:slug/people/organisations/:key', {
    show: async (...given) => organisationPage(...given),
    save: changeOrganisation,
  }),
];

const ownerForm = z.object({
  ownerName: text('a name', 160),
  ownerKind: choice('what it is', ownerKinds),
  partOf: optionalText(100),
});

const organisationForm = z.object({
  organisationName: text('a name', 160),
  organisationKind: optionalText(60),
});

async function add(request: PageRequest, view: FrameworkView): Promise<Saved> {
  return request.posted['act']?.[0] === 'owner'
    ? keepOwnerOf(request, view)
    : keepOrganisationOf(request, view);
}

async function changeOwner(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const key = request.params['key'] ?? '';
  if (request.posted['act']?.[0] !== 'remove') return keepOwnerOf(request, view, key);
  const { slug } = view.stored;
  const removed = await request.write((ctx) => removeOwner(ctx, { slug, key }));
  return removed.done
    ? { to: places.people(slug), notice: 'Taken off the list, and off all that they owned.' }
    : 'not-here';
}

async function changeOrganisation(request: PageRequest, view: FrameworkView): Promise<Saved> {
  const key = request.params['key'] ?? '';
  if (request.posted['act']?.[0] !== 'remove') return keepOrganisationOf(request, view, key);
  const { slug } = view.stored;
  const removed = await request.write((ctx) => removeOrganisation(ctx, { slug, key }));
  return removed.done
    ? { to: places.people(slug), notice: 'Taken off the list, and off all that it worked on.' }
    : 'not-here';
}

async function keepOwnerOf(request: PageRequest, view: FrameworkView, key?: string): Promise<Saved> {
  const { slug } = view.stored;
  const read = readForm(ownerForm, request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const { ownerName: name, ownerKind: kind, partOf } = read.value;
  const owner = { name, kind, ...(partOf === undefined ? {} : { partOf }) };
  const kept = await request.write((ctx) => keepOwner(ctx, { slug, owner, ...replacing(request, key) }));
  if (kept.done) return { to: places.people(slug), notice: `“${name}” is in the list.` };
  const { refusal } = kept;
  if (refusal.reason === 'changed-meanwhile') {
    const of = (part: string | undefined) => view.document.owners.find((one) => one.key === part)?.name ?? '';
    const { theirs } = refusal;
    const rows = [
      { name: 'Name', theirs: theirs.name, mine: name },
      { name: 'What it is', theirs: sayKind(theirs.kind), mine: sayKind(kind) },
      { name: 'Part of', theirs: of(theirs.partOf), mine: of(partOf) },
    ];
    return bothShown(refusal, rows, 'ownerName');
  }
  return mendOf(refusal, 'ownerName', 'partOf');
}

async function keepOrganisationOf(request: PageRequest, view: FrameworkView, key?: string): Promise<Saved> {
  const { slug } = view.stored;
  const read = readForm(organisationForm, request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const { organisationName: name, organisationKind: kind } = read.value;
  const organisation = { name, ...(kind === undefined ? {} : { kind }) };
  const kept = await request.write((ctx) =>
    keepOrganisation(ctx, { slug, organisation, ...replacing(request, key) }),
  );
  if (kept.done) return { to: places.people(slug), notice: `“${name}” is in the list.` };
  const { refusal } = kept;
  if (refusal.reason === 'changed-meanwhile') {
    const { theirs } = refusal;
    const rows = [
      { name: 'Name', theirs: theirs.name, mine: name },
      { name: 'What it is', theirs: theirs.kind ?? '', mine: kind ?? '' },
    ];
    return bothShown(refusal, rows, 'organisationName');
  }
  return mendOf(refusal, 'organisationName', 'organisationKind');
}

function mendOf(
  refusal: EditRefusal | { reason: 'not-allowed' } | { reason: 'framework-missing' },
  first: string,
  second: string,
): Saved {
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  if (refusal.reason === 'owner-missing' || refusal.reason === 'organisation-missing') return 'not-here';
  return mendEdit(refusal, [first, second]);
}

function replacing(request: PageRequest, key: string | undefined) {
  return key === undefined ? {} : { replaces: { key, seen: request.posted['seen']?.[0] ?? '' } };
}
