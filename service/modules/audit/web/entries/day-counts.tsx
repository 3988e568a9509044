import { TrendChart, trendTable, type ChartTable, type TrendChartProps } from '#packages/charts';
import type { Day } from '#platform/kernel/day.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { daysOf, eachDay, type AuditAsked } from '../../domain/audit-asked.ts';
import { auditPlaces } from '../places.ts';

type Count = { day: Day; way: string; count: number };

/** How much was touched each day, as a picture with its table. */
export function DayCounts(props: { counts: readonly Count[]; asked: AuditAsked; today: Day }) {
  return <TrendChart {...chartOf(props)} />;
}

/** The same as a table, for a file. */
export function dayTable(props: { counts: readonly Count[]; asked: AuditAsked; today: Day }): ChartTable {
  return trendTable(chartOf(props));
}

function chartOf(props: { counts: readonly Count[]; asked: AuditAsked; today: Day }): TrendChartProps {
  const { counts, asked, today } = props;
  const days = eachDay(daysOf({ ...asked, day: undefined }, today));
  const of = (day: Day, ways: (way: string) => boolean): number =>
    counts.filter((one) => one.day === day && ways(one.way)).reduce((sum, { count }) => sum + count, 0);
  const line = (
    named: { key: string; name: string; role: 'own' | 'other' },
    ways: (way: string) => boolean,
  ) => ({
    ...named,
    points: days.map((day, order) => ({
      period: shortDay.format(new Date(`${day}T00:00:00Z`)),
      order,
      value: { kind: 'number' as const, number: of(day, ways) },
      joinsPrevious: true,
    })),
  });
  const most = days.toSorted((a, b) => of(b, anything) - of(a, anything))[0];
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    id: 'chart-days',
    finding:
      total === 0 || !most
        ? 'Nothing was touched in these days'
        : `${total.toLocaleString('en-GB')} entries in ${days.length} days, most of them on ${sayDay(most)}`,
    measure: 'How often personal data was touched each day',
    unit: { name: 'entries', decimals: 0 },
    csvHref: `${auditPlaces.days}?period=${asked.period}`,
    source: { text: 'the audit of this service' },
    headingLevel: 2,
    scaleFrom: 'zero',
    series: [
      line({ key: 'all', name: 'All', role: 'own' }, anything),
      line({ key: 'refused', name: 'Refused', role: 'other' }, (way) => way === 'refused'),
    ],
  };
}

const anything = (): boolean => true;
const shortDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
