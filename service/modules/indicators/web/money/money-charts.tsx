import {
  areaTable,
  BarIntervalChart,
  TrendChart,
  type BarIntervalChartProps,
  type ChartTable,
  type Point,
  type Series,
} from '#packages/charts';
import { sayYear } from '../../domain/money/financial-year.ts';
import { sayPrices } from '../../domain/money/prices.ts';
import { sumsOf, type Shares, type SumsBy } from '../../domain/money/sums.ts';
import type { MoneyView } from '../../queries/money/money-view.ts';
import { withQuery } from '../reading.ts';
import { helpWords, sayPounds } from './money-words.ts';
import { picturePlaces } from '../pictures/places.ts';
import { moneyPlaces } from './places.ts';

/** What every chart of money names as its source. */
export const moneySource = {
  text: 'The partners’ own lines: each names its source in the list below',
} as const;

/** What is asked of the page, as its file is asked for the same. */
export function queryOf({ asked, year }: MoneyView): Readonly<Record<string, string | undefined>> {
  return {
    year: year === undefined ? undefined : String(year),
    partner: asked.partner,
    place: asked.areaCode,
    state: asked.state,
    prices: asked.prices === 'real' ? 'real' : undefined,
  };
}

const byWords: { readonly [By in SumsBy]: string } = {
  help: 'how early help comes',
  zone: 'place',
  partner: 'partner',
  year: 'financial year',
};

/** Where the tables of the two charts are. */
export const chartFiles = {
  sums: (view: MoneyView, by: SumsBy) => withQuery(moneyPlaces.file, { ...queryOf(view), table: 'sums', by }),
  shares: (view: MoneyView) => withQuery(moneyPlaces.file, { ...queryOf(view), table: 'shares' }),
} as const;

function nameOf(view: MoneyView, by: SumsBy, key: string): string {
  switch (by) {
    case 'help':
      return Object.entries(helpWords).find(([help]) => help === key)?.[1].name ?? key;
    case 'zone':
      return key === view.places[0]?.code
        ? 'For the whole area'
        : (view.places.find(({ code }) => code === key)?.name ?? key);
    case 'partner':
      return key;
    case 'year':
      return sayYear(Number(key));
  }
}

function spendProps(view: MoneyView, by: SumsBy): BarIntervalChartProps {
  const csvHref = chartFiles.sums(view, by);
  const lines = by === 'year' ? view.spendOfAllYears : view.spend;
  const sums = sumsOf(lines, by);
  const [most] = sums.toSorted((a, b) => b.amount - a.amount);
  const finding = most
    ? `Most: ${nameOf(view, by, most.key)}, ${sayPounds(most.amount)}`
    : 'No spend is written down';
  return {
    id: 'chart-spend',
    finding,
    measure: `Spend by ${byWords[by]}, ${sayPrices(view.prices)}`,
    unit: { name: 'pounds', symbol: '£', decimals: 0 },
    csvHref,
    pictureHrefs: view.isOpen ? picturePlaces.ofFile(csvHref) : undefined,
    source: moneySource,
    headingLevel: 2,
    period: view.year === undefined || by === 'year' ? 'All years' : sayYear(view.year),
    areas: sums.map(({ key, amount }) => ({
      key,
      name: nameOf(view, by, key),
      role: 'neighbour',
      value: { kind: 'number', number: amount },
    })),
  };
}

/** The sums of spend, as the picture shows them and its file holds them. */
export function spendTable(view: MoneyView, by: SumsBy): ChartTable {
  return areaTable(spendProps(view, by));
}

/** What is spent, by one of its sides. */
export function SpendChart({ view, by }: { view: MoneyView; by: SumsBy }) {
  return <BarIntervalChart {...spendProps(view, by)} />;
}

/** Whether more of the money comes early than years ago. */
export function SharesChart({ view }: { view: MoneyView }) {
  const { shares } = view;
  const line = (of: 'early' | 'targeted' | 'late', name: string, role: Series['role']): Series => ({
    key: of,
    name,
    role,
    points: shares.map((share): Point => ({
      period: sayYear(share.year),
      order: share.year,
      value: { kind: 'number', number: share[of] },
      joinsPrevious: true,
    })),
  });
  return (
    <TrendChart
      id="chart-shares"
      finding={sayShares(shares)}
      measure="How much of what is spent comes early, and how much late"
      unit={{ name: '% of spend', symbol: '%', decimals: 1 }}
      csvHref={chartFiles.shares(view)}
      pictureHrefs={view.isOpen ? picturePlaces.ofFile(chartFiles.shares(view)) : undefined}
      source={moneySource}
      headingLevel={2}
      scaleFrom="zero"
      series={[
        line('early', 'Early', 'own'),
        line('targeted', 'Between', 'other'),
        line('late', 'Late', 'neighbour'),
      ]}
    />
  );
}

/** The finding over the years: what is so, and never why. */
export function sayShares(shares: readonly Shares[]): string {
  const [first] = shares;
  const last = shares.at(-1);
  if (!first || !last) return 'No spend is written down';
  const now = `${Math.round(last.early)}% of what was spent in ${sayYear(last.year)} came early`;
  if (first === last) return now;
  const change = last.early - first.early;
  if (Math.abs(change) < 0.5) return `${now}, the same as in ${sayYear(first.year)}`;
  return `${now}, ${change > 0 ? 'more' : 'less'} than the ${Math.round(first.early)}% of ${sayYear(first.year)}`;
}
