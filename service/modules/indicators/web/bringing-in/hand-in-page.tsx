import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { Button, ErrorSummary, FileUpload } from '#packages/govuk-jsx';
import { orAMoment, readInBackground } from '../../actions/bring-in/in-background.ts';
import { handInFiles, waitingFolderBeside } from '../../actions/hand-in-files.ts';
import type { HandedIn } from '../../actions/hand-in-files.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { actingFor } from './acting.ts';
import { importPlaces } from './places.ts';
import { WhatToDownload } from './what-to-download.tsx';

/** Handing files in: what to download from whom, and one field for all of it. */
export const handInRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: importPlaces.handIn,
    policy: bringInFigures,
    answer: async (request) => page(handInPage(request)),
  },
  { method: 'POST', path: importPlaces.handIn, policy: bringInFigures, uploads: true, answer: receive },
];

async function receive(request: PageRequest): Promise<Answer> {
  const files = request.uploads
    .filter(({ field }) => field === 'files')
    .map(({ fileName, path, bytes, sha256 }) => ({ name: fileName.slice(-200), path, bytes, sha256 }));
  const [first] = files;
  if (!first) return pageToMend(handInPage(request, 'Choose at least one file'));
  const act = actingFor(request);
  const handed = await handInFiles(act, { files, keepIn: waitingFolderBeside(first.path), moves: true });
  if (!handed.done) return notFound();
  const queued = handed.value.flatMap((one) => (one.kind === 'queued' ? [one.id] : []));
  await orAMoment(readInBackground(act, queued));
  return redirectTo(...whereTo(handed.value));
}

/** One file leads to its own page, several to the page of all. */
function whereTo(handed: readonly HandedIn[]): [string, string?] {
  const here = handed.flatMap((one) => (one.kind === 'here-already' ? [one] : []));
  const said = here.length === 0 ? undefined : sayHereAlready(here.map(({ fileName }) => fileName));
  const [only, ...others] = handed;
  if (!only || others.length > 0) return said ? [importPlaces.all, said] : [importPlaces.all];
  if (only.kind === 'unmapped') return [importPlaces.columns(only.id)];
  const id = only.kind === 'here-already' ? only.batch.id : only.id;
  return said ? [importPlaces.one(id), said] : [importPlaces.one(id)];
}

function sayHereAlready(names: readonly string[]): string {
  const named = names.map((name) => `“${name}”`).join(', ');
  return names.length === 1
    ? `The very content of ${named} was handed in before, so nothing was changed.`
    : `The very content of these was handed in before, so nothing was changed by them: ${named}.`;
}

function handInPage(request: PageRequest, wrong?: string): PageContent {
  return {
    title: 'Bring figures in',
    breadcrumbs: [
      { text: 'Your work', href: '/work' },
      { text: 'Published figures', href: importPlaces.all },
    ],
    body: (
      <>
        {wrong ? (
          <ErrorSummary
            titleText="There is something to put right"
            errorList={[{ href: '#files', text: wrong }]}
          />
        ) : null}
        <h1>Bring figures in</h1>
        <p class="lead">
          Download the publisher’s file and hand it in unchanged. You see what it would change before anything
          does.
        </p>
        <HandInForm request={request} wrong={wrong} />
        <WhatToDownload />
      </>
    ),
  };
}

function HandInForm({ request, wrong }: { request: PageRequest; wrong: string | undefined }) {
  return (
    <form method="post" action={importPlaces.handIn} encType="multipart/form-data" noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <FileUpload
        name="files"
        id="files"
        multiple
        label={{ text: 'Files from a publisher', classes: 'govuk-label--m' }}
        hint={{
          text: 'CSV or Parquet, up to 300 MB each. Any other table in CSV is read once you have said what its columns are. Choose files that belong together at once: a table with its .meta.csv, the bulk file with its data dictionary.',
        }}
        errorMessage={wrong ? { text: wrong } : undefined}
      />
      <Button text="Read them" preventDoubleClick />
    </form>
  );
}
