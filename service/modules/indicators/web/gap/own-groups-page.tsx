import { z } from 'zod';
import { Button, ErrorSummary, Input } from '#packages/govuk-jsx';
import { optionalText, text, type Posted } from '#platform/forms/fields.ts';
import { errorOf, kept, readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import { addGroup, removeGroup, type AddGroupRefusal } from '../../actions/gaps/own-groups.ts';
import type { OwnGroup } from '../../domain/gap/own-groups.ts';
import { explainGaps } from '../../domain/permissions.ts';
import { groupsAdded } from '../../queries/gaps/own-groups.ts';
import { reading } from '../reading.ts';
import { gapPlaces } from './places.ts';

/** Groups of children that the partnership itself tells apart. */
export const ownGroupsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: gapPlaces.groups,
    policy: explainGaps,
    answer: async (request) => page(await content(request, { errors: [] })),
  },
  { method: 'POST', path: gapPlaces.groups, policy: explainGaps, answer: add },
  {
    method: 'POST',
    path: `${gapPlaces.groups}/:key/remove`,
    policy: explainGaps,
    answer: async (request) => {
      const removed = await request.write((ctx) => removeGroup(ctx, request.params['key'] ?? ''));
      if (removed.done) return redirectTo(gapPlaces.groups, 'Taken away. Its figures stay.');
      return removed.refusal.reason === 'group-missing' ? redirectTo(gapPlaces.groups) : notFound();
    },
  },
];

type Shown = { posted?: Posted; errors: readonly FieldError[] };

async function content(request: PageRequest, shown: Shown): Promise<PageContent> {
  const groups = await request.read(groupsAdded);
  const title = 'Groups we tell apart ourselves';
  return {
    title,
    breadcrumbs: [
      { text: 'How we are doing', href: reading.outcomes },
      { text: 'Gaps', href: gapPlaces.finder },
    ],
    body: (
      <>
        {shown.errors.length > 0 ? (
          <ErrorSummary
            titleText="There is something to put right"
            errorList={shown.errors.map(({ field, message }) => ({ href: `#${field}`, text: message }))}
          />
        ) : null}
        <h1>{title}</h1>
        <p class="lead">
          Publishers know some groups of children. A table of our own may know others: young carers, say.
          Named here, their gaps are found and shown like any other.
        </p>
        <GroupList groups={groups} csrf={request.csrf} />
        <h2>Add a group</h2>
        <GroupForm shown={shown} csrf={request.csrf} />
      </>
    ),
  };
}

function GroupList({ groups, csrf }: { groups: readonly OwnGroup[]; csrf: string }) {
  if (groups.length === 0) return <p>None has been added yet.</p>;
  return (
    <ul class="gap-groups">
      {groups.map((group) => (
        <li key={group.key}>
          <strong>{group.name}</strong> beside {group.others}
          <span class="beneath">
            {group.dimension}. In a table: {group.column} is “{group.item}”
            {group.othersItem === undefined ? '' : `, beside “${group.othersItem}”`}.
          </span>
          <form method="post" action={`${gapPlaces.groups}/${group.key}/remove`}>
            <CsrfField csrf={csrf} />
            <Button classes="govuk-button--secondary" text={`Take ${group.name} away`} />
          </form>
        </li>
      ))}
    </ul>
  );
}

const fields = [
  { name: 'dimension', label: 'What tells them apart?', hint: 'In a few words: Caring for somebody' },
  { name: 'name', label: 'Who are they?', hint: 'As in a sentence: young carers' },
  { name: 'others', label: 'Who are the others?', hint: 'As in a sentence: children who care for nobody' },
  {
    name: 'column',
    label: 'The column of the table that tells them apart',
    hint: 'As its first line writes it: caring',
  },
  { name: 'item', label: 'What stands in it for the group', hint: 'Young carer' },
  {
    name: 'othersItem',
    label: 'What stands in it for the others, if they have rows of their own',
    hint: 'Left empty, the others are all children less the group, where counts are given.',
  },
] as const;

function GroupForm({ shown, csrf }: { shown: Shown; csrf: string }) {
  return (
    <form method="post" action={gapPlaces.groups} noValidate class="edit">
      <CsrfField csrf={csrf} />
      {fields.map(({ name, label, hint }) => {
        const wrong = errorOf(shown.errors, name);
        return (
          <Input
            key={name}
            name={name}
            id={name}
            label={{ text: label, classes: 'govuk-label--s' }}
            hint={{ text: hint }}
            value={kept(shown.posted, name)}
            errorMessage={wrong === undefined ? undefined : { text: wrong }}
            autocomplete="off"
          />
        );
      })}
      <Button text="Add this group" preventDoubleClick />
    </form>
  );
}

const form = z.object({
  dimension: text('what tells them apart', 60),
  name: text('who they are', 80),
  others: text('who the others are', 80),
  column: text('the name of the column', 120),
  item: text('what stands in it for the group', 120),
  othersItem: optionalText(120),
});

const refusalWords: WordsFor<Exclude<AddGroupRefusal, { reason: 'not-allowed' }>> = {
  'name-without-letters': () => 'Enter names that hold letters',
  'group-there-already': () => 'A group of this name, or of this part of a table, is there already',
};

async function add(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const read = readForm(form, posted);
  if (!read.done) return pageToMend(await content(request, { posted, errors: read.refusal.errors }));
  const added = await request.write((ctx) => addGroup(ctx, read.value));
  if (added.done) return redirectTo(gapPlaces.groups, 'Added. Its gaps are shown wherever a table names it.');
  const { refusal } = added;
  if (refusal.reason === 'not-allowed') return notFound();
  const message =
    refusal.reason === 'group-there-already'
      ? refusalWords['group-there-already'](refusal)
      : refusalWords['name-without-letters'](refusal);
  return pageToMend(await content(request, { posted, errors: [{ field: 'name', message }] }));
}
