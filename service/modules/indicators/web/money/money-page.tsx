import { toCsv, type ChartTable } from '#packages/charts';
import { Button, Select } from '#packages/govuk-jsx';
import { allowed } from '#platform/access/policy.ts';
import { file, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { gdpDeflators } from '#reference/deflators.ts';
import { sayDay, dayFrom } from '#platform/kernel/day.ts';
import { lineStates } from '../../domain/money/money-line.ts';
import { sayYear } from '../../domain/money/financial-year.ts';
import { sayPrices } from '../../domain/money/prices.ts';
import { sumsBy, type SumsBy } from '../../domain/money/sums.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { moneyView, type MoneyAsked, type MoneyView } from '../../queries/money/money-view.ts';
import { LinesTable } from './lines/lines-table.tsx';
import { moneyPage } from './money-around.tsx';
import { chartFiles, queryOf, sayShares, SharesChart, SpendChart, spendTable } from './money-charts.tsx';
import { linesTable, sharesTable } from './money-tables.ts';
import { sayPosts, sayPounds } from './money-words.ts';
import { frameOf } from '../pictures/places.ts';
import { PutOnYourSite } from '../pictures/put-on-your-site.tsx';
import { moneyPlaces } from './places.ts';
import { withQuery } from '../reading.ts';

/** What partners spend and how many people work, by year, partner, place and how early help comes; `.csv` is its file. */
export const moneyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: moneyPlaces.all,
    policy: 'everyone',
    answer: async (request) => {
      const view = await viewOf(request);
      return page({
        ...moneyPage('Money and people', {
          path: request.path,
          children: <Money view={view} by={byOf(request)} origin={request.origin} />,
        }),
        wide: true,
      });
    },
  },
  {
    method: 'GET',
    path: moneyPlaces.file,
    policy: 'everyone',
    answer: async (request) => {
      const view = await viewOf(request);
      const which = request.query.get('table') ?? 'lines';
      return file(
        'text/csv; charset=utf-8',
        toCsv(tableOf(view, which, byOf(request))),
        `money-${which}.csv`,
      );
    },
  },
];

function tableOf(view: MoneyView, which: string, by: SumsBy): ChartTable {
  if (which === 'shares') return sharesTable(view);
  return which === 'sums' ? spendTable(view, by) : linesTable(view);
}

/** By which side an address asks for sums. */
export function byOf({ query }: Pick<PageRequest, 'query'>): SumsBy {
  return sumsBy.find((by) => by === query.get('by')) ?? 'help';
}

/** Whoever sees small teams as they are leaves a fact behind, which needs a writing transaction. */
function viewOf(request: PageRequest): Promise<MoneyView> {
  const asked = askedOf(request.query);
  return allowed(request.actor, keepMoney)
    ? request.write((ctx) => moneyView(ctx, asked))
    : request.read((ctx) => moneyView(ctx, asked));
}

/** Which money an address asks for. */
export function askedOf(query: URLSearchParams): MoneyAsked {
  const year = query.get('year') ?? '';
  return {
    year: /^\d{4}$/.test(year) ? Number(year) : undefined,
    partner: query.get('partner') || undefined,
    areaCode: query.get('place') || undefined,
    state: lineStates.find((state) => state === query.get('state')),
    prices: query.get('prices') === 'real' ? 'real' : 'as-paid',
  };
}

function Money({ view, by, origin }: { view: MoneyView; by: SumsBy; origin: string }) {
  if (view.years.length === 0) return <Nothing mayKeep={view.mayKeep} />;
  return (
    <>
      <p class="lead">{leadOf(view)}</p>
      {view.mayKeep ? <Ways /> : null}
      <Filters view={view} by={by} />
      <HeldBack view={view} />
      <div class="side-by-side">
        <SpendChart view={view} by={by} />
        {view.shares.length > 0 ? <SharesChart view={view} /> : null}
      </div>
      <EarlyAndLate view={view} />
      {view.isOpen ? <PutOnYourSite origin={origin} frames={framesOf(view, by)} /> : null}
      <h2>The lines behind it</h2>
      {view.lines.length > 12 ? (
        <details>
          <summary>Show all {view.lines.length} lines</summary>
          <LinesTable view={view} />
        </details>
      ) : (
        <LinesTable view={view} />
      )}
      <p>
        <a href={withQuery(moneyPlaces.file, { ...queryOf(view), table: 'lines' })}>
          These lines as a file (CSV)
        </a>
      </p>
    </>
  );
}

function framesOf(view: MoneyView, by: SumsBy) {
  const sums = {
    name: 'What is spent',
    title: 'What partners spend on children',
    csvHref: chartFiles.sums(view, by),
  };
  const shares = {
    name: 'How much comes early',
    title: 'How much of what is spent comes early, and how much late',
    csvHref: chartFiles.shares(view),
  };
  return (view.shares.length > 0 ? [sums, shares] : [sums]).map(frameOf);
}

