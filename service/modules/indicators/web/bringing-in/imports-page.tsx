import { page, type PageRequest, type Route } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { Button } from '#packages/govuk-jsx';
import { isUnderWay } from '../../domain/bringing-in/batch.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { imports } from '../../queries/imports.ts';
import type { ImportLine } from '../../queries/imports.ts';
import { sayCount, sayFormat, sayInstant, sayState } from './import-words.ts';
import { LooksAgain, looksAgainScripts } from './looks-again.tsx';
import { fetchingPlaces } from '../fetching/places.ts';
import { importPlaces } from './places.ts';

/** What was brought in, by whom, and how each file stands. */
export const importsPageRoute: Route = {
  method: 'GET',
  path: importPlaces.all,
  policy: bringInFigures,
  answer: async (request) => {
    const files = await request.read(imports);
    return page({
      title: 'Published figures brought in',
      breadcrumbs: [{ text: 'Your work', href: '/work' }],
      scripts: looksAgainScripts(files.some(isAtWork)),
      body: (
        <LooksAgain while={files.some(isAtWork)} says={sayNewest(files)}>
          <Imports request={request} files={files} />
        </LooksAgain>
      ),
    });
  },
};

function isAtWork({ state, isSilent }: ImportLine): boolean {
  return isUnderWay(state) && !isSilent;
}

/** How the newest files stand, for those who do not see it change: work is done on those. */
function sayNewest(files: readonly ImportLine[]): string {
  return files
    .slice(0, 3)
    .map((file) => `${file.fileName}: ${sayState(file)}`)
    .join('. ');
}

function Imports({ request, files }: { request: PageRequest; files: readonly ImportLine[] }) {
  const waiting = files.filter(({ state, format }) => state === 'read' && format !== 'measure-map');
  return (
    <>
      <h1>Published figures brought in</h1>
      <p class="lead">
        Each file is read first, and changes nothing until somebody says yes. What was brought in can be
        withdrawn.
      </p>
      <div class="actions">
        <a href={importPlaces.handIn} class="govuk-button">
          Bring figures in
        </a>
        <a href={fetchingPlaces.all}>Have them fetched from publishers</a>
        {files.some(isAtWork) ? <a href={importPlaces.all}>See how far the work has come</a> : null}
      </div>
      {waiting.length > 1 ? <AllWaiting request={request} files={waiting} /> : null}
      {files.length === 0 ? <NothingYet /> : <Files files={files} />}
    </>
  );
}

function NothingYet() {
  return (
    <p class="empty">
      No figures have been brought in yet. Publishers give theirs away as files:{' '}
      <a href={importPlaces.handIn}>see what to download, and bring it in</a>.
    </p>
  );
}

function AllWaiting({ request, files }: { request: PageRequest; files: readonly ImportLine[] }) {
  return (
    <form method="post" action={importPlaces.bringAllIn} class="edit">
      <CsrfField csrf={request.csrf} />
      <p>
        {sayCount(files.length, 'file waits', 'files wait')} for your yes. Open each to see what it would
        change, or bring all of them in.
      </p>
      <Button text={`Bring in all ${files.length}`} classes="govuk-button--secondary" preventDoubleClick />
    </form>
  );
}

function Files({ files }: { files: readonly ImportLine[] }) {
  return (
    <div class="table-scroll" role="region" aria-label="Files handed in" tabIndex={0}>
      <table class="table">
        <caption>Files handed in, newest first</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">How it stands</th>
            <th scope="col" class="number">
              Figures
            </th>
            <th scope="col">Handed in</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.id}>
              <th scope="row" class="file-name">
                <a href={importPlaces.one(file.id)}>{file.fileName}</a>
                <div class="quiet light">{sayFormat(file.format)}</div>
              </th>
              <td>
                <span class={file.state === 'read' ? 'tag tag-waiting' : 'tag'}>{sayState(file)}</span>
              </td>
              <td class="number">
                {file.summary.figures > 0 ? file.summary.figures.toLocaleString('en-GB') : '–'}
              </td>
              <td>
                {sayInstant(file.startedAt)}
                <div class="quiet">by {file.madeByName}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
