import { Button } from '#packages/govuk-jsx';
import { PickField } from '#platform/forms/inputs.tsx';
import { page, type PageRequest, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { sayDecisionNumber } from '../../domain/decision.ts';
import {
  decisionList,
  redesigns,
  type DecisionList,
  type DecisionsAsked,
  type Redesign,
} from '../../queries/decisions/decision-view.ts';
import { agendaPlaces } from '../agenda/agenda-places.ts';
import { BeforeAndAfter, OfPlan } from './decision-page.tsx';
import { quorumWords } from './decision-words.ts';
import { WhatCame } from './what-came.tsx';

/** What was decided, the newest first, and how services were changed by it. */
export const decisionsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/decisions',
    policy: 'everyone',
    answer: async (request) => {
      const asked = askedIn(request);
      const list = await request.read((ctx) => decisionList(ctx, asked));
      return page({ title: 'Decisions', body: <Decisions list={list} asked={asked} /> });
    },
  },
  {
    method: 'GET',
    path: '/decisions/redesigns',
    policy: 'everyone',
    answer: async (request) => {
      const found = await request.read(redesigns);
      return page({
        title: 'How we changed the plan and our services',
        breadcrumbs: [{ text: 'Decisions', href: agendaPlaces.decisions }],
        body: <Redesigns found={found} />,
      });
    },
  },
];

const states = ['to-hear', 'came'] as const;

function askedIn({ query }: PageRequest): DecisionsAsked {
  const year = /^\d{4}$/.exec(query.get('year') ?? '')?.[0];
  return {
    bodyKey: query.get('body') || undefined,
    year: year === undefined ? undefined : Number(year),
    state: states.find((state) => state === query.get('state')),
  };
}

function Decisions({ list, asked }: { list: DecisionList; asked: DecisionsAsked }) {
  const { decisions } = list;
  return (
    <>
      <h1>Decisions</h1>
      <p class="lead">
        What our boards decided, why, and what came of it. A decision is never rewritten: a later one takes
        its place.
      </p>
      <p>
        <a href={agendaPlaces.redesigns}>How we changed the plan and our services</a>
      </p>
      <Filters list={list} asked={asked} />
      <Chosen list={list} asked={asked} />
      {decisions.length === 0 ? (
        <NoDecisions list={list} />
      ) : (
        <ol class="decisions">
          {decisions.map((since) => (
            <li key={since.decision.id}>
              <h2>
                <a href={agendaPlaces.decision(since.decision.number)} dir="auto">
                  {since.decision.title}
                </a>
              </h2>
              <p class="quiet">
                {sayDecisionNumber(since.decision)}, {since.body?.name}, {sayDay(since.decision.decidedOn)}
              </p>
              <Tags {...since} />
              <WhatCame since={since} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function NoDecisions({ list }: { list: DecisionList }) {
  return (
    <p class="empty">
      {list.all === 0
        ? 'No decision stands here yet. What a board decides is written down in its meeting.'
        : 'None of our decisions is one of these.'}
    </p>
  );
}

/** Which decisions stand below, and the way to all of them; nothing where all do. */
function Chosen({ list, asked }: { list: DecisionList; asked: DecisionsAsked }) {
  const which = [
    list.of ? `decided by ${list.of.name}` : '',
    asked.year === undefined ? '' : `in ${asked.year}`,
    asked.state === undefined ? '' : stateWords[asked.state],
  ].filter((words) => words !== '');
  if (which.length === 0) return null;
  return (
    <p>
      You see {list.decisions.length} of {list.all}: those {which.join(', ')}.{' '}
      <a href={agendaPlaces.decisions}>See all decisions</a>
    </p>
  );
}

const stateWords = {
  'to-hear': 'of which nothing is told yet',
  came: 'of which it is told what came of them',
} as const;

function Tags({ decision, isLate, replacedBy }: DecisionList['decisions'][number]) {
  const tags = [
    quorumWords[decision.quorum],
    decision.publishing.publish === 'exempt' ? 'Not published' : '',
    isLate && decision.due !== undefined ? `We wanted to hear by ${sayDay(decision.due)}` : '',
    replacedBy ? 'No longer stands' : '',
    decision.dissent === '' ? '' : 'Somebody disagreed',
  ].filter((tag) => tag !== '');
  if (tags.length === 0) return null;
  return (
    <p class="tags">
      {tags.map((tag) => (
        <span key={tag} class="tag">
          {tag}
        </span>
      ))}
    </p>
  );
}

function Filters({ list, asked }: { list: DecisionList; asked: DecisionsAsked }) {
  const answers = { errors: [] };
  const any = { value: '', text: 'All' };
  return (
    <form method="get" class="filters" aria-label="Which decisions">
      <PickField
        answers={answers}
        name="body"
        label="Decided by"
        options={[any, ...list.bodies.map(({ key, name }) => ({ value: key, text: name }))]}
        before={asked.bodyKey ?? ''}
      />
      <PickField
        answers={answers}
        name="year"
        label="In"
        options={[any, ...list.years.map((year) => ({ value: String(year), text: String(year) }))]}
        before={asked.year === undefined ? '' : String(asked.year)}
      />
      <PickField
        answers={answers}
        name="state"
        label="What came of it"
        options={[any, { value: 'to-hear', text: 'Not told yet' }, { value: 'came', text: 'Told' }]}
        before={asked.state ?? ''}
      />
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}

function Redesigns({ found }: { found: readonly Redesign[] }) {
  return (
    <>
      <h1>How we changed the plan and our services</h1>
      <p class="lead">
        Each change as it was and as it became, who took part in thinking it through, and the decision that
        made it.
      </p>
      {found.length === 0 ? (
        <p class="empty">
          No change is written down yet. A decision that changes the plan or a service writes one.
        </p>
      ) : (
        <ol class="decisions">
          {found.map(({ change, decision, body }) => (
            <li key={change.id}>
              <h2 dir="auto">{change.what}</h2>
              <OfPlan change={change} />
              <BeforeAndAfter change={change} />
              <p>
                <a href={agendaPlaces.decision(decision.number)}>{decision.title}</a>
                <span class="quiet">
                  {' '}
                  ({sayDecisionNumber(decision)}, {body?.name}, {sayDay(decision.decidedOn)})
                </span>
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
