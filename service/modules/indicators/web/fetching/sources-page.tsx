import { page, type Route } from '#platform/http/route.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { sourcesToFetch, type SourceLine } from '../../queries/fetching/sources.ts';
import { sayInstant } from '../bringing-in/import-words.ts';
import { LooksAgain, looksAgainScripts } from '../bringing-in/looks-again.tsx';
import { importPlaces } from '../bringing-in/places.ts';
import { rhythmWords, sayAsked, saySource } from './fetching-words.ts';
import { fetchingPlaces } from './places.ts';

/** Everything that is fetched by itself, and how each stands. */
export const sourcesRoute: Route = {
  method: 'GET',
  path: fetchingPlaces.all,
  policy: bringInFigures,
  answer: async (request) => {
    const sources = await request.read(sourcesToFetch);
    const isAtWork = sources.some((source) => source.isAtWork);
    return page({
      title: 'Fetched from publishers',
      breadcrumbs: [
        { text: 'Your work', href: '/work' },
        { text: 'Published figures', href: importPlaces.all },
      ],
      scripts: looksAgainScripts(isAtWork),
      body: (
        <LooksAgain
          while={isAtWork}
          says={sources.map((source) => `${source.title}: ${saySource(source)}`).join('. ')}
        >
          <Sources sources={sources} />
        </LooksAgain>
      ),
    });
  },
};

function Sources({ sources }: { sources: readonly SourceLine[] }) {
  return (
    <>
      <h1>Fetched from publishers</h1>
      <p class="lead">
        Fingertips and Explore Education Statistics give their figures away over open interfaces. What is
        named here is asked for again and again, and goes the way of a file that was handed in.
      </p>
      <div class="actions">
        <a href={fetchingPlaces.add} class="govuk-button">
          Fetch something more
        </a>
        {sources.some(({ isAtWork }) => isAtWork) ? (
          <a href={fetchingPlaces.all}>See how far the work has come</a>
        ) : null}
      </div>
      {sources.length === 0 ? <NothingYet /> : <SourcesTable sources={sources} />}
      <p class="quiet">The publisher is told which service asks and what for, and nothing of who uses it.</p>
    </>
  );
}

function NothingYet() {
  return (
    <p class="empty">
      Nothing is fetched by itself yet. <a href={fetchingPlaces.add}>Name an indicator or a data set</a>, and
      it is looked after from then on; or <a href={importPlaces.handIn}>hand a file in</a> yourself.
    </p>
  );
}

function SourcesTable({ sources }: { sources: readonly SourceLine[] }) {
  return (
    <div class="table-scroll" role="region" aria-label="What is fetched" tabIndex={0}>
      <table class="table">
        <caption>What is fetched, and what came of it last</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">How it stands</th>
            <th scope="col">How often</th>
            <th scope="col">Last tried</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SourceRow({ source }: { source: SourceLine }) {
  const { title, triedAt } = source;
  return (
    <tr>
      <th scope="row">
        <a href={fetchingPlaces.one(source.id)} dir="auto">
          {title}
        </a>
        <div class="quiet light">{sayAsked(source)}</div>
      </th>
      <td>
        <span class={source.outcome === 'failed' ? 'tag tag-waiting' : 'tag'}>{saySource(source)}</span>
      </td>
      <td>{source.isPaused ? 'Paused' : rhythmWords[source.rhythm]}</td>
      <td>{triedAt ? sayInstant(triedAt) : '–'}</td>
    </tr>
  );
}
