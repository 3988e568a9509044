import { Button } from '#packages/govuk-jsx';
import {
  ChoiceField,
  DayField,
  dayPosted,
  WordsField,
  Wrong,
  type Answers,
} from '#platform/forms/inputs.tsx';
import type { Posted } from '#platform/forms/fields.ts';
import type { FieldError } from '#platform/forms/read-form.ts';
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
import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { sayProgress as say } from '../../actions/plan/say-progress.ts';
import { allowed } from '#platform/access/policy.ts';
import { actionStates, isOwnedBy, sayNumber, stateWords, type Action } from '../../domain/action.ts';
import { keepPlan, sayProgress } from '../../domain/permissions.ts';
import type { Said } from '../../domain/progress.ts';
import { actionView, type ActionView } from '../../queries/plan/action-view.ts';
import { crumbsOf, numberIn } from './address-of-action.ts';
import { planPlaces } from '../plan/places.ts';
import { sayWords } from '../plan/plan-words.ts';

const path = planPlaces.say(0).replace('0', ':number');

/** Whoever answers for an action says how it goes. */
export const sayRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: sayProgress,
    answer: async (request) => {
      const view = await toSay(request);
      return view ? page(sayPage(request, view, { answers: { errors: [] } })) : notFound();
    },
  },
  { method: 'POST', path, policy: sayProgress, answer: saidNow },
];

/** The action, where this person may say how it goes; else it looks as though it were not there. */
async function toSay(request: PageRequest): Promise<ActionView | undefined> {
  const view = await request.read((ctx) => actionView(ctx, numberIn(request)));
  const may = view && (allowed(request.actor, keepPlan) || isOwnedBy(view.action, request.actor));
  return may ? view : undefined;
}

async function saidNow(request: PageRequest): Promise<Answer> {
  const view = await toSay(request);
  if (!view) return notFound();
  const read = readSaid(request.posted);
  if ('errors' in read)
    return pageToMend(sayPage(request, view, { answers: { posted: request.posted, errors: read.errors } }));
  const { number } = view.action;
  const outcome = await request.write((ctx) => say(ctx, { ...read.said, number, seen: read.seen }));
  if (outcome.done) return redirectTo(planPlaces.action(number), 'Thank you. It is written down.');
  const { refusal } = outcome;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'action-missing') return notFound();
  const theirs = refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined;
  const field = fieldOf(refusal.reason);
  const answers = { posted: request.posted, errors: [{ field, message: wordsOf(sayWords, refusal) }] };
  const now = (await toSay(request)) ?? view;
  return pageToMend(sayPage(request, now, { answers, theirs }));
}

/** At which field a refusal stands. */
export function fieldOf(reason: string): string {
  if (reason === 'day-past') return 'due';
  return reason === 'already-so' || reason === 'changed-meanwhile' ? 'state' : 'words';
}

/** What was posted of an action, read; or what is wrong with it. */
export function readSaid(posted: Posted): { said: Said; seen: number } | { errors: FieldError[] } {
  const state = actionStates.find((one) => one === posted['state']?.[0]);
  const due = dayPosted(posted, 'due');
  const words = (posted['words']?.[0] ?? '').replaceAll('\r\n', '\n');
  const seen = Number(/^\d{1,9}$/.exec(posted['seen']?.[0] ?? '')?.[0] ?? '0');
  const errors: FieldError[] = [
    ...(state ? [] : [{ field: 'state', message: 'Choose how it stands' }]),
    ...(words.length > 4000 ? [{ field: 'words', message: 'This must be 4,000 characters or fewer' }] : []),
    ...(due === 'no-such-day'
      ? [{ field: 'due', message: 'A new day must be one that exists, such as 31 3 2027, or left empty' }]
      : []),
  ];
  if (!state || errors.length > 0) return { errors };
  return { said: { state, words, due: due === 'empty' || due === 'no-such-day' ? undefined : due }, seen };
}

type Shown = { answers: Answers; theirs?: Action | undefined };

function sayPage(request: PageRequest, view: ActionView, { answers, theirs }: Shown): PageContent {
  const { action } = view;
  return {
    title: `How it goes: ${action.title}`,
    breadcrumbs: crumbsOf(view),
    body: (
      <>
        <Wrong errors={answers.errors} />
        <p class="quiet">{sayNumber(action)}</p>
        <h1>How does it go?</h1>
        <p class="lead">{action.title}</p>
        <TheirWords action={theirs} view={view} />
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <SayFields action={theirs ?? action} answers={answers} />
          <div class="actions">
            <Button text={theirs ? 'Send mine, having read theirs' : 'Say it'} preventDoubleClick />
            <a href={planPlaces.action(action.number)}>Leave it as it was</a>
          </div>
        </form>
      </>
    ),
  };
}

function TheirWords({ action, view }: { action: Action | undefined; view: ActionView }) {
  if (!action) return null;
  const [newest] = view.notes;
  return (
    <div class="both-versions">
      <div>
        <h2>What stands there now</h2>
        <p>
          {stateWords[action.state]}
          {action.due === undefined ? '' : `, by ${sayDay(action.due)}`}
        </p>
        {newest ? (
          <p class="own-words">
            {newest.words === '' ? '' : `“${newest.words}” `}
            {newest.saidBy.name}
          </p>
        ) : null}
      </div>
      <div>
        <h2>Yours</h2>
        <p>Your own words are in the form below.</p>
      </div>
    </div>
  );
}

/** The questions, on the page and in a letter's link. */
export function SayFields({ action, answers }: { action: Action; answers: Answers }) {
  return (
    <>
      <input type="hidden" name="seen" value={String(action.version)} />
      <ChoiceField
        answers={answers}
        name="state"
        label="How does it stand?"
        options={actionStates.map((state) => ({
          value: state,
          text: stateWords[state].slice(0, 1).toUpperCase() + stateWords[state].slice(1),
        }))}
        before={action.state}
      />
      <WordsField
        answers={answers}
        name="words"
        label="In your words"
        hint="What was done, what is in the way, who could help. Where it is late, paused or stopped: why. No names of children or families."
        rows={4}
      />
      <DayField
        answers={answers}
        name="due"
        label="A new day, if it moves"
        hint={
          action.due === undefined
            ? 'There is no day yet.'
            : `It is to be done by ${sayDay(action.due)}. Leave it empty if that stands.`
        }
      />
    </>
  );
}
