import { page, type Route } from '#platform/http/route.ts';
import { readAudit } from '../../domain/permissions.ts';
import { unusualLimits } from '../../domain/unusual-limits.ts';
import { unusual, type Unusual, type UnusualReport } from '../../queries/unusual.ts';
import { auditCrumb, auditPlaces } from '../places.ts';
import { sayInstant } from './instant.ts';

/** What somebody may want to ask about. It lists, and judges nobody. */
export const unusualPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: auditPlaces.unusual,
    policy: readAudit,
    async answer(request) {
      const report = await request.look(unusual);
      return page({
        title: 'Out of the ordinary',
        breadcrumbs: [auditCrumb],
        body: <Report report={report} />,
      });
    },
  },
];

const { children, refusals, opens, closes } = unusualLimits;

const parts: readonly { kind: keyof UnusualReport; title: string; says: string; none: string }[] = [
  {
    kind: 'withoutStanding',
    title: 'Looked without a part in the child’s life',
    says: 'Somebody read or shared a child’s record with no standing in it.',
    none: 'Nobody did.',
  },
  {
    kind: 'many',
    title: 'Many children within an hour',
    says: `Somebody opened ${children} or more different children within one hour.`,
    none: 'Nobody did.',
  },
  {
    kind: 'outOfHours',
    title: 'Out of hours',
    says: `Somebody read or shared a child’s record at a weekend, before ${opens} in the morning or after ${closes - 12} in the evening.`,
    none: 'Nobody did.',
  },
  {
    kind: 'refused',
    title: 'Not let in again and again',
    says: `Somebody was refused ${refusals} times or more on one day.`,
    none: 'Nobody was.',
  },
];

function Report({ report }: { report: UnusualReport }) {
  return (
    <>
      <h1>Out of the ordinary</h1>
      <p class="lead">What the last thirty days hold that somebody may want to ask about.</p>
      <p>
        Each of these can be right: a duty worker works at night, a review opens many records. Nothing here
        counts against anybody. Ask the person first.
      </p>
      {parts.map(({ kind, title, says, none }) => (
        <section key={kind}>
          <h2>{title}</h2>
          <p>{says}</p>
          {report[kind].length === 0 ? <p class="empty">{none}</p> : <List found={report[kind]} />}
        </section>
      ))}
    </>
  );
}

function List({ found }: { found: readonly Unusual[] }) {
  return (
    <ul class="cards">
      {found.map((one) => (
        <li class="card" key={`${one.personId} ${one.at.toISOString()}`}>
          <p>
            <a href={`${auditPlaces.all}?who=${one.personId}&day=${one.day}`}>{one.name}</a>
          </p>
          <p>
            {sayCounts(one)}, from {sayInstant(one.at)}
          </p>
        </li>
      ))}
    </ul>
  );
}

function sayCounts({ acts, children: many }: Unusual): string {
  const times = acts === 1 ? 'Once' : `${acts} times`;
  return many === 0 ? times : `${times}, ${many === 1 ? 'one child' : `${many} children`}`;
}
