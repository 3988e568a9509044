import type { ComponentChildren } from 'preact';
import { Wrong } from '#platform/forms/inputs.tsx';
import {
  notFound,
  page,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { allowed } from '#platform/access/policy.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { answerRights, signRights } from '../../domain/permissions.ts';
import { requestSeen, type RequestSeen } from '../../queries/rights/requests-seen.ts';
import { rightsPlaces } from './places.ts';
import {
  cameWords,
  identityWords,
  kindWords,
  outcomeWords,
  safeWords,
  sayClock,
  sayInstant,
} from './rights-words.ts';
import { ClockForms } from './request/clock-forms.tsx';
import type { Around, StepProps } from './request/step-props.ts';
import { AnswerForm, GatherForms, HarmForm, IdentityForm, WhomForms } from './request/request-forms.tsx';
import { HandOver, SignForms } from './request/sign-forms.tsx';

/** One request: what was asked, its clock, and one step after another until it is answered. */
export const requestRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: rightsPlaces.one(':id'),
    policy: signRights,
    answer: (request) => showRequest(request, {}),
  },
];

export async function showRequest(request: PageRequest, around: Around): Promise<Answer> {
  const seen = await request.look((ctx) => requestSeen(ctx, request.params['id'] ?? ''));
  if (!seen) return notFound();
  const content = contentOf(request, seen, around);
  return around.answers ? page({ ...content, title: `Error: ${content.title}` }, 422) : page(content);
}

function contentOf(request: PageRequest, seen: RequestSeen, around: Around): PageContent {
  const { request: asked } = seen;
  const isDesk = allowed(request.actor, answerRights);
  return {
    title: `Request ${asked.reference}`,
    breadcrumbs: isDesk
      ? [{ text: 'Requests', href: rightsPlaces.desk }]
      : [{ text: 'Your work', href: '/work' }],
    body: (
      <>
        <Wrong errors={around.answers?.errors ?? []} />
        <p class="quiet">{asked.reference}</p>
        <h1 dir="auto">{asked.who.aboutName}</h1>
        <p class="lead">{sayClock(seen.clock)}</p>
        <WhatWasAsked seen={seen} />
        {asked.answer ? <Answered seen={seen} /> : null}
        <Steps request={request} seen={seen} around={around} />
      </>
    ),
  };
}

