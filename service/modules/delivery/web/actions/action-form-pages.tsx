import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { wordsOf } from '#platform/kernel/outcome.ts';
import { addAction, changeAction, type ChangeActionRefusal } from '../../actions/plan/write-action.ts';
import { sayNumber, stateWords, type Action } from '../../domain/action.ts';
import type { ActionWords } from '../../domain/new-action.ts';
import { keepPlan } from '../../domain/permissions.ts';
import { sayLikeness } from '../../domain/plan/likeness.ts';
import {
  actionToWrite,
  likelySame,
  type ActionToWrite,
  type LikelySame,
} from '../../queries/plan/action-to-write.ts';
import { ActionForm } from './action-form.tsx';
import { sayOwner } from './action-list.tsx';
import { numberIn } from './address-of-action.ts';
import { formReading } from '../plan/form-reading.ts';
import { planPlaces } from '../plan/places.ts';
import { ActionLink } from '../plan/plan-parts.tsx';
import { actionRefusalWords } from '../plan/plan-words.ts';

const editPath = planPlaces.editAction(0).replace('0', ':number');

/** An action is added, and its words are changed. */
export const actionFormRoutes: readonly Route[] = [
  { method: 'GET', path: planPlaces.newAction, policy: keepPlan, answer: show },
  { method: 'POST', path: planPlaces.newAction, policy: keepPlan, answer: add },
  { method: 'GET', path: editPath, policy: keepPlan, answer: show },
  { method: 'POST', path: editPath, policy: keepPlan, answer: change },
];

function toWrite(request: PageRequest): Promise<ActionToWrite | undefined> {
  const asked = { plan: request.query.get('plan') ?? '', priority: request.query.get('priority') ?? '' };
  const number = request.params['number'] === undefined ? undefined : numberIn(request);
  return request.read((ctx) => actionToWrite(ctx, { ...asked, number }));
}

async function show(request: PageRequest): Promise<Answer> {
  const to = await toWrite(request);
  return to ? page(formPage(request, to, { answers: { errors: [] } })) : notFound();
}

async function add(request: PageRequest): Promise<Answer> {
  const to = await toWrite(request);
  if (!to) return notFound();
  const read = readAction(request, to);
  const posted = request.posted;
  if ('errors' in read)
    return pageToMend(formPage(request, to, { answers: { posted, errors: read.errors } }));
  if (posted['alike']?.[0] !== 'seen') {
    const alike = await request.read((ctx) => likelySame(ctx, read.words));
    if (alike.found.length > 0)
      return page(formPage(request, to, { answers: { posted, errors: [] }, alike }));
  }
  const added = await request.write((ctx) => addAction(ctx, read.words));
  if (added.done) return redirectTo(planPlaces.action(added.value.number), 'Added.');
  return pageToMend(formPage(request, to, { answers: { posted, errors: errorsOf(added.refusal) } }));
}

async function change(request: PageRequest): Promise<Answer> {
  const to = await toWrite(request);
  if (!to?.action) return notFound();
  const { number } = to.action;
  const read = readAction(request, to);
  const posted = request.posted;
  if ('errors' in read)
    return pageToMend(formPage(request, to, { answers: { posted, errors: read.errors } }));
  const changed = await request.write((ctx) => changeAction(ctx, { number, ...read }));
  if (changed.done) return redirectTo(planPlaces.action(number), 'Saved.');
  const { refusal } = changed;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'action-missing') return notFound();
  const theirs = refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined;
  return pageToMend(formPage(request, to, { answers: { posted, errors: errorsOf(refusal) }, theirs }));
}

const fields: Readonly<Record<string, string>> = {
  'ends-before-it-begins': 'due',
  'address-wrong': 'ownerEmail',
};

function errorsOf(refusal: ChangeActionRefusal): Answers['errors'] {
  return [{ field: fields[refusal.reason] ?? 'title', message: wordsOf(actionRefusalWords, refusal) }];
}

type Read = { words: ActionWords; seen: number } | { errors: Answers['errors'] };

