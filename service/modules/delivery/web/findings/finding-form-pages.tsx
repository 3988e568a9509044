import { z } from 'zod';
import { allowed } from '#platform/access/policy.ts';
import { choice, optionalText, text } from '#platform/forms/fields.ts';
import { dayPosted, readDay, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { kept, readForm, type FieldError } from '#platform/forms/read-form.ts';
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
import { addFinding, changeFinding } from '../../actions/findings/write-finding.ts';
import { findingKinds, type Finding, type FindingKind } from '../../domain/finding.ts';
import type { FindingWords } from '../../domain/findings/new-finding.ts';
import { addChildrensFinding, keepFindings } from '../../domain/permissions.ts';
import { findingToChange } from '../../queries/findings/finding-view.ts';
import {
  writingChoices,
  type NamedBefore,
  type WritingChoices,
} from '../../queries/findings/findings-list.ts';
import { FindingForm } from './finding-form.tsx';
import { numberOf } from './finding-page.tsx';
import { writingErrors } from './finding-words.ts';
import { findingPlaces } from './places.ts';

const ofAny = ':number';

/** A finding is written down, and changed while it is not closed. */
export const findingFormRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: findingPlaces.add,
    policy: addChildrensFinding,
    answer: async (request) => page(await formPage(request, { answers: { errors: [] }, before: undefined })),
  },
  { method: 'POST', path: findingPlaces.add, policy: addChildrensFinding, answer: add },
  {
    method: 'GET',
    path: findingPlaces.edit(ofAny),
    policy: addChildrensFinding,
    answer: async (request) => {
      const before = await beforeOf(request);
      return before ? page(await formPage(request, { answers: { errors: [] }, before })) : notFound();
    },
  },
  { method: 'POST', path: findingPlaces.edit(ofAny), policy: addChildrensFinding, answer: change },
];

const form = z.object({
  kind: choice('who found it', findingKinds),
  title: text('what was found, in one line', 200),
  words: text('what was found', 4000),
  foundBy: text('who found it', 200),
  sourceTitle: optionalText(200),
  sourceLink: optionalText(500),
  element: text('the part of the strategy that it speaks to', 60),
  organisation: optionalText(60),
  person: optionalText(60),
  ownerName: optionalText(200),
});

type Read = { words: FindingWords } | { errors: readonly FieldError[] };

/** The form as words; an owner who can sign in is known by their account, and bears their own name. */
function readFinding({ posted }: PageRequest, choices: WritingChoices): Read {
  const read = readForm(form, posted);
  const found = dayPosted(posted, 'foundOn');
  const due = readDay(posted, 'due', 'The day by which it is to be mended');
  const isDay = found !== 'empty' && found !== 'no-such-day';
  const errors = [
    ...(read.done ? [] : read.refusal.errors),
    ...(isDay ? [] : [{ field: 'foundOn', message: 'Enter a day that exists, such as 1 9 2026' }]),
    ...(due.done ? [] : due.refusal.errors),
  ];
  if (!read.done || !isDay || !due.done) return { errors };
  const { kind, title, words, foundBy, element } = read.value;
  const { sourceTitle = '', sourceLink = '', organisation = '', ownerName = '' } = read.value;
  const person = choices.people.find(({ id }) => id === read.value.person);
  return {
    words: {
      kind,
      title,
      words,
      foundBy,
      foundOn: found,
      source: { title: sourceTitle, link: sourceLink },
      element: { frameworkSlug: choices.frameworkSlug, elementKey: known(choices.elements, element) },
      owner: {
        personId: person?.id,
        name: person?.name ?? ownerName,
        organisationKey: known(choices.organisations, organisation),
      },
      due: due.value,
    },
  };
}

/** What was chosen, where it is one of the choices: a form can be written by hand. */
function known(choices: WritingChoices['elements'], chosen: string): string {
  return choices.some(({ value }) => value === chosen) ? chosen : '';
}

async function add(request: PageRequest): Promise<Answer> {
  const choices = await request.read((ctx) => writingChoices(ctx, undefined));
  const again = async (errors: readonly FieldError[]) =>
    pageToMend(await formPage(request, { answers: { posted: request.posted, errors }, before: undefined }));
  const read = readFinding(request, choices);
  if ('errors' in read) return again(read.errors);
  const added = await request.write((ctx) => addFinding(ctx, read.words));
  if (added.done) return redirectTo(findingPlaces.one(added.value.number), 'It is on the list.');
  const errors = writingErrors(added.refusal);
  return errors ? again(errors) : notFound();
}

async function change(request: PageRequest): Promise<Answer> {
  const before = await beforeOf(request);
  if (!before) return notFound();
  const choices = await request.read((ctx) => writingChoices(ctx, namedIn(before)));
  const again = async (errors: readonly FieldError[], theirs?: Finding) =>
    pageToMend(await formPage(request, { answers: { posted: request.posted, errors }, before, theirs }));
  const read = readFinding(request, choices);
  if ('errors' in read) return again(read.errors);
  const seen = Number(/^\d{1,9}$/.exec(kept(request.posted, 'seen'))?.[0] ?? '0');
  const number = numberOf(request);
  const changed = await request.write((ctx) => changeFinding(ctx, { number, seen, words: read.words }));
  if (changed.done) return redirectTo(findingPlaces.one(number), 'Saved.');
  const { refusal } = changed;
  const errors = writingErrors(refusal);
  if (!errors) return notFound();
  return again(errors, refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined);
}

function beforeOf(request: PageRequest): Promise<Finding | undefined> {
  return request.read((ctx) => findingToChange(ctx, numberOf(request)));
}

function namedIn({ element, owner }: Finding): NamedBefore {
  return { element, organisations: [owner.organisationKey], measures: [] };
}

type Shown = { answers: Answers; before: Finding | undefined; theirs?: Finding | undefined };

async function formPage(request: PageRequest, { answers, before, theirs }: Shown): Promise<PageContent> {
  const choices = await request.read((ctx) => writingChoices(ctx, before && namedIn(before)));
  const title = before ? 'Change a finding' : 'Write down a finding';
  const kinds: readonly FindingKind[] = allowed(request.actor, keepFindings) ? findingKinds : ['children'];
  return {
    title,
    breadcrumbs: [
      { text: 'Findings', href: findingPlaces.all },
      ...(before ? [{ text: before.title, href: findingPlaces.one(before.number) }] : []),
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        {before ? null : (
          <p class="lead">What children found stands on the same list as what inspectors found.</p>
        )}
        {theirs ? <Theirs theirs={theirs} /> : null}
        <FindingForm
          answers={answers}
          before={before}
          choices={choices}
          kinds={kinds}
          csrf={request.csrf}
          action={request.path}
          seen={(theirs ?? before)?.version ?? 0}
          back={before ? findingPlaces.one(before.number) : findingPlaces.all}
        />
      </>
    ),
  };
}

function Theirs({ theirs }: { theirs: Finding }) {
  return (
    <div class="empty">
      <h2>What somebody else saved</h2>
      <p dir="auto">
        <strong>{theirs.title}</strong>
      </p>
      <p dir="auto">{theirs.words}</p>
      <p>Your own words are in the form below.</p>
    </div>
  );
}
