import type { VNode } from 'preact';
import { Button } from '#packages/govuk-jsx';
import type { PageContent, PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { asSeen } from '../../actions/edit-own-framework.ts';
import type { FrameworkDocument } from '../../domain/framework-document.ts';
import type { FrameworkView } from '../../queries/framework.ts';
import { places } from '../places.ts';
import { editContent, EditForm, SeenField, type Showing } from './edit-page.tsx';
import { LineField, PickField, Wrong } from '#platform/forms/inputs.tsx';

type Owner = FrameworkDocument['owners'][number];
type Organisation = FrameworkDocument['organisations'][number];

export const ownerKinds = ['board', 'subgroup', 'role', 'organisation'] as const;

const kindWords: Readonly<Record<Owner['kind'], string>> = {
  board: 'A board',
  subgroup: 'A group of a board',
  role: 'A job that somebody holds',
  organisation: 'An organisation',
};

export function sayKind(kind: Owner['kind']): string {
  return kindWords[kind];
}

const kindOptions = Object.entries(kindWords).map(([value, text]) => ({ value, text }));

/** The list of both, and a form for one more of each. */
export function peoplePage(request: PageRequest, view: FrameworkView, showing: Showing): PageContent {
  return editContent(view, {
    title: 'Who owns and does things',
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>Who owns and does things</h1>
        <p class="lead">
          Boards, groups and jobs answer for what the strategy promises; organisations do it.
        </p>
        <Owners request={request} view={view} showing={showing} />
        <Organisations request={request} view={view} showing={showing} />
      </>
    ),
  });
}

type Parts = { request: PageRequest; view: FrameworkView; showing: Showing };

function Owners({ request, view, showing }: Parts) {
  const { document, stored } = view;
  const { slug } = stored;
  const owned = (key: string) => document.elements.filter(({ owners }) => owners.includes(key)).length;
  return (
    <>
      <h2>Owners</h2>
      <Names
        items={document.owners.map(({ key, name, kind }) => ({
          href: places.editOwner(slug, key),
          name,
          words: `${sayKind(kind)}, owns ${owned(key)}`,
        }))}
      />
      <EditForm request={request} submit="Add this owner" back={places.framework(slug)}>
        <input type="hidden" name="act" value="owner" />
        <OwnerFields showing={showing} document={document} />
      </EditForm>
    </>
  );
}

function Organisations({ request, view, showing }: Parts) {
  const { document, stored } = view;
  const { slug } = stored;
  const worked = (key: string) =>
    document.elements.filter(({ organisations }) => organisations.includes(key)).length;
  return (
    <>
      <h2>Organisations</h2>
      <Names
        items={document.organisations.map(({ key, name, kind }) => ({
          href: places.editOrganisation(slug, key),
          name,
          words: [kind, `works on ${worked(key)}`].filter(Boolean).join(', '),
        }))}
      />
      <EditForm request={request} submit="Add this organisation" back={places.framework(slug)}>
        <input type="hidden" name="act" value="organisation" />
        <OrganisationFields showing={showing} />
      </EditForm>
    </>
  );
}

function Names({ items }: { items: readonly { href: string; name: string; words: string }[] }) {
  if (items.length === 0) return <p class="empty">Nobody yet.</p>;
  return (
    <ul class="plain-list names in-columns">
      {items.map(({ href, name, words }) => (
        <li key={href}>
          <a href={href}>{name}</a> <span class="quiet">{words}</span>
        </li>
      ))}
    </ul>
  );
}

export function ownerPage(
  request: PageRequest,
  view: FrameworkView,
  showing: Showing,
): PageContent | undefined {
  const owner = view.document.owners.find(({ key }) => key === request.params['key']);
  if (!owner) return undefined;
  return onePage(
    { request, view, showing, name: owner.name, seen: asSeen(owner) },
    <OwnerFields showing={showing} document={view.document} owner={owner} />,
  );
}

export function organisationPage(
  request: PageRequest,
  view: FrameworkView,
  showing: Showing,
): PageContent | undefined {
  const organisation = view.document.organisations.find(({ key }) => key === request.params['key']);
  if (!organisation) return undefined;
  return onePage(
    { request, view, showing, name: organisation.name, seen: asSeen(organisation) },
    <OrganisationFields showing={showing} organisation={organisation} />,
  );
}

type One = { request: PageRequest; view: FrameworkView; showing: Showing; name: string; seen: string };

function onePage({ request, view, showing, name, seen }: One, fields: VNode): PageContent {
  return editContent(view, {
    title: `Change “${name}”`,
    body: (
      <>
        <Wrong errors={showing.errors} />
        <h1>Change “{name}”</h1>
        {showing.conflict?.panel}
        <EditForm request={request} submit="Save" back={places.people(view.stored.slug)}>
          <SeenField showing={showing} seen={seen} />
          {fields}
        </EditForm>
        <form method="post" action={request.path}>
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="act" value="remove" />
          <Button text="Take off the list" classes="govuk-button--secondary" />
        </form>
      </>
    ),
  });
}

function OwnerFields(props: { showing: Showing; document: FrameworkDocument; owner?: Owner }) {
  const { showing, document, owner } = props;
  const others = document.owners.filter(({ key }) => key !== owner?.key);
  return (
    <>
      <LineField
        answers={showing}
        name="ownerName"
        label="Name of a board, a group or a job"
        hint="Not a person’s name: people change, and this page is public."
        before={owner?.name}
      />
      <PickField
        answers={showing}
        name="ownerKind"
        label="What is it?"
        options={kindOptions}
        before={owner?.kind ?? 'board'}
      />
      <PickField
        answers={showing}
        name="partOf"
        label="Part of"
        options={[
          { value: '', text: 'Nothing' },
          ...others.map(({ key, name }) => ({ value: key, text: name })),
        ]}
        before={owner?.partOf ?? ''}
      />
    </>
  );
}

function OrganisationFields({ showing, organisation }: { showing: Showing; organisation?: Organisation }) {
  return (
    <>
      <LineField
        answers={showing}
        name="organisationName"
        label="Name of an organisation"
        before={organisation?.name}
      />
      <LineField
        answers={showing}
        name="organisationKind"
        label="What sort of organisation?"
        hint="For example: health, police, charity, school."
        before={organisation?.kind}
        short
      />
    </>
  );
}
