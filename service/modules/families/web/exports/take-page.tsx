import { Button } from '#packages/govuk-jsx';
import { purposeWords } from '#platform/access/purposes.ts';
import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
import {
  file,
  notFound,
  page,
  pageToMend,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { packExport } from '../../actions/exports/pack-export.ts';
import { takeExport, type Taken } from '../../actions/exports/take-export.ts';
import { askForExport } from '../../domain/permissions.ts';
import { myExports } from '../../queries/exports/export-pages.ts';
import { familyPlaces } from '../places.ts';
import { ExportCard } from './export-cards.tsx';
import { sayMoment, takeWords } from './export-words.ts';

const path = familyPlaces.takeExport(':export');

/** An approved file is taken, once, by whoever asked and has just shown that it is they. */
export const takeExportRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: askForExport,
    freshProof: true,
    answer: async (request) => {
      const content = await takePage(request, { errors: [] });
      return content ? page(content) : notFound();
    },
  },
  { method: 'POST', path, policy: askForExport, freshProof: true, answer: take },
];

async function take(request: PageRequest): Promise<Answer> {
  const taken = await request.look((ctx) => takeExport(ctx, request.params['export'] ?? ''));
  if (taken.done)
    return file('application/zip', packed(taken.value, request), `records-${dayInEngland(request.now)}.zip`);
  const message = wordsOf(takeWords, taken.refusal);
  const content =
    message === '' ? undefined : await takePage(request, { errors: [{ field: 'main', message }] });
  return content ? pageToMend(content) : notFound();
}

function packed({ asked, records, lines }: Taken, { now, brand }: PageRequest): Uint8Array {
  const frame = {
    about: `Children’s records of ${brand.name}. Keep them as safe as the records themselves, and delete them when they are no longer needed.`,
    purpose: purposeWords[asked.purpose],
    reason: asked.reason,
    askedBy: asked.askedByName,
    approvedBy: asked.decided?.byName ?? '',
    takenAt: sayMoment(now),
    records,
  };
  return packExport(frame, lines);
}

async function takePage(request: PageRequest, answers: Answers): Promise<PageContent | undefined> {
  const { exports } = await request.look(myExports);
  const one = exports.find(({ asked }) => asked.id === request.params['export']);
  if (!one) return undefined;
  return {
    title: 'Take a file of records',
    breadcrumbs: [
      { text: 'Children you help', href: familyPlaces.all },
      { text: 'Files of records', href: familyPlaces.exports },
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Take a file of records</h1>
        <ul class="cards letters">
          <ExportCard one={one} title="What you asked for" level={2} />
        </ul>
        {one.state === 'open' ? (
          <>
            <ul>
              <li>You can take it once. If it does not reach you whole, ask for another.</li>
              <li>It holds what you may read at this moment. Whoever left your care since is not in it.</li>
              <li>Every child in it has a line in the history that their family can read.</li>
              <li>From now on you keep it safe: put it nowhere that others read, and delete it soon.</li>
            </ul>
            <form method="post" action={request.path} noValidate>
              <CsrfField csrf={request.csrf} />
              <Button text="Take the file now" preventDoubleClick />
            </form>
          </>
        ) : (
          <p>
            There is nothing to take here now. <a href={familyPlaces.exports}>Ask for a file</a>.
          </p>
        )}
      </>
    ),
  };
}
