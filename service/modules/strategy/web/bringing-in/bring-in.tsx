import { Button, FileUpload } from '#packages/govuk-jsx';
import { Wrong } from '#platform/forms/inputs.tsx';
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
import { uploadedBytes } from '#platform/http/uploaded-bytes.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { holdFile } from '../../actions/bringing-in/hold-file.ts';
import { editStrategy } from '../../domain/permissions.ts';
import type { NotRead } from '../../domain/read-framework.ts';
import type { NotStratml } from '../../domain/stratml/read-stratml.ts';

import { places } from '../places.ts';
import { WaysIn } from './ways-in.tsx';

/** Bringing in a file: read whole, every problem told, nothing written until its preview is confirmed. */
export const bringInRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: places.bringIn,
    policy: editStrategy,
    answer: async (request) => page(uploadPage(request)),
  },
  { method: 'POST', path: places.bringIn, policy: editStrategy, uploads: true, answer: receive },
];

/** More than the reader takes, so that a file that is too large is read far enough to be refused as that. */
const mostRead = 2 * 1024 * 1024 + 1;

async function receive(request: PageRequest): Promise<Answer> {
  const upload = request.uploads.find(({ field }) => field === 'file');
  if (!upload) return pageToMend(uploadPage(request, { message: 'Choose a file' }));
  const bytes = await uploadedBytes(upload, mostRead);
  const held = await request.write((ctx) =>
    holdFile(ctx, { fileName: upload.fileName.slice(0, 200), bytes }),
  );
  if (held.done) return redirectTo(places.broughtIn(held.value.id));
  if (held.refusal.reason === 'not-allowed') return notFound();
  const problems = problemsOf(held.refusal);
  const count = problems.length === 1 ? 'One thing' : `${problems.length} things`;
  return pageToMend(
    uploadPage(request, { message: `${count} in “${upload.fileName}” must be put right first`, problems }),
  );
}

/** What is wrong, each with its line where the reader knows one. */
function problemsOf(refusal: NotRead | NotStratml): readonly Told[] {
  switch (refusal.reason) {
    case 'no-goals':
      return [{ says: 'This StratML plan holds no goals', mend: 'Check that it is the right file.' }];
    case 'not-acceptable':
      return refusal.problems.map(({ path, says, mend }) => ({ where: path.join(' › '), says, mend }));
    default:
      return refusal.problems;
  }
}

type Told = { line?: number; where?: string; says: string; mend: string };

function uploadPage(
  request: PageRequest,
  wrong?: { message: string; problems?: readonly Told[] },
): PageContent {
  return {
    title: 'Bring in a file',
    breadcrumbs: [{ text: 'All strategies', href: places.library }],
    body: (
      <>
        <Wrong errors={wrong ? [{ field: 'file', message: wrong.message }] : []} />
        <h1>Bring in a file</h1>
        <p class="lead">You will see what it holds, and what would change, before anything is kept.</p>
        {wrong?.problems ? <Problems problems={wrong.problems} /> : null}
        <form method="post" action={places.bringIn} encType="multipart/form-data" noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <FileUpload
            name="file"
            id="file"
            label={{ text: 'A strategy as YAML, JSON or StratML', classes: 'govuk-label--s' }}
            hint={{
              text: 'For example one that you downloaded from here, or that another partnership sent you.',
            }}
            errorMessage={wrong ? { text: wrong.message } : undefined}
          />
          <Button text="Read it" />
        </form>
        <WaysIn here="bring-in" />
      </>
    ),
  };
}

/** Everything that keeps a file from being read: where, what, and how to mend it. */
function Problems({ problems }: { problems: readonly Told[] }) {
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">What to put right</h2>
      <p>Nothing was kept. Mend these in the file, then choose it again.</p>
      <ol class="problems">
        {problems.map((problem, index) => (
          <li key={index}>
            {problem.line === undefined ? null : <strong>Line {problem.line}</strong>}
            {problem.where ? <span class="quiet"> {problem.where}</span> : null}
            <p>
              {problem.says}. {problem.mend}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
