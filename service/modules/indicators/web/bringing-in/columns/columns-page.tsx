import { Button } from '#packages/govuk-jsx';
import { LineField, Wrong, type Answers, type Option } from '#platform/forms/inputs.tsx';
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
import type { Id } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { orAMoment, readInBackground } from '../../../actions/bring-in/in-background.ts';
import { forgetColumns } from '../../../actions/columns/forget-columns.ts';
import {
  columnsToSay,
  sayColumns,
  type ColumnsToSay,
  type LookRefusal,
} from '../../../actions/columns/say-columns.ts';
import { bringInFigures } from '../../../domain/permissions.ts';
import { actingFor, importIdOf } from '../acting.ts';
import { notDecided } from '../import-page.tsx';
import { importPlaces } from '../places.ts';
import { beforeAnswers, type Before } from './columns-before.ts';
import { readColumns } from './columns-form.ts';
import { fieldOf, sayColumnsWords } from './columns-words.ts';
import { LayoutFields } from './layout-fields.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { SurveyFields } from './survey-fields.tsx';
import { Remembered, Sample } from './sample.tsx';

const path = importPlaces.columns(':id');

/** Saying what the columns of a file are that no publisher's format explains. */
export const columnsRoutes: readonly Route[] = [
  { method: 'GET', path, policy: bringInFigures, answer: (request) => withFile(request, show) },
  { method: 'POST', path, policy: bringInFigures, answer: (request) => withFile(request, say) },
  {
    method: 'POST',
    path: importPlaces.forgetColumns(':id'),
    policy: bringInFigures,
    answer: (request) => withFile(request, forget),
  },
];

type Found = { request: PageRequest; id: Id<'import'>; file: ColumnsToSay };

async function withFile(
  request: PageRequest,
  answer: (found: Found) => Answer | Promise<Answer>,
): Promise<Answer> {
  const id = importIdOf(request);
  if (!id) return notFound();
  const file = await columnsToSay(actingFor(request), id);
  return file.done ? answer({ request, id, file: file.value }) : notLooked(request, file.refusal);
}

function notLooked(request: PageRequest, refusal: LookRefusal): Answer | Promise<Answer> {
  const isThere = refusal.reason === 'not-waiting' || refusal.reason === 'file-gone';
  return isThere ? notDecided(request, wordsOf(sayColumnsWords, refusal)) : notFound();
}

function show({ request, file }: Found): Answer {
  const asked = request.query.get('like') ?? undefined;
  return page(columnsPage(request, file, { answers: { errors: [] }, before: beforeAnswers(file, asked) }));
}

async function say({ request, id, file }: Found): Promise<Answer> {
  const again = (errors: Answers['errors']) =>
    pageToMend(
      columnsPage(request, file, {
        answers: { posted: request.posted, errors },
        before: beforeAnswers(file, undefined),
      }),
    );
  const read = readColumns(request.posted, { headers: file.headers, hasOwnLayout: hasOwnLayout(file) });
  if (!read.done) return again(read.refusal.errors);
  const { reading, saveAs } = read.value;
  const said = await request.write((ctx) => sayColumns(ctx, { id, headers: file.headers, reading, saveAs }));
  if (!said.done) {
    const { refusal } = said;
    if (refusal.reason === 'not-allowed' || refusal.reason === 'no-such-import') return notFound();
    if (refusal.reason === 'not-waiting' || refusal.reason === 'file-gone')
      return notLooked(request, refusal);
    return again([{ field: fieldOf(refusal), message: wordsOf(sayColumnsWords, refusal) }]);
  }
  await orAMoment(readInBackground(actingFor(request), [id]));
  return redirectTo(importPlaces.one(id));
}

async function forget({ request, id }: Found): Promise<Answer> {
  const name = request.posted['name']?.[0] ?? '';
  const forgotten = await request.write((ctx) => forgetColumns(ctx, name));
  return forgotten.done ? redirectTo(importPlaces.columns(id), `“${name}” is forgotten.`) : notFound();
}

/** The upload file of Fingertips has columns of its own, and lacks only the measure. */
function hasOwnLayout({ batch }: ColumnsToSay): boolean {
  return batch.format === 'fingertips-upload';
}

type Showing = { answers: Answers; before: Before };

function columnsPage(request: PageRequest, file: ColumnsToSay, showing: Showing): PageContent {
  const title = hasOwnLayout(file) ? 'Say which measure it is' : 'Say what its columns are';
  const { fileName, id } = file.batch;
  return {
    title: `${title}: ${fileName}`,
    breadcrumbs: [
      { text: 'Published figures', href: importPlaces.all },
      { text: fileName, href: importPlaces.one(id) },
    ],
    body: (
      <>
        <Wrong errors={showing.answers.errors} />
        <h1>{title}</h1>
        <p class="lead">
          {hasOwnLayout(file)
            ? 'This file names no measure, so its figures could not be told from others. Nothing is changed until you say yes to a preview.'
            : 'No publisher whose files we know has these columns. Say once what they hold; nothing is changed until you say yes to a preview.'}
        </p>
        <p>
          What comes in this way counts as published by the publisher that you name, and everybody sees it.
          What the partnership counted itself, case by case, belongs to{' '}
          <a href="/own-measures">our own measures</a>, where small numbers are protected first.
        </p>
        <Sample file={file} />
        <ColumnsForm request={request} file={file} {...showing} />
        <Remembered request={request} file={file} />
      </>
    ),
  };
}

function ColumnsForm(props: { request: PageRequest; file: ColumnsToSay } & Showing) {
  const { request, file, answers, before } = props;
  const isWhole = !hasOwnLayout(file);
  const columns = isWhole ? columnOptions(file) : [];
  return (
    <form method="post" action={importPlaces.columns(file.batch.id)} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <MeasureFields file={file} answers={answers} before={before} columns={columns} />
      {isWhole ? (
        <>
          <LayoutFields answers={answers} before={before} columns={columns} />
          <SurveyFields answers={answers} before={before} columns={columns} />
          <LineField
            answers={answers}
            name="saveAs"
            label="Remember it under the name"
            hint="The next file with the same headers is then read in the same way. Leave it empty to remember nothing."
            before={before.fields['saveAs']}
          />
        </>
      ) : null}
      <div class="actions">
        <Button text="See what it would change" preventDoubleClick />
        <a href={importPlaces.one(file.batch.id)}>Not now</a>
      </div>
    </form>
  );
}

const longestExample = 24;

/** Every column by its name, with the first thing that stands in it. */
function columnOptions({ headers, sample }: ColumnsToSay): Option[] {
  const named = headers.flatMap((header, at): Option[] => {
    if (header === '') return [];
    const example = sample.map((cells) => cells[at] ?? '').find((cell) => cell !== '') ?? '';
    const short = example.length > longestExample ? `${example.slice(0, longestExample)}…` : example;
    return [{ value: header, text: short === '' ? header : `${header} (${short})` }];
  });
  return [{ value: '', text: 'None of them' }, ...named];
}
