import { Button } from '#packages/govuk-jsx';
import { DayField, dayPosted, PickField, type Answers } from '#platform/forms/inputs.tsx';
import { page, type PageRequest, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { outcomes } from '../../domain/disclosures/disclosure.ts';
import { recordSharing } from '../../domain/permissions.ts';
import type { SharingSubjects } from '../../queries/sharing-subjects.ts';
import { ledger, type Ledger, type LedgerFilter, type LedgerLine } from '../../queries/disclosures/ledger.ts';
import { sharingPlaces } from '../places.ts';
import { purposeTitles, sayWhat } from './disclosure-words.ts';
import { DangerNow } from './record-start.tsx';

/** The ledger: what was shared and what was not, by day, each as large as the other. */
export function ledgerRoutes(subjects: SharingSubjects): readonly Route[] {
  return [
    {
      method: 'GET',
      path: sharingPlaces.ledger,
      policy: recordSharing,
      answer: async (request) => {
        const filter = filterOf(request);
        const found = await request.look((ctx) => ledger(ctx, { subjects, filter }));
        return page({
          title: 'Shared, and not shared',
          body: <LedgerBody found={found} filter={filter} answers={answersOf(request)} />,
        });
      },
    },
  ];
}

function filterOf({ query }: PageRequest): LedgerFilter {
  const posted = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
  const day = (name: string) => {
    const found = dayPosted(posted, name);
    return found === 'empty' || found === 'no-such-day' ? undefined : found;
  };
  const pageNumber = Number(/^\d{1,4}$/.exec(query.get('page') ?? '')?.[0] ?? '1');
  return {
    outcome: outcomes.find((one) => one === query.get('outcome')),
    organisationId: idFrom<'organisation'>(query.get('body') ?? ''),
    from: day('from'),
    until: day('until'),
    page: Math.max(1, pageNumber),
  };
}

function answersOf({ query }: PageRequest): Answers {
  const posted = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
  return Object.keys(posted).length > 0 ? { posted, errors: [] } : { errors: [] };
}

type Props = { found: Ledger; filter: LedgerFilter; answers: Answers };

function LedgerBody({ found, filter, answers }: Props) {
  const { lines } = found;
  return (
    <>
      <h1>Shared, and not shared</h1>
      <p class="lead">
        {found.isWhole
          ? 'Every share between organisations, and every decision not to, by day.'
          : 'What was shared, or not, about the children you work with, by day.'}
      </p>
      <DangerNow />
      <div class="actions">
        <a class="govuk-button govuk-button--secondary" href={sharingPlaces.record}>
          Write down a share, or a decision not to
        </a>
        <a href={sharingPlaces.agreements}>Agreements</a>
        <a href={sharingPlaces.register}>What everybody can read</a>
      </div>
      <Filters found={found} answers={answers} />
      {lines.length === 0 ? (
        <p class="empty">
          Nothing is here{filter.page > 1 ? ' any more' : ' yet'}. What is shared, and what is not, will stand
          here by day.
        </p>
      ) : (
        <Days lines={lines} />
      )}
      <Turning found={found} filter={filter} answers={answers} />
    </>
  );
}

function Filters({ found, answers }: Pick<Props, 'found' | 'answers'>) {
  return (
    <details class="ledger-filters" open={answers.posted !== undefined}>
      <summary>Choose what to see</summary>
      <form method="get" action={sharingPlaces.ledger} class="edit">
        <PickField
          answers={answers}
          name="outcome"
          label="Shared or not"
          options={[
            { value: '', text: 'Both' },
            { value: 'shared', text: 'Shared' },
            { value: 'not-shared', text: 'Decided not to share' },
          ]}
        />
        <PickField
          answers={answers}
          name="body"
          label="Organisation"
          options={[
            { value: '', text: 'Any' },
            ...found.bodies.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <DayField answers={answers} name="from" label="From" hint="It may stay empty." />
        <DayField answers={answers} name="until" label="Until" hint="It may stay empty." />
        <div class="actions">
          <Button text="Show these" classes="govuk-button--secondary" />
          <a href={sharingPlaces.ledger}>Show all</a>
        </div>
      </form>
    </details>
  );
}

function Days({ lines }: { lines: readonly LedgerLine[] }) {
  const days = [...new Set(lines.map(({ entry }) => entry.decidedOn ?? ''))];
  return (
    <>
      {days.map((day) => {
        const of = lines.filter(({ entry }) => (entry.decidedOn ?? '') === day);
        const [first] = of;
        return (
          <section key={day}>
            <h2>{first?.entry.decidedOn ? sayDay(first.entry.decidedOn) : 'No day'}</h2>
            <ul class="ledger">
              {of.map((line) => (
                <Line key={line.entry.id} line={line} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Line({ line: { entry, about, from, overdue } }: { line: LedgerLine }) {
  return (
    <li class={entry.outcome === 'shared' ? 'ledger-shared' : 'ledger-not-shared'}>
      <p class="ledger-what">
        <span class="tag">{entry.outcome === 'shared' ? 'Shared' : 'Not shared'}</span>{' '}
        <a href={sharingPlaces.entry(entry.number)} dir="auto">
          {sayWhat(entry)}
        </a>
      </p>
      <p class="quiet" dir="auto">
        S{entry.number}
        {about === undefined ? '' : `, about ${about}`}. From {from}.{' '}
        {entry.purpose ? `${purposeTitles[entry.purpose]}.` : ''}
      </p>
      <Owed line={{ entry, overdue }} />
    </li>
  );
}

function Owed({ line: { entry, overdue } }: { line: Pick<LedgerLine, 'entry' | 'overdue'> }) {
  if (entry.recorded === undefined)
    return (
      <p>
        <span class={overdue ? 'tag tag-late' : 'tag tag-waiting'}>
          {overdue ? 'Record overdue' : 'Record due within a day'}
        </span>
      </p>
    );
  if (entry.manner === 'compelled' && entry.signedOff === undefined)
    return (
      <p>
        <span class="tag tag-waiting">Waits to be signed off</span>
      </p>
    );
  return null;
}

function Turning({ found, filter, answers }: Props) {
  if (filter.page === 1 && !found.hasMore) return null;
  const to = (number: number): string => {
    const query = new URLSearchParams();
    for (const [name, values] of Object.entries(answers.posted ?? {}))
      for (const value of name === 'page' ? [] : values) if (value !== '') query.append(name, value);
    query.set('page', String(number));
    return `${sharingPlaces.ledger}?${query.toString()}`;
  };
  return (
    <nav class="actions" aria-label="Pages of the ledger">
      {filter.page > 1 ? <a href={to(filter.page - 1)}>Later days</a> : null}
      {found.hasMore ? <a href={to(filter.page + 1)}>Earlier days</a> : null}
    </nav>
  );
}