function readAction(request: PageRequest, to: ActionToWrite): Read {
  const form = formReading(request.posted);
  const { choices } = to;
  const person = choices.people.find(({ id }) => id === form.words('ownerPerson'));
  const priority = choices.priorities.find(({ id }) => id === form.words('priority'));
  const elementKey = form.words('element', 100) || (priority?.elementKey ?? '');
  const frameworkSlug = choices.plan?.frameworkSlug ?? to.action?.element.frameworkSlug ?? '';
  const words: ActionWords = {
    // an action that stands beside every plan stays there until a priority is chosen
    planId: priority || !to.action ? choices.plan?.id : to.action.planId,
    priorityId: priority?.id,
    element: elementKey === '' ? { frameworkSlug: '', elementKey: '' } : { frameworkSlug, elementKey },
    title: form.words('title', 200),
    what: form.words('what'),
    owner: {
      personId: person?.id,
      name: person?.name ?? form.words('ownerName', 200),
      email: form.words('ownerEmail', 254) || (person?.email ?? ''),
      organisationKey: form.words('organisation', 100),
    },
    start: form.day('start', 'The day it begins'),
    due: form.day('due', 'The day by which it is done'),
    measureId: form.words('measure', 200),
    expectedFor: form.words('expectedFor', 300),
    expectedEffect: form.words('expectedEffect', 1000),
    oneOffPounds: form.pounds('oneOff'),
    yearlyPounds: form.pounds('yearly'),
    resources: form.words('resources', 1000),
    equalityNote: form.words('equality', 2000),
    childImpactNote: form.words('childImpact', 2000),
    povertyNote: form.words('poverty', 2000),
    theirPlan: { title: form.words('theirPlanTitle', 300), link: form.words('theirPlanLink', 1000) },
  };
  const { link } = words.theirPlan;
  if (link !== '' && !/^https?:\/\/\S+$/.test(link))
    form.errors.push({ field: 'theirPlanLink', message: 'Write an address that begins with https://' });
  return form.errors.length > 0 ? { errors: form.errors } : { words, seen: form.seen() };
}

type Shown = { answers: Answers; alike?: LikelySame; theirs?: Action | undefined };

function formPage(request: PageRequest, to: ActionToWrite, shown: Shown): PageContent {
  const { action, choices } = to;
  const title = action ? 'Change the words of an action' : 'Add an action';
  const back = action
    ? { text: `${sayNumber(action)} ${action.title}`, href: planPlaces.action(action.number) }
    : {
        text: choices.plan?.title ?? 'The plan',
        href: choices.plan ? planPlaces.plan(choices.plan.key) : planPlaces.inForce,
      };
  return {
    title,
    breadcrumbs: [back],
    body: (
      <>
        <Wrong errors={shown.answers.errors} />
        <h1>{title}</h1>
        {action ? <p class="lead">{sayNumber(action)}</p> : null}
        {shown.alike ? <Alike alike={shown.alike} request={request} /> : null}
        {shown.theirs ? <Theirs action={shown.theirs} /> : null}
        <ActionForm
          answers={shown.answers}
          to={to}
          csrf={request.csrf}
          action={`${request.path}${request.query.size > 0 ? `?${request.query.toString()}` : ''}`}
          seen={(shown.theirs ?? action)?.version ?? 0}
          alikeSeen={shown.alike ? 'seen' : ''}
          submit={submitWords(shown, action)}
          back={back.href}
        />
      </>
    ),
  };
}

function submitWords({ alike, theirs }: Shown, action: Action | undefined): string {
  if (alike) return 'It is other work: add it';
  if (theirs) return 'Save mine, having read theirs';
  return action ? 'Save' : 'Add it';
}

/** What may be the same work, beside what is to be added; nobody is held back by it. */
function Alike({ alike, request }: { alike: LikelySame; request: PageRequest }) {
  return (
    <section aria-labelledby="alike">
      <h2 id="alike">Is this somebody’s work already?</h2>
      <p>Read these first. If yours is other work, add it at the end of this page; nothing was lost.</p>
      <div class="both-versions">
        <div>
          <h3>Yours</h3>
          <p>{request.posted['title']?.[0] ?? ''}</p>
          <p class="own-words">{request.posted['what']?.[0] ?? ''}</p>
        </div>
        {alike.found.map(({ action, likeness }) => (
          <div key={action.id}>
            <h3>
              <ActionLink action={action} />
            </h3>
            <p>
              {stateWords[action.state]}. {sayOwner(action, alike.organisations)}.
            </p>
            <p class="own-words">{action.what}</p>
            <p class="quiet">They share {sayLikeness(likeness)}.</p>
          </div>
        ))}
      </div>
    </section>
  );
}

function Theirs({ action }: { action: Action }) {
  return (
    <div class="empty">
      <h2>What stands there now</h2>
      <p>{action.title}</p>
      <p class="own-words">{action.what}</p>
      <p>It is {stateWords[action.state]}. Your own words are in the form below.</p>
    </div>
  );
}