function leadOf({ state, spend, staff, year, prices, shares }: MoneyView): string {
  const sum = spend.reduce((all, { amount }) => all + amount, 0);
  const posts = staff.reduce((all, { amount }) => all + amount, 0);
  const isDone = state === 'actual';
  const said = [
    spend.length > 0 ? `${sayPounds(sum)} ${isDone ? 'was spent' : 'is planned'}` : '',
    staff.length > 0 ? `${sayPosts(posts)} full-time posts ${isDone ? 'were filled' : 'are planned'}` : '',
  ].filter(Boolean);
  const when = year === undefined ? '' : ` in ${sayYear(year)}`;
  const money = prices.kind === 'real' ? ` (${sayPrices(prices)})` : '';
  if (said.length === 0) return `No amount can be shown${when}.`;
  return `${said.join(' and ')}${when}${money}. ${shares.length > 0 ? `${sayShares(shares)}.` : ''}`;
}

function Ways() {
  return (
    <div class="actions">
      <a class="govuk-button" href={moneyPlaces.addLine}>
        Write down a line
      </a>
      <a href={moneyPlaces.bringIn}>Bring in a table</a>
      <a href={moneyPlaces.children}>How many children live where</a>
    </div>
  );
}

function Nothing({ mayKeep }: { mayKeep: boolean }) {
  return (
    <div class="empty">
      <h2>No spend is written down yet</h2>
      <p>
        Here will be what each partner spends on children and how many people work for them: early and late,
        zone by zone, beside need.
      </p>
      {mayKeep ? (
        <p>
          The first step: <a href={moneyPlaces.bringIn}>bring in a table</a>, or{' '}
          <a href={moneyPlaces.addLine}>write down one line</a>.
        </p>
      ) : (
        <p>The first step is an analyst’s: to bring in what the partners’ own budgets say.</p>
      )}
    </div>
  );
}

function Filters({ view, by }: { view: MoneyView; by: SumsBy }) {
  const { asked, years, partners, places, year } = view;
  const all = { value: '', text: 'All' };
  return (
    <form method="get" action={moneyPlaces.all} class="filters">
      <Select
        name="year"
        label={{ text: 'Financial year' }}
        value={String(year ?? '')}
        items={years.map((one) => ({ value: String(one), text: sayYear(one) }))}
      />
      <Select
        name="partner"
        label={{ text: 'Partner' }}
        value={asked.partner ?? ''}
        items={[all, ...partners.map((name) => ({ value: name, text: name }))]}
      />
      <Select
        name="place"
        label={{ text: 'Place' }}
        value={asked.areaCode ?? ''}
        items={[
          all,
          ...places.map(({ code, name }, at) => ({
            value: code,
            text: at === 0 ? `${name}, no one zone` : name,
          })),
        ]}
      />
      <HowItIsShown view={view} by={by} />
      <Button text="Show" />
    </form>
  );
}

function HowItIsShown({ view, by }: { view: MoneyView; by: SumsBy }) {
  return (
    <>
      <Select
        name="by"
        label={{ text: 'Put together by' }}
        value={by}
        items={[
          { value: 'help', text: 'Early or late' },
          { value: 'zone', text: 'Place' },
          { value: 'partner', text: 'Partner' },
          { value: 'year', text: 'Year' },
        ]}
      />
      <Select
        name="state"
        label={{ text: 'Actual or planned' }}
        value={view.state}
        items={[
          { value: 'actual', text: 'Actual' },
          { value: 'planned', text: 'Planned' },
        ]}
      />
      <Select
        name="prices"
        label={{ text: 'Prices' }}
        value={view.asked.prices}
        items={[
          { value: 'as-paid', text: 'As paid at the time' },
          { value: 'real', text: `Of ${sayYear(gdpDeflators().latestOutturn)}` },
        ]}
      />
    </>
  );
}

function HeldBack({ view: { heldBack, notForThem, withoutDeflator, prices } }: { view: MoneyView }) {
  const { title, publisher, published, link } = gdpDeflators();
  const day = dayFrom(published);
  return (
    <>
      {heldBack > 0 ? (
        <p class="quiet">
          {heldBack === 1 ? 'The amount of 1 line is' : `The amounts of ${heldBack} lines are`} held back and
          in no sum: one or two people stand behind {heldBack === 1 ? 'it' : 'each'}, and nobody’s pay is
          shown.
        </p>
      ) : null}
      {notForThem > 0 ? (
        <p class="quiet">
          {notForThem === 1 ? '1 line is' : `${notForThem} lines are`} not for this page and in no sum on it,
          so sums and shares are of the rest.
        </p>
      ) : null}
      {prices.kind === 'real' ? (
        <p class="quiet">
          Amounts are {sayPrices(prices)}, by <a href={link}>{title}</a>
          {day ? `, ${publisher}, ${sayDay(day)}` : ''}. Later years rest on its forecast.
          {withoutDeflator > 0
            ? ` ${withoutDeflator} lines of years that it does not hold are left out.`
            : ''}
        </p>
      ) : (
        <p class="quiet">
          Amounts are as paid at the time. Prices rose meanwhile, so years are better compared in the prices
          of one.
        </p>
      )}
    </>
  );
}

function EarlyAndLate({ view }: { view: MoneyView }) {
  if (view.shares.length === 0) return null;
  return (
    <p class="quiet">
      Early is help for everybody and early help; late is what the law requires; targeted help lies between.
      Each line says who calls it so. A larger share does not say that the help worked.
    </p>
  );
}
