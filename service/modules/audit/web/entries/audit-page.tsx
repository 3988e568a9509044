import { toCsv } from '#packages/charts';
import { Button } from '#packages/govuk-jsx';
import { PickField } from '#platform/forms/inputs.tsx';
import { file, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayFrom, dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { periods, type AuditAsked } from '../../domain/audit-asked.ts';
import { plain, sayAct, wayWords } from '../../domain/look-words.ts';
import { readAudit } from '../../domain/permissions.ts';
import { auditCounts, auditList, type AuditList, type Choice } from '../../queries/audit-list.ts';
import { auditPlaces } from '../places.ts';
import { DayCounts, dayTable } from './day-counts.tsx';
import { EntryTable } from './entry-table.tsx';

/** Who did what to personal data. */
export const auditPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: auditPlaces.all,
    policy: readAudit,
    async answer(request) {
      const asked = askedOf(request);
      const list = await request.look((ctx) => auditList(ctx, asked));
      const body = <Audit list={list} asked={asked} request={request} />;
      return page({ title: 'Who did what', wide: true, body });
    },
  },
  {
    method: 'GET',
    path: auditPlaces.days,
    policy: readAudit,
    async answer(request) {
      const asked = askedOf(request);
      const counts = await request.read((ctx) => auditCounts(ctx, asked));
      const table = dayTable({ counts, asked, today: dayInEngland(request.now) });
      return file('text/csv; charset=utf-8', toCsv(table), 'audit-by-day.csv');
    },
  },
];

function askedOf({ query }: PageRequest): AuditAsked {
  const before = Number(query.get('before') ?? '');
  return {
    period: periods.find((period) => String(period) === query.get('period')) ?? 30,
    day: dayFrom(query.get('day') ?? ''),
    way: Object.keys(wayWords).find((way) => way === query.get('way')),
    act: /^[a-z.-]+$/.exec(query.get('act') ?? '')?.[0],
    person: idFrom(query.get('who') ?? ''),
    chain: idFrom(query.get('body') ?? ''),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
}

type Props = { list: AuditList; asked: AuditAsked; request: PageRequest };

function Audit({ list, asked, request }: Props) {
  const caption = asked.day ? `What was done on ${sayDay(asked.day)}` : 'What was done, the latest first';
  return (
    <>
      <h1>Who did what</h1>
      <p class="lead">
        Every time somebody reads, writes, shares or deletes something about a person, it is sealed here: who,
        when and why, and never a word of what they saw.
      </p>
      <p>That you look at this page is written down too.</p>
      <ul>
        <li>
          <a href={auditPlaces.unusual}>What is out of the ordinary</a>
        </li>
        <li>
          <a href={auditPlaces.heads}>Has anybody changed it? Seals and verification</a>
        </li>
        <li>
          <a href={auditPlaces.subject}>Everything about one record</a>
        </li>
      </ul>
      <DayCounts counts={list.counts} asked={asked} today={dayInEngland(request.now)} />
      <h2 id="entries">{caption}</h2>
      <Filters list={list} asked={asked} />
      {list.looks.length === 0 ? (
        <p class="empty">Nothing like that was done in these days. Choose fewer things above to see more.</p>
      ) : (
        <form method="post" action={auditPlaces.subject}>
          <CsrfField csrf={request.csrf} />
          <EntryTable looks={list.looks} caption={caption} />
        </form>
      )}
      {list.next === undefined ? null : (
        <p>
          <a href={earlier(request, list.next)}>Show what came before</a>
        </p>
      )}
    </>
  );
}

/** The same choice, a page further back. */
function earlier({ query }: PageRequest, before: number): string {
  const further = new URLSearchParams(query);
  further.set('before', String(before));
  return `${auditPlaces.all}?${further.toString()}#entries`;
}

function Filters({ list, asked }: { list: AuditList; asked: AuditAsked }) {
  return (
    <form method="get" action={auditPlaces.all} class="filters">
      {choicesOf(list, asked).map(({ name, label, options, before }) => (
        <PickField
          key={name}
          answers={{ errors: [] }}
          name={name}
          label={label}
          options={options}
          before={before ?? ''}
        />
      ))}
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}

const all = { value: '', text: 'All' };

/** What can be chosen, and what was. */
function choicesOf(list: AuditList, asked: AuditAsked) {
  const days = periods.map((one) => ({ value: String(one), text: `The last ${one} days` }));
  const ways = Object.entries(wayWords).map(([value, text]) => ({ value, text }));
  const acts = list.acts.map((act) => ({
    value: act,
    text: `${plain(act.split('.')[0] ?? '')}: ${sayAct(act)}`,
  }));
  return [
    { name: 'period', label: 'When', options: days, before: String(asked.period) },
    { name: 'way', label: 'What they did', options: [all, ...ways], before: asked.way },
    { name: 'act', label: 'What exactly', options: [all, ...acts], before: asked.act },
    { name: 'who', label: 'Who', options: named(list.people), before: asked.person },
    { name: 'body', label: 'From where', options: named(list.organisations), before: asked.chain },
  ];
}

function named(choices: readonly Choice[]) {
  return [all, ...choices.map(({ id, name }) => ({ value: id, text: name }))];
}
