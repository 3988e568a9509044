import { dayFrom, dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { notFound, page, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { minutesToRead, type Edition } from '../../domain/years/year-report.ts';
import { reportView } from '../../queries/years/report-view.ts';
import { yearPlaces } from './places.ts';
import { ReportText } from './report-text.tsx';

/** The report of a year as it was published, for everybody: to read, to print, to read aloud. */
export const reportRoutes: readonly Route[] = [
  { method: 'GET', path: '/years/:plan/report', policy: 'everyone', answer: show },
  { method: 'GET', path: '/years/:plan/report/:edition', policy: 'everyone', answer: show },
];

async function show(request: PageRequest): Promise<Answer> {
  const view = await request.read((ctx) => reportView(ctx, request.params['plan'] ?? ''));
  const asked = request.params['edition'];
  const edition =
    asked === undefined
      ? view?.editions[0]
      : view?.editions.find(({ edition: number }) => `${number}` === asked);
  if (!view || !edition) return notFound();
  return page({
    title: edition.document.title,
    breadcrumbs: [{ text: edition.document.plan.title, href: `/plans/${view.plan.key}` }],
    body: <Report edition={edition} editions={view.editions} />,
  });
}

function Report({ edition, editions }: { edition: Edition; editions: readonly Edition[] }) {
  const { document } = edition;
  const minutes = minutesToRead(document);
  const [latest] = editions;
  return (
    <article class="aloud year-report">
      <h1 dir="auto">{document.title}</h1>
      <p class="lead">
        {saySpan(document.plan)}. About {minutes === 1 ? 'one minute' : `${minutes} minutes`} to read aloud.
      </p>
      {latest && latest.edition !== edition.edition ? (
        <p class="year-earlier">
          This is an earlier edition. <a href={yearPlaces.report(document.plan.key)}>Read the newest one</a>,
          published because: {latest.reason}
        </p>
      ) : null}
      {document.parts.map(({ kind, heading, words }) => (
        <section key={kind}>
          <h2 dir="auto">{heading}</h2>
          <ReportText words={words} />
        </section>
      ))}
      <Editions edition={edition} editions={editions} />
    </article>
  );
}

function Editions({ edition, editions }: { edition: Edition; editions: readonly Edition[] }) {
  const { key } = edition.document.plan;
  return (
    <footer class="year-editions">
      <p class="quiet">
        Edition {edition.edition}, published on {sayDay(dayInEngland(edition.publishedAt))}. It stays as it
        is.
      </p>
      {editions.length > 1 ? (
        <>
          <h2>Every edition</h2>
          <ul>
            {editions.map((one) => (
              <li key={one.id}>
                <a href={yearPlaces.edition(key, one.edition)}>Edition {one.edition}</a>,{' '}
                {sayDay(dayInEngland(one.publishedAt))}
                {one.reason === '' ? '' : `: ${one.reason}`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </footer>
  );
}

function saySpan({ from, until }: { from: string; until: string }): string {
  const [first, last] = [dayFrom(from), dayFrom(until)];
  return first && last ? `${sayDay(first)} to ${sayDay(last)}` : '';
}
