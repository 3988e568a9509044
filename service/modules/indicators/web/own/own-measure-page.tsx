import { allowed } from '#platform/access/policy.ts';
import { notFound, page, type PageContent, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { Button, Select, Input } from '#packages/govuk-jsx';
import { breakdownOf, sayBreakdown } from '../../domain/observation.ts';
import type { OwnMeasure } from '../../domain/own/own-measure.ts';
import { ownPeriod, periodsToEnter } from '../../domain/own/own-period.ts';
import { measurePath } from '../../domain/figures/measure-definition.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import {
  ownMeasureView,
  partnersView,
  type OwnMeasureView,
  type PartnersView,
} from '../../queries/own/own-measure-view.ts';
import { ownPage } from './own-around.tsx';
import { audienceWords, rhythmWords } from './own-words.ts';
import { ownPlaces } from './places.ts';
import { CountedTable, ReleasedTable } from './own-tables.tsx';

/** A measure of our own: its owner sees what was counted, the partnership what was released to it. */
export const ownMeasureRoute: Route = {
  method: 'GET',
  path: `${ownPlaces.all}/:code`,
  policy: 'at-work',
  answer: async (request) => {
    const code = request.params['code'] ?? '';
    if (allowed(request.actor, keepOwnMeasures)) {
      const view = await request.write((ctx) => ownMeasureView(ctx, code));
      return view ? page(ownerPage(request, view)) : notFound();
    }
    const view = await request.read((ctx) => partnersView(ctx, code));
    return view ? page(partnersPage(view, dayInEngland(request.now))) : notFound();
  },
};

function About({ own }: { own: OwnMeasure }) {
  return (
    <p class="lead" dir="auto">
      {own.counts}
      {own.outOf === '' ? '' : `, of ${own.outOf}`}. {rhythmWords[own.rhythm].every}, from {own.source}, kept
      by {own.owner}.
    </p>
  );
}

function partnersPage({ own, places, release }: PartnersView, today: Day): PageContent {
  const figures = release?.figures.map((figure) => ({
    ...figure,
    start: ownPeriod(own.rhythm, figure.start, today)?.text ?? figure.start,
  }));
  return ownPage(own.title, {
    body: (
      <>
        <About own={own} />
        {figures ? (
          <ReleasedTable own={own} places={places} release={{ figures }} />
        ) : (
          <div class="empty">
            <h2>Nothing has been released to the partnership yet</h2>
            <p>
              Its owner releases figures once small groups are protected. What is for everybody stands on its{' '}
              <a href={measurePath({ source: 'local', code: own.code })}>page of figures</a>.
            </p>
          </div>
        )}
      </>
    ),
  });
}

function ownerPage(request: PageRequest, view: OwnMeasureView): PageContent {
  const { own } = view;
  return ownPage(own.title, {
    body: (
      <>
        <About own={own} />
        <p>
          <a href={ownPlaces.change(own.code)}>Change what is said of it</a>
          {' · '}
          <a href={`${ownPlaces.measure(own.code)}/suppliers`}>Who sends it, by a link in an e-mail</a>
        </p>
        <h2>Enter figures</h2>
        <EnterForm request={request} view={view} />
        <h2>As they were counted</h2>
        {view.figures.length === 0 ? (
          <p class="quiet">No figure has been entered yet.</p>
        ) : (
          <CountedTable view={view} />
        )}
        <h2>Release</h2>
        <Releases view={view} />
      </>
    ),
  });
}

/** The period and the group are chosen first: a form that asks, and changes nothing. */
function EnterForm({ request, view }: { request: PageRequest; view: OwnMeasureView }) {
  const { own, figures } = view;
  const periods = periodsToEnter(own.rhythm, dayInEngland(request.now), 12);
  const groups = [...new Set(figures.map(({ breakdown }) => breakdown))].filter((group) => group !== '');
  return (
    <form method="get" action={`${ownPlaces.measure(own.code)}/choose`} class="edit">
      <Select
        name="start"
        id="start"
        label={{ text: `Which ${rhythmWords[own.rhythm].one}?`, classes: 'govuk-label--s' }}
        items={periods.map((period) => ({
          value: period.start,
          text: `${sayPeriod(period)}${isEntered(view, period.start) ? '' : ' (nothing yet)'}`,
        }))}
      />
      <Select
        name="group"
        id="group"
        label={{ text: 'Of whom?', classes: 'govuk-label--s' }}
        items={[
          { value: '', text: 'Everybody' },
          ...groups.map((group) => ({ value: group, text: sayBreakdown(group) })),
        ]}
      />
      <OtherGroup />
      <Button text="Go on to its figures" />
    </form>
  );
}

function OtherGroup() {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Of a group that is not in the list</span>
      </summary>
      <div class="govuk-details__text">
        <Input
          name="kind"
          id="kind"
          label={{ text: 'What tells it from others', classes: 'govuk-label--s' }}
          hint={{ text: 'Sex, Age, Free school meals' }}
          autocomplete="off"
        />
        <Input
          name="value"
          id="value"
          label={{ text: 'Which group it is', classes: 'govuk-label--s' }}
          hint={{ text: 'Girls' }}
          autocomplete="off"
        />
      </div>
    </details>
  );
}

function isEntered({ figures }: OwnMeasureView, start: string): boolean {
  return figures.some(({ period }) => period.start === start);
}

/** The group that was asked for by its parts, or chosen. */
export function groupAsked(query: URLSearchParams): string {
  const [kind = '', value = ''] = ['kind', 'value'].map((name) =>
    (query.get(name) ?? '').trim().slice(0, 60),
  );
  return kind !== '' && value !== '' ? breakdownOf({ [kind]: value }) : (query.get('group') ?? '');
}

function Releases({ view }: { view: OwnMeasureView }) {
  const { own, figures, releases } = view;
  return (
    <>
      <p>
        Small groups are held back first, and then whatever else would give them away. You see what would be
        shown before it is.
      </p>
      {figures.length === 0 ? null : (
        <div class="actions">
          {(['partners', 'public'] as const).map((audience) => (
            <a
              key={audience}
              class="govuk-button govuk-button--secondary"
              href={ownPlaces.release(own.code, audience)}
            >
              {audienceWords[audience].to}
            </a>
          ))}
        </div>
      )}
      {releases.length === 0 ? (
        <p class="quiet">Nothing has been released yet.</p>
      ) : (
        <ul>
          {releases.map(({ audience, madeAt, byName }) => (
            <li key={madeAt.toISOString()}>
              {sayDay(dayInEngland(madeAt))}, by {byName}: to {audienceWords[audience].who}
            </li>
          ))}
        </ul>
      )}
      {releases.some(({ audience }) => audience === 'public') ? (
        <p>
          <a href={measurePath({ source: 'local', code: own.code })}>As everybody sees it</a>
        </p>
      ) : null}
    </>
  );
}