function WhatWasAsked({ seen: { request } }: { seen: RequestSeen }) {
  const { who } = request;
  return (
    <section>
      <h2>What was asked</h2>
      <dl class="rights-list">
        <dt>Asked</dt>
        <dd>
          {kindWords[request.kind]}, {cameWords[request.came]}, on {sayDay(request.receivedOn)}
        </dd>
        <WhoAsked request={request} />
        {request.words === '' ? null : (
          <>
            <dt>In their words</dt>
            <dd dir="auto" class="own-words">
              {request.words}
            </dd>
          </>
        )}
        {who.support === '' ? null : (
          <>
            <dt>What would help</dt>
            <dd dir="auto">{who.support}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function WhoAsked({ request: { who, askedBy } }: Pick<RequestSeen, 'request'>) {
  return (
    <>
      <dt>By</dt>
      <dd dir="auto">
        {who.name}
        {who.asksFor === 'me' ? ', for themselves' : ''}
        {who.asksFor === 'my-child' ? ', for their child. A child who understands is asked first.' : ''}
        {who.asksFor === 'somebody-else' ? ', for somebody else. That person is asked first.' : ''}
      </dd>
      {who.bornOn ? (
        <>
          <dt>Born</dt>
          <dd>{sayDay(who.bornOn)}</dd>
        </>
      ) : null}
      <dt>How to reach them</dt>
      <dd>
        {who.email === '' ? null : <span dir="ltr">{who.email}</span>} <span dir="auto">{who.otherWay}</span>{' '}
        {who.email === '' && who.otherWay === '' ? null : safeWords[who.safeToWrite]}
        {askedBy === undefined ? '' : ' They asked signed in, and read the answer in their own account.'}
      </dd>
    </>
  );
}

function Answered({ seen }: { seen: RequestSeen }) {
  const { answer } = seen.request;
  if (!answer) return null;
  return (
    <section>
      <h2>How it was answered</h2>
      <p>
        <strong>{outcomeWords[answer.outcome]}</strong>, on {sayDay(answer.on)} by {answer.byName}.
      </p>
      {answer.words === '' ? null : <p dir="auto">{answer.words}</p>}
      {seen.released ? (
        <p>
          It can be fetched until {sayInstant(seen.released.expiresAt)}.{' '}
          {seen.released.fetchedAt
            ? `It was fetched on ${sayInstant(seen.released.fetchedAt)}.`
            : 'It was not fetched yet.'}
        </p>
      ) : null}
    </section>
  );
}

function Steps(props: StepProps) {
  const { request, seen } = props;
  if (!allowed(request.actor, answerRights)) return <SignerSteps {...props} />;
  if (seen.request.answer) return <HandOver {...props} />;
  const see = seen.request.kind === 'see';
  const { identity } = seen.request;
  return (
    <>
      <OneStep
        number={1}
        title="Who asks"
        done={
          identity
            ? `${identityWords[identity.how]}, on ${sayDay(identity.on)} (${identity.byName}).`
            : undefined
        }
      >
        <IdentityForm {...props} />
      </OneStep>
      <OneStep number={2} title="Whom in our records it is about" done={saySubjects(seen)}>
        <WhomForms {...props} />
      </OneStep>
      {see ? <StepsToSee {...props} /> : null}
      <OneStep number={see ? 6 : 3} title={see ? 'If nothing can be given' : 'The answer'} done={undefined}>
        <AnswerForm {...props} />
      </OneStep>
      <section>
        <h2>The clock</h2>
        <ClockForms {...props} />
      </section>
    </>
  );
}

function StepsToSee(props: StepProps) {
  const { harm, gatheredAt } = props.seen.request;
  return (
    <>
      <OneStep number={3} title="What is held" done={sayGathered(props.seen)}>
        <GatherForms {...props} />
      </OneStep>
      {gatheredAt ? (
        <>
          <OneStep
            number={4}
            title="Could it harm anybody?"
            done={harm ? `Looked at on ${sayDay(harm.on)} by ${harm.byName}.` : undefined}
          >
            <HarmForm {...props} />
          </OneStep>
          <OneStep number={5} title="Two people sign, and it leaves" done={undefined}>
            <SignForms {...props} />
          </OneStep>
        </>
      ) : null}
    </>
  );
}

function SignerSteps(props: StepProps) {
  return (
    <section>
      <h2>Look at it before it leaves</h2>
      <p>
        {sayGathered(props.seen)} Read it as it would leave, and what was decided of each stretch of words.
      </p>
      <SignForms {...props} />
    </section>
  );
}

function OneStep(props: {
  number: number;
  title: string;
  done: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <section class="rights-step">
      <h2>
        <span class="rights-number">{props.number}</span> {props.title}
      </h2>
      {props.done ? <p>{props.done}</p> : null}
      {props.children}
    </section>
  );
}

function saySubjects({ request: { subjects } }: RequestSeen): string | undefined {
  return subjects.length === 0 ? undefined : `${subjects.map(({ title }) => title).join('; ')}.`;
}

function sayGathered({ request, facts, undecided }: RequestSeen): string | undefined {
  if (!request.gatheredAt) return undefined;
  const held =
    facts === 0 ? 'Nothing is held' : facts === 1 ? 'One thing is held' : `${facts} things are held`;
  const left =
    undecided === 0
      ? 'everything about others is decided'
      : undecided === 1
        ? 'one stretch of words is still to be decided'
        : `${undecided} stretches of words are still to be decided`;
  return `${held}, gathered on ${sayInstant(request.gatheredAt)}; ${left}.`;
}
