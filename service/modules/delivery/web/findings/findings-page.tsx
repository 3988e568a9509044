import { toCsv } from '#packages/charts';
import { Button } from '#packages/govuk-jsx';
import { allowed } from '#platform/access/policy.ts';
import { PickField } from '#platform/forms/inputs.tsx';
import { file, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland, type Day } from '#platform/kernel/day.ts';
import { findingKinds } from '../../domain/finding.ts';
import { standings, type FindingsAsked } from '../../domain/findings/choose-findings.ts';
import { addChildrensFinding } from '../../domain/permissions.ts';
import { findingsList, type FindingsList } from '../../queries/findings/findings-list.ts';
import { FindingCards } from './finding-cards.tsx';
import { kindWords, standingWords } from './finding-words.ts';
import { findingsTable } from './findings-table.ts';
import { findingPlaces } from './places.ts';

/** Everything that was found about our work, and what became of it: to read, and to take away. */
export const findingsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: findingPlaces.all,
    policy: 'everyone',
    answer: async (request) => {
      const asked = askedOf(request);
      const list = await request.read((ctx) => findingsList(ctx, asked));
      return page({ title: 'Findings', body: <Findings list={list} asked={asked} request={request} /> });
    },
  },
  {
    method: 'GET',
    path: findingPlaces.file,
    policy: 'everyone',
    answer: async (request) => {
      const list = await request.read((ctx) => findingsList(ctx, askedOf(request)));
      const table = findingsTable(list, dayInEngland(request.now));
      return file('text/csv; charset=utf-8', toCsv(table), 'findings.csv');
    },
  },
];

function askedOf({ query }: PageRequest): FindingsAsked {
  return {
    kind: findingKinds.find((kind) => kind === query.get('kind')),
    standing: standings.find((standing) => standing === query.get('state')),
    organisation: query.get('owner') || undefined,
    element: query.get('element') || undefined,
  };
}

type Props = { list: FindingsList; asked: FindingsAsked; request: PageRequest };

function Findings({ list, asked, request }: Props) {
  const today = dayInEngland(request.now);
  const open = list.chosen.filter(({ state }) => state !== 'closed');
  const over = list.chosen.filter(({ state }) => state === 'closed');
  return (
    <>
      <h1>Findings</h1>
      <p class="lead">{sayCounts(list)}</p>
      <p>
        What inspections, audits, reviews and children found, on one list. Whoever answers for a finding says
        when it is mended, and somebody else looks and closes it.
      </p>
      {allowed(request.actor, addChildrensFinding) ? (
        <p>
          <a class="govuk-button" href={findingPlaces.add}>
            Write down a finding
          </a>
        </p>
      ) : null}
      {list.counts.all === 0 ? <NoneYet /> : <Filters list={list} asked={asked} />}
      {list.counts.all > 0 && list.chosen.length === 0 ? (
        <p class="empty">No finding is like that. Choose fewer things above to see more.</p>
      ) : null}
      <Part title="Not closed yet" findings={open} list={list} today={today} />
      <Part title="Closed" findings={over} list={list} today={today} />
      {list.chosen.length > 0 ? (
        <p>
          <a href={fileOf(request)}>Take this list away as a file for a spreadsheet (CSV)</a>
        </p>
      ) : null}
    </>
  );
}

function sayCounts({ counts }: FindingsList): string {
  if (counts.all === 0) return 'Nothing has been written down yet.';
  const open = counts.open === 1 ? 'One is open' : `${counts.open} are open`;
  const late = counts.late === 0 ? 'none of them late' : `${counts.late} of them late`;
  const ready = counts.ready === 1 ? 'one waits to be closed' : `${counts.ready} wait to be closed`;
  return `${open}${counts.open === 0 ? '' : `, ${late}`}; ${ready}; ${counts.closed} ${counts.closed === 1 ? 'is' : 'are'} closed.`;
}

function Part(props: { title: string; findings: FindingsList['chosen']; list: FindingsList; today: Day }) {
  if (props.findings.length === 0) return null;
  return (
    <section>
      <h2>{props.title}</h2>
      <FindingCards findings={props.findings} list={props.list} today={props.today} />
    </section>
  );
}

function NoneYet() {
  return (
    <div class="empty">
      <h2>No findings yet</h2>
      <p>
        Here will be what others saw when they looked at our work: inspectors, our own auditors, reviewers,
        and children themselves, each with who answers for it and what became of it.
      </p>
    </div>
  );
}

function Filters({ list, asked }: { list: FindingsList; asked: FindingsAsked }) {
  const answers = { errors: [] };
  return (
    <form method="get" action={findingPlaces.all} class="filters">
      <PickField
        answers={answers}
        name="kind"
        label="Found by"
        options={[all, ...findingKinds.map((kind) => ({ value: kind, text: kindWords[kind] }))]}
        before={asked.kind ?? ''}
      />
      <PickField
        answers={answers}
        name="state"
        label="How it stands"
        options={[all, ...standings.map((one) => ({ value: one, text: standingWords[one] }))]}
        before={asked.standing ?? ''}
      />
      <PickField
        answers={answers}
        name="owner"
        label="Who answers for it"
        options={named(list.organisations)}
        before={asked.organisation ?? ''}
      />
      <PickField
        answers={answers}
        name="element"
        label="Part of the strategy"
        options={named(list.elements)}
        before={asked.element ?? ''}
      />
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}

function fileOf({ query }: PageRequest): string {
  const asked = query.toString();
  return asked === '' ? findingPlaces.file : `${findingPlaces.file}?${asked}`;
}

const all = { value: '', text: 'All' };

function named(names: ReadonlyMap<string, string>) {
  return [all, ...[...names].map(([value, text]) => ({ value, text }))];
}
