import { Button } from '#packages/govuk-jsx';
import { notFound, page, type PageContent, type PageRequest, type Route } from '#platform/http/route.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { Batch } from '../../domain/bringing-in/batch.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { sourceToFetch, type SourceLine } from '../../queries/fetching/sources.ts';
import { aMoment } from '../../actions/bring-in/in-background.ts';
import { sayInstant, sayState } from '../bringing-in/import-words.ts';
import { LooksAgain, looksAgainScripts } from '../bringing-in/looks-again.tsx';
import { importPlaces } from '../bringing-in/places.ts';
import { comesInWords, rhythmWords, sayAsked, saySource } from './fetching-words.ts';
import { fetchingPlaces } from './places.ts';

/** One thing that is fetched: how far it has come, what came of it last, and what may be done. */
export const sourceRoute: Route = {
  method: 'GET',
  path: fetchingPlaces.one(':id'),
  policy: bringInFigures,
  answer: async (request) => {
    const found = await whenItStands(request);
    return found ? page(sourceContent(request, found)) : notFound();
  },
};

/** The thing that an address names. */
export function sourceIdOf(request: PageRequest): Id<'fetch-source'> | undefined {
  return idFrom<'fetch-source'>(request.params['id'] ?? '');
}

type Found = { source: SourceLine; files: readonly Batch[] };

const looks = 6;
const betweenLooksMs = 250;

/** Where nothing is new that is known at once, so nobody is shown a page of waiting for it. */
async function whenItStands(request: PageRequest): Promise<Found | undefined> {
  const id = sourceIdOf(request);
  if (!id) return undefined;
  for (let look = 1; ; look += 1) {
    const found = await request.read((ctx) => sourceToFetch(ctx, id));
    if (!found?.source.isAtWork || look === looks) return found;
    await aMoment(betweenLooksMs);
  }
}

function sourceContent(request: PageRequest, found: Found): PageContent {
  const { source } = found;
  return {
    title: `${saySource(source)}: ${source.title}`,
    breadcrumbs: [
      { text: 'Your work', href: '/work' },
      { text: 'Published figures', href: importPlaces.all },
      { text: 'Fetched from publishers', href: fetchingPlaces.all },
    ],
    scripts: looksAgainScripts(source.isAtWork),
    body: (
      <LooksAgain while={source.isAtWork} says={`${source.title}: ${saySource(source)}`}>
        <Source request={request} found={found} />
      </LooksAgain>
    ),
  };
}

function Source({ request, found: { source, files } }: { request: PageRequest; found: Found }) {
  return (
    <>
      <h1 dir="auto">{source.title}</h1>
      <p class="lead">{sayWhatNow(source)}</p>
      {source.isAtWork ? (
        <p>
          <a href={fetchingPlaces.one(source.id)}>See how far it has come</a>
        </p>
      ) : (
        <Ways request={request} source={source} />
      )}
      {files.length > 0 && !source.isAtWork ? <Files files={files} /> : null}
      <h2>How it is fetched</h2>
      <Facts source={source} />
      {source.isAtWork ? null : <Remove request={request} source={source} />}
    </>
  );
}

function sayWhatNow(source: SourceLine): string {
  if (source.isAtWork)
    return source.progress ?? 'It is being fetched. Nothing is changed until all of it is here.';
  if (source.outcome === undefined)
    return source.isPaused
      ? 'It is set up and has never been fetched. It rests until somebody lets it be fetched.'
      : 'It is set up and has not been fetched yet. It is fetched at the next round, or now.';
  return source.outcomeWords ?? saySource(source);
}

function Ways({ request, source }: { request: PageRequest; source: SourceLine }) {
  return (
    <div class="actions">
      <form method="post" action={fetchingPlaces.now(source.id)}>
        <CsrfField csrf={request.csrf} />
        <Button text="Fetch it now" preventDoubleClick />
      </form>
      <form method="post" action={fetchingPlaces.pause(source.id)}>
        <CsrfField csrf={request.csrf} />
        <input type="hidden" name="pause" value={source.isPaused ? 'no' : 'yes'} />
        <Button
          text={source.isPaused ? 'Let it be fetched by itself' : 'Pause it'}
          classes="govuk-button--secondary"
          preventDoubleClick
        />
      </form>
    </div>
  );
}

function Files({ files }: { files: readonly Batch[] }) {
  return (
    <>
      <h2>What came of it last</h2>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <a href={importPlaces.one(file.id)} class="file-name">
              {file.fileName}
            </a>
            : {sayState({ state: file.state, isSilent: false }).toLowerCase()}
            {file.summary.figures > 0 ? `, ${file.summary.figures.toLocaleString('en-GB')} figures` : ''}
          </li>
        ))}
      </ul>
    </>
  );
}

function Facts({ source }: { source: SourceLine }) {
  const facts: readonly (readonly [string, string])[] = [
    ['What', sayAsked(source)],
    ['How often', source.isPaused ? 'Paused: not by itself' : rhythmWords[source.rhythm]],
    ['What becomes of it', comesInWords[source.comesIn].name],
    ...(source.keptAs === undefined ? [] : [['Brought in as', `${source.keptAs}.csv`] as const]),
    ['Last tried', source.triedAt ? sayInstant(source.triedAt) : 'Never'],
    ['The publisher last answered', source.answeredAt ? sayInstant(source.answeredAt) : 'Never'],
    ['Set by', source.changedByName],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Remove({ request, source }: { request: PageRequest; source: SourceLine }) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Stop fetching it for good</span>
      </summary>
      <div class="govuk-details__text">
        <p>What was brought in stays. It can be set up again at any time.</p>
        <form method="post" action={fetchingPlaces.remove(source.id)}>
          <CsrfField csrf={request.csrf} />
          <Button text="Take it off the list" classes="govuk-button--warning" preventDoubleClick />
        </form>
      </div>
    </details>
  );
}
