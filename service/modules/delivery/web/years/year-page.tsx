import { allowed } from '#platform/access/policy.ts';
import { Wrong } from '#platform/forms/inputs.tsx';
import { nameOfActor } from '#platform/kernel/context.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import {
  notFound,
  page,
  pageToMend,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { keepPlan, lookBack, readBoards, turnYear } from '../../domain/permissions.ts';
import { yearView, type YearView } from '../../queries/years/year-view.ts';
import { LookBackSection } from './look-back-section.tsx';
import { NextSection } from './next-section.tsx';
import { yearPlaces } from './places.ts';
import { answersOf, type Shown } from './shown.ts';
import { countOpen, TurnSection } from './turn-section.tsx';
import { sayOpen } from './year-words.ts';

/** A year as it turns: look back, turn each line, new priorities, the report. */
export const yearRoute: Route = {
  method: 'GET',
  path: '/years/:plan',
  policy: readBoards,
  answer: async (request) => {
    const content = await yearContent(request, undefined);
    return content ? page(content) : notFound();
  },
};

/** The same page with what is to be put right in one of its forms. */
export async function yearToMend(request: PageRequest, shown: Shown): Promise<Answer> {
  const content = await yearContent(request, shown);
  return content ? pageToMend(content) : notFound();
}

async function yearContent(request: PageRequest, shown: Shown): Promise<PageContent | undefined> {
  const view = await request.read((ctx) => yearView(ctx, request.params['plan'] ?? ''));
  if (!view) return undefined;
  return {
    title: `The year turns: ${view.plan.title}`,
    breadcrumbs: [
      { text: 'Years', href: yearPlaces.all },
      { text: view.plan.title, href: `/plans/${view.plan.key}` },
    ],
    body: <Year request={request} view={view} shown={shown} />,
  };
}

function Year({ request, view, shown }: { request: PageRequest; view: YearView; shown: Shown }) {
  const { actor, csrf } = request;
  const answersFor = (form: string) => answersOf(shown, form);
  const may = {
    mayTurn: allowed(actor, turnYear),
    mayKeep: allowed(actor, keepPlan),
    mayClose: allowed(actor, keepPlan),
  };
  return (
    <>
      <Wrong errors={shown?.errors ?? []} />
      <h1>The year turns: {view.plan.title}</h1>
      <p class="lead">{sayWhere(view)}</p>
      <Steps view={view} />
      <LookBackSection
        view={view}
        answers={answersFor('look-back')}
        csrf={csrf}
        maySay={allowed(actor, lookBack)}
        mayTakeOut={({ saidByName }) => may.mayTurn || saidByName === nameOfActor(actor)}
      />
      <TurnSection view={view} answersFor={answersFor} csrf={csrf} {...may} />
      <NextSection view={view} answersFor={answersFor} csrf={csrf} {...may} />
      <ReportSection view={view} mayTurn={may.mayTurn} />
    </>
  );
}

function sayWhere({ plan, lines }: YearView): string {
  const span = `${sayDay(plan.from)} to ${sayDay(plan.until)}`;
  if (plan.state === 'closed') return `${span}. This year is closed.`;
  if (plan.state === 'draft') return `${span}. This plan is a draft: it is turned when its year has gone.`;
  const open = countOpen(lines);
  return open.priorities + open.actions === 0
    ? `${span}. Something was said of every line: the year can be closed.`
    : `${span}. ${sayOpen(open).replace(/^\w/, (first) => first.toUpperCase())} to turn.`;
}

/** Where the year stands, step by step. */
function Steps({ view }: { view: YearView }) {
  const { lookBacks, lines, next, report, editions } = view;
  const young = lookBacks.filter(({ who }) => who === 'young-people').length;
  const turned = lines.filter(({ standing }) => standing !== 'open').length;
  const [edition] = editions;
  const steps = [
    {
      href: '#look-back',
      text: 'Look back',
      state:
        lookBacks.length === 0 ? 'nothing said yet' : `${lookBacks.length} said, ${young} by young people`,
    },
    { href: '#turn', text: 'Turn each line', state: `${turned} of ${lines.length} turned` },
    {
      href: '#next',
      text: 'New priorities',
      state: next ? `${next.priorities.length} in the next plan, ${next.plan.state}` : 'not begun',
    },
    {
      href: '#report',
      text: 'The yearly report',
      state: edition
        ? `published on ${sayDay(dayInEngland(edition.publishedAt))}`
        : report
          ? 'drafted'
          : 'not begun',
    },
  ];
  return (
    <ol class="year-steps" aria-label="The steps of the year">
      {steps.map(({ href, text, state }) => (
        <li key={href}>
          <a href={href}>{text}</a>
          <span class="quiet">{state}</span>
        </li>
      ))}
    </ol>
  );
}

function ReportSection({ view, mayTurn }: { view: YearView; mayTurn: boolean }) {
  const { plan, editions, report } = view;
  const [latest] = editions;
  return (
    <section>
      <h2 id="report">4. The yearly report</h2>
      <p>
        It is drafted from what we hold: the numbers, a closer look, what children said and what happened.
        People then write it in their own words, part by part, and publish it.
      </p>
      {latest ? (
        <p>
          <a href={yearPlaces.report(plan.key)}>Read the report</a>, edition {latest.edition}, published on{' '}
          {sayDay(dayInEngland(latest.publishedAt))}.
        </p>
      ) : (
        <p>It is not published yet.</p>
      )}
      {mayTurn ? (
        <p>
          <a href={yearPlaces.draft(plan.key)}>{report ? 'Work on the report' : 'Begin the report'}</a>
        </p>
      ) : null}
    </section>
  );
}
