import { ErrorSummary } from '#packages/govuk-jsx';
import {
  notFound,
  page,
  pageToMend,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { aMoment } from '../../actions/bring-in/in-background.ts';
import { holdsFigures, isUnderWay } from '../../domain/bringing-in/batch.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { importById } from '../../queries/imports.ts';
import type { ImportLine } from '../../queries/imports.ts';
import { importIdOf } from './acting.ts';
import { DecisionForm } from './decision-form.tsx';
import { sayCount, sayFormat, sayInstant, sayState } from './import-words.ts';
import { Report } from './import-report.tsx';
import { importPlaces } from './places.ts';

/** One file: how far it has come, then what it would change, then what it did. */
export const importPageRoute: Route = {
  method: 'GET',
  path: importPlaces.one(':id'),
  policy: bringInFigures,
  answer: async (request) => {
    const found = await whenItStands(request);
    return found ? page(importContent(request, found)) : notFound();
  },
};

/** The page of one file again, with why nothing came of a decision. */
export async function notDecided(request: PageRequest, words: string): Promise<Answer> {
  const found = await whenItStands(request);
  return found ? pageToMend(importContent(request, found, words)) : notFound();
}

function importContent(request: PageRequest, found: ImportLine, wrong?: string): PageContent {
  return {
    title: `${sayState(found)}: ${found.fileName}`,
    breadcrumbs: [
      { text: 'Your work', href: '/work' },
      { text: 'Published figures', href: importPlaces.all },
    ],
    body: (
      <>
        {wrong ? <ErrorSummary titleText="Nothing was changed" descriptionText={wrong} /> : null}
        <Import request={request} file={found} />
      </>
    ),
  };
}

const looks = 8;
const betweenLooksMs = 250;

/** Nearly every file is done within two seconds, so whoever comes to look is not shown a page of waiting for less. */
async function whenItStands(request: PageRequest): Promise<ImportLine | undefined> {
  const id = importIdOf(request);
  if (!id) return undefined;
  for (let look = 1; ; look += 1) {
    const found = await request.read((ctx) => importById(ctx, id));
    if (!found || !isUnderWay(found.state) || found.isSilent || look === looks) return found;
    await aMoment(betweenLooksMs);
  }
}

function Import({ request, file }: { request: PageRequest; file: ImportLine }) {
  return (
    <>
      <h1 class="file-name">{file.fileName}</h1>
      <p class="lead">{sayWhatNow(file)}</p>
      <Ways request={request} file={file} />
      <p class="quiet">
        {sayFormat(file.format)}. Handed in by {file.madeByName} on {sayInstant(file.startedAt)}.
        {file.companions.length > 0
          ? ` Read with ${file.companions.map(({ fileName }) => fileName).join(' and ')}.`
          : ''}
      </p>
      {isUnderWay(file.state) ? null : <Report file={file} />}
      {file.state === 'visible' && holdsFigures(file.format) ? (
        <Withdraw request={request} file={file} />
      ) : null}
    </>
  );
}

function Withdraw({ request, file }: { request: PageRequest; file: ImportLine }) {
  return (
    <section aria-labelledby="withdraw">
      <h2 id="withdraw">If it was brought in by mistake</h2>
      <p>
        Withdrawing takes all its figures out of sight at once. What an earlier file said is seen again;
        nothing else is touched, and the file can be handed in again.
      </p>
      <DecisionForm
        request={request}
        action={importPlaces.withdraw(file.id)}
        text="Withdraw its figures"
        warns
      />
    </section>
  );
}

function sayWhatNow(file: ImportLine): string {
  if (file.isSilent)
    return 'It did not finish: the work on it stopped. Nothing was changed, and it is cleared when the service starts again.';
  switch (file.state) {
    case 'queued':
      return 'It waits its turn: files are read one at a time, so that pages stay quick.';
    case 'reading':
      return file.rowsRead === 0
        ? 'It is being read. Nothing is changed yet.'
        : `It is being read: ${sayCount(file.rowsRead, 'row')} so far. Nothing is changed yet.`;
    case 'read':
      return 'It has been read, and nothing is changed yet. This is what it would do.';
    case 'writing':
      return 'It is being brought in. Nobody sees any of it until all of it is here.';
    case 'visible':
      return holdsFigures(file.format)
        ? 'Its figures are brought in and can be seen.'
        : 'It is brought in, and what it says holds from now on.';
    case 'withdrawn':
      return 'Its figures were withdrawn. Nobody sees them; what an earlier file said is seen in their place.';
    case 'failed':
      return file.failure ?? 'It could not be brought in. Nothing was changed.';
  }
}

function Ways({ request, file }: { request: PageRequest; file: ImportLine }) {
  switch (file.state) {
    case 'read':
      return (
        <div class="actions">
          <DecisionForm request={request} action={importPlaces.confirm(file.id)} text="Bring it in" />
          <DecisionForm
            request={request}
            action={importPlaces.decline(file.id)}
            text="Do not bring it in"
            quiet
          />
        </div>
      );
    case 'failed':
      return <AfterFailure request={request} file={file} />;
    case 'visible':
      return (
        <div class="actions">
          <a href="/outcomes">See how we are doing</a>
          <a href={importPlaces.all}>All files</a>
        </div>
      );
    case 'withdrawn':
      return <p>It can be handed in again at any time.</p>;
    default:
      return (
        <p>
          <a href={importPlaces.one(file.id)}>See how far it has come</a>
        </p>
      );
  }
}

function AfterFailure({ request, file }: { request: PageRequest; file: ImportLine }) {
  return (
    <div class="actions">
      {file.keptIn === undefined ? null : (
        <DecisionForm request={request} action={importPlaces.again(file.id)} text="Try again" />
      )}
      <DecisionForm request={request} action={importPlaces.decline(file.id)} text="Put it away" quiet />
      <a href={importPlaces.handIn}>Hand in another file</a>
    </div>
  );
}
