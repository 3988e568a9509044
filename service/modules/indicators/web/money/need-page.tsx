import { toCsv } from '#packages/charts';
import { Button, Select } from '#packages/govuk-jsx';
import { allowed } from '#platform/access/policy.ts';
import { file, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { gdpDeflators } from '#reference/deflators.ts';
import { sayYear } from '../../domain/money/financial-year.ts';
import { sayPrices } from '../../domain/money/prices.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { shortPeriod } from '../../domain/say-period.ts';
import { spendBeside, type BesideAsked, type SpendBeside } from '../../queries/money/spend-beside.ts';
import { reading } from '../reading.ts';
import { moneyPage } from './money-around.tsx';
import { needTable } from './money-tables.ts';
import { sayPounds } from './money-words.ts';
import { frameOf } from '../pictures/places.ts';
import { PutOnYourSite } from '../pictures/put-on-your-site.tsx';
import { NeedChart, needFileOf, placedZones } from './need-chart.tsx';
import { moneyPlaces } from './places.ts';
import { sayTogether } from './say-together.ts';

/** Spend for each child beside need, zone by zone; `.csv` is its file. */
export const needRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: moneyPlaces.need,
    policy: 'everyone',
    answer: async (request) => {
      const view = await request.read((ctx) => spendBeside(ctx, askedOf(request)));
      return page(
        moneyPage('Spend beside need', {
          path: request.path,
          children: (
            <Beside view={view} mayKeep={allowed(request.actor, keepMoney)} origin={request.origin} />
          ),
        }),
      );
    },
  },
  {
    method: 'GET',
    path: moneyPlaces.needFile,
    policy: 'everyone',
    answer: async (request) => {
      const view = await request.read((ctx) => spendBeside(ctx, askedOf(request)));
      return file('text/csv; charset=utf-8', toCsv(needTable(view)), 'spend-beside-need.csv');
    },
  },
];

/** Which spend and which need an address asks for. */
export function askedOf({ query }: Pick<PageRequest, 'query'>): BesideAsked {
  const year = query.get('year') ?? '';
  return {
    year: /^\d{4}$/.test(year) ? Number(year) : undefined,
    measure: query.get('measure') || undefined,
    prices: query.get('prices') === 'real' ? 'real' : 'as-paid',
  };
}

function Beside({ view, mayKeep, origin }: { view: SpendBeside; mayKeep: boolean; origin: string }) {
  const missing = whatIsMissing(view);
  return (
    <>
      <p class="lead">{sayTogether(view)}</p>
      {missing ? (
        <div class="empty">
          <h2>{missing.title}</h2>
          <p>{missing.words}</p>
          {mayKeep && missing.href ? (
            <p>
              <a href={missing.href}>{missing.step}</a>
            </p>
          ) : null}
        </div>
      ) : null}
      {view.years.length > 0 && view.measures.length > 0 ? <Filters view={view} /> : null}
      <NeedChart view={view} />
      {view.isOpen && placedZones(view).length > 0 ? (
        <PutOnYourSite
          origin={origin}
          frames={[
            frameOf({
              name: 'Spend beside need',
              title: 'Spend beside need, zone by zone',
              csvHref: needFileOf(view),
            }),
          ]}
        />
      ) : null}
      <Notes view={view} />
      {mayKeep ? (
        <p>
          <a href={moneyPlaces.children}>Change how many children live where</a>
        </p>
      ) : null}
    </>
  );
}

type Missing = { title: string; words: string; step?: string; href?: string };

/** The first thing that keeps the two from standing beside each other. */
function whatIsMissing({ rows, years, children, measures }: SpendBeside): Missing | undefined {
  if (rows.length === 0)
    return {
      title: 'No zones are set up',
      words: 'Here will be what is spent on each child in every zone, beside how great the need is there.',
    };
  if (years.length === 0)
    return {
      title: 'No spend is written down yet',
      words: 'Here will be what is spent on each child in every zone, beside how great the need is there.',
      step: 'Bring in a table of spend',
      href: moneyPlaces.bringIn,
    };
  if (rows.every(({ areaCode }) => !children.has(areaCode)))
    return {
      title: 'Nobody has written down how many children live in each zone',
      words: 'Without it, a large zone would look as if it had more.',
      step: 'Write it down',
      href: moneyPlaces.children,
    };
  if (measures.length === 0)
    return {
      title: 'No measure has figures for zones yet',
      words: 'A measure that we count ourselves, zone by zone, can stand for need.',
      step: 'Our own measures',
      href: '/own-measures',
    };
  return undefined;
}

function Filters({ view }: { view: SpendBeside }) {
  const { years, year, measures, measure, prices } = view;
  return (
    <form method="get" action={moneyPlaces.need} class="filters">
      <Select
        name="year"
        label={{ text: 'Financial year' }}
        value={String(year ?? '')}
        items={years.map((one) => ({ value: String(one), text: sayYear(one) }))}
      />
      <Select
        name="measure"
        label={{ text: 'Need, by' }}
        value={measure?.id ?? ''}
        items={measures.map(({ id, title }) => ({ value: id, text: title }))}
      />
      <Select
        name="prices"
        label={{ text: 'Prices' }}
        value={prices.kind}
        items={[
          { value: 'as-paid', text: 'As paid at the time' },
          { value: 'real', text: `Of ${sayYear(gdpDeflators().latestOutturn)}` },
        ]}
      />
      <Button text="Show" />
    </form>
  );
}

function Notes({ view }: { view: SpendBeside }) {
  const { measure, needPeriod, everywhere, heldBack, children, prices, state } = view;
  const [said] = children.values();
  return (
    <section>
      <h2>How to read this</h2>
      <ul class="measure-notes">
        <li>
          Neither makes the other: need may be high although much is spent, or because little was. The picture
          says where to ask.
        </li>
        {measure ? (
          <li>
            Need is <a href={reading.measure(measure)}>{measure.title}</a>
            {needPeriod ? `, ${shortPeriod(needPeriod)}` : ''}.
          </li>
        ) : null}
        <li>
          Only what is spent in one zone counts there.{' '}
          {everywhere > 0
            ? `${sayPounds(everywhere)} more is spent for the whole area and in no one zone.`
            : ''}
        </li>
        {said ? (
          <li>
            Children: {said.source} ({said.ofYear}).
          </li>
        ) : null}
        <li>
          {state === 'actual' ? 'Spend is what was spent' : 'Spend is what is planned'}, {sayPrices(prices)}.
          {heldBack > 0
            ? ` ${heldBack} ${heldBack === 1 ? 'amount is' : 'amounts are'} held back, because one or two people stand behind ${heldBack === 1 ? 'it' : 'each'}.`
            : ''}
        </li>
      </ul>
    </section>
  );
}
