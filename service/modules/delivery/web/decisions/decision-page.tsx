import type { ComponentChildren } from 'preact';
import { Button } from '#packages/govuk-jsx';
import { z } from 'zod';
import type { SubjectRegistry } from '../../queries/decisions/decision-view.ts';
import type { Ctx } from '#platform/db/database.ts';
import { text, version } from '#platform/forms/fields.ts';
import { WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { readForm } from '#platform/forms/read-form.ts';
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
import { sayWhatCame } from '../../actions/decisions/say-what-came.ts';
import { sayDecisionNumber } from '../../domain/decision.ts';
import type { Change } from '../../domain/decisions/new-decision.ts';
import { takeMinutes } from '../../domain/permissions.ts';
import { decisionView, type DecisionView } from '../../queries/decisions/decision-view.ts';
import { agendaPlaces } from '../agenda/agenda-places.ts';
import { planPlaces } from '../plan/places.ts';
import { becomingWords, cameRefusals, quorumWords } from './decision-words.ts';
import { ThreadOfDecision } from './thread-of-decision.tsx';
import { WhatCame } from './what-came.tsx';

/** A decision: what, why, who disagreed, and what came of it. */
export function decisionRoutes(registry: SubjectRegistry<Ctx>): readonly Route[] {
  const view = (request: PageRequest) => {
    const number = /^[1-9]\d{0,8}$/.exec(request.params['number'] ?? '')?.[0];
    return number === undefined
      ? Promise.resolve(undefined)
      : request.read((ctx) => decisionView(ctx, Number(number), registry));
  };
  return [
    {
      method: 'GET',
      path: '/decisions/:number',
      policy: 'everyone',
      answer: async (request) => {
        const found = await view(request);
        return found ? page(decisionPage(request, found, { errors: [] })) : notFound();
      },
    },
    {
      method: 'POST',
      path: '/decisions/:number/came',
      policy: takeMinutes,
      answer: async (request) => {
        const found = await view(request);
        return found ? tell(request, found) : notFound();
      },
    },
  ];
}

const form = z.object({ came: text('what came of it', 4000), seen: version() });

async function tell(request: PageRequest, view: DecisionView): Promise<Answer> {
  const { number } = view.decision;
  const again = (message: string, current = view) =>
    pageToMend(
      decisionPage(request, current, { posted: request.posted, errors: [{ field: 'came', message }] }),
    );
  const read = readForm(form, request.posted);
  if (!read.done) return again(read.refusal.errors[0]?.message ?? '');
  const { came: words, seen } = read.value;
  const told = await request.write((ctx) => sayWhatCame(ctx, { number, seen, words }));
  if (told.done) return redirectTo(agendaPlaces.decision(number), 'Saved: this is what came of it.');
  const { refusal } = told;
  const current = refusal.reason === 'changed-meanwhile' ? { ...view, decision: refusal.theirs } : view;
  return again(wordsOf(cameRefusals, refusal), current);
}

function decisionPage(request: PageRequest, view: DecisionView, answers: Answers): PageContent {
  const { decision } = view;
  return {
    title: `${sayDecisionNumber(decision)}: ${decision.title}`,
    breadcrumbs: [{ text: 'Decisions', href: agendaPlaces.decisions }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <p class="thread-kind">{sayDecisionNumber(decision)}</p>
        <h1 dir="auto">{decision.title}</h1>
        <Standing view={view} />
        <p class="lead own-words" dir="auto">
          {decision.words}
        </p>
        <h2>Why</h2>
        <p class="own-words" dir="auto">
          {decision.reason}
        </p>
        <h2>Who disagreed</h2>
        <p class="own-words" dir="auto">
          {decision.dissent === '' ? 'Nobody did.' : decision.dissent}
        </p>
        <Evidence view={view} />
        <section>
          <h2>What came of it</h2>
          <WhatCame since={view} />
          {view.mayTell ? <TellForm view={view} csrf={request.csrf} answers={answers} /> : null}
        </section>
        <Changes view={view} />
        <ImpactNotes view={view} />
        <ThreadOfDecision view={view} />
      </>
    ),
  };
}

function Standing({ view }: { view: DecisionView }) {
  const { decision, body, meeting, seesNames } = view;
  const quorum = quorumWords[decision.quorum];
  const owner = seesNames ? decision.ownerName : '';
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    ['Decided by', body.name],
    [
      'In',
      meeting ? <a href={agendaPlaces.meeting(meeting.key)}>{meeting.title}</a> : sayDay(decision.decidedOn),
    ],
    ['On', sayDay(decision.decidedOn)],
    ['Became', becomingWords[decision.becomes]],
    ['Who answers for it', owner],
    ['We want to hear by', decision.due === undefined ? '' : sayDay(decision.due)],
    ['Not published', decision.publishing.ground],
  ];
  return (
    <>
      {quorum === '' ? null : (
        <p>
          <strong class="tag tag-waiting">{quorum}</strong>
        </p>
      )}
      <Replaced view={view} />
      <dl class="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} class="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

function Replaced({ view: { replacedBy, replaces } }: { view: DecisionView }) {
  return (
    <>
      {replacedBy ? (
        <p class="empty">
          This no longer stands: {sayDecisionNumber(replacedBy)},{' '}
          <a href={agendaPlaces.decision(replacedBy.number)}>{replacedBy.title}</a>, took its place on{' '}
          {sayDay(replacedBy.decidedOn)}.
        </p>
      ) : null}
      {replaces ? (
        <p>
          It takes the place of {sayDecisionNumber(replaces)},{' '}
          <a href={agendaPlaces.decision(replaces.number)}>{replaces.title}</a>.
        </p>
      ) : null}
    </>
  );
}

function Evidence({ view }: { view: DecisionView }) {
  const { decision, restsOn } = view;
  if (decision.evidence === '' && !restsOn && decision.measureThen === '') return null;
  return (
    <section>
      <h2>What it rests on</h2>
      {decision.evidence === '' ? null : (
        <p class="own-words" dir="auto">
          {decision.evidence}
        </p>
      )}
      {restsOn ? (
        <p>
          <a href={restsOn.link}>{restsOn.title}</a>
          {decision.measureThen === '' ? <span class="quiet">. {restsOn.state}</span> : null}
        </p>
      ) : null}
      {decision.measureThen === '' ? null : (
        <dl class="facts">
          <div class="fact">
            <dt>As it was decided</dt>
            <dd>{decision.measureThen}</dd>
          </div>
          <div class="fact">
            <dt>Now</dt>
            <dd>{view.measureNow}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}

function TellForm(props: { view: DecisionView; csrf: string; answers: Answers }) {
  const { decision } = props.view;
  return (
    <form method="post" action={agendaPlaces.came(decision.number)} noValidate class="edit">
      <CsrfField csrf={props.csrf} />
      <input type="hidden" name="seen" value={String(decision.version)} />
      <WordsField
        answers={props.answers}
        name="came"
        label={decision.cameOfIt === '' ? 'Write what came of it' : 'Write anew what came of it'}
        hint="What changed for children and families, and how do we know?"
        rows={3}
        before={decision.cameOfIt}
      />
      <Button text="Save what came of it" classes="govuk-button--secondary" preventDoubleClick />
    </form>
  );
}

function Changes({ view }: { view: DecisionView }) {
  if (view.changes.length === 0) return null;
  return (
    <section>
      <h2>What it changed</h2>
      {view.changes.map((change) => (
        <div key={change.id}>
          <h3 dir="auto">{change.what}</h3>
          <OfPlan change={change} />
          <BeforeAndAfter change={change} />
        </div>
      ))}
    </section>
  );
}

/** The plan that a change is in, as a way to it; nothing where a service changed. */
export function OfPlan({ change: { plan } }: { change: DecisionView['changes'][number] }) {
  if (!plan) return null;
  return (
    <p>
      In <a href={planPlaces.plan(plan.key)}>{plan.title}</a>
    </p>
  );
}

/** A change, as it was and as it became. */
export function BeforeAndAfter({ change }: { change: Change }) {
  const rows = [
    ['Before', change.before],
    ['After', change.after],
    ['Who took part', change.takenPart],
  ].filter(([, value]) => value);
  return (
    <dl class="before-and-after">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function ImpactNotes({ view: { decision } }: { view: DecisionView }) {
  const notes = [
    ['Equality', decision.equalityNote],
    ['Children', decision.childImpactNote],
  ].filter(([, words]) => words);
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>Whom it touches</h2>
      {notes.map(([name, words]) => (
        <div key={name}>
          <h3>{name}</h3>
          <p class="own-words" dir="auto">
            {words}
          </p>
        </div>
      ))}
    </section>
  );
}
