import { Button, FileUpload, Textarea } from '#packages/govuk-jsx';
import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { kept } from '#platform/forms/read-form.ts';
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
import { bringLines, type BroughtLines } from '../../../actions/money/bring-lines.ts';
import { lineHeads } from '../../../domain/money/read-table.ts';
import type { TableProblem } from '../../../domain/money/read-table.ts';
import { keepMoney } from '../../../domain/permissions.ts';
import { sayTableProblem } from '../money-words.ts';
import { moneyPlaces } from '../places.ts';

/** Larger than any table of lines that a person would mend on a page. */
const mostBytes = 700_000;

/** A table of lines is brought in, from a file or pasted: all of it or nothing. */
export const bringInRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: moneyPlaces.bringIn,
    policy: keepMoney,
    answer: async (request) => page(content(request, { errors: [] }, [])),
  },
  { method: 'POST', path: moneyPlaces.bringIn, policy: keepMoney, uploads: true, answer: bring },
];

async function bring(request: PageRequest): Promise<Answer> {
  const [upload] = request.uploads;
  const again = (message: string, problems: readonly TableProblem[], text: string) =>
    pageToMend(
      content(
        request,
        { posted: { ...request.posted, text: [text] }, errors: [{ field: 'text', message }] },
        problems,
      ),
    );
  if (upload && upload.bytes > mostBytes)
    return again('The file is larger than 700 kB. Bring it in in parts', [], '');
  const text = upload
    ? new TextDecoder().decode(await uploadedBytes(upload, mostBytes))
    : (request.posted['text']?.[0] ?? '');
  if (text.trim() === '') return again('Choose a file, or paste a table', [], text);
  const brought = await request.write((ctx) => bringLines(ctx, text));
  if (brought.done) return redirectTo(moneyPlaces.all, sayBrought(brought.value));
  const { refusal } = brought;
  if (refusal.reason === 'not-allowed') return notFound();
  const [first] = refusal.problems;
  return again(first ? sayTableProblem(first) : 'The table could not be read', refusal.problems, text);
}

function sayBrought({ added, changed, same }: BroughtLines): string {
  const lines = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'line' : 'lines'}`;
  return `${lines(added)} added, ${lines(changed)} changed, ${lines(same)} as before.`;
}

function content(request: PageRequest, answers: Answers, problems: readonly TableProblem[]): PageContent {
  return {
    title: 'Bring in a table of spend and staff',
    breadcrumbs: [{ text: 'Money and people', href: moneyPlaces.all }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Bring in a table of spend and staff</h1>
        <p class="lead">
          One line for a service, a partner, a place and a financial year. All lines come in, or none.
        </p>
        <Problems problems={problems} />
        <BringForm request={request} answers={answers} />
        <WhatToWrite />
      </>
    ),
  };
}

function BringForm({ request, answers }: { request: PageRequest; answers: Answers }) {
  const [wrong] = answers.errors;
  return (
    <form method="post" action={moneyPlaces.bringIn} encType="multipart/form-data" noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <FileUpload
        name="file"
        id="file"
        label={{ text: 'A file', classes: 'govuk-label--s' }}
        hint={{ text: 'CSV, up to 700 kB.' }}
      />
      <Textarea
        name="text"
        id="text"
        rows={10}
        spellcheck={false}
        label={{ text: 'Or paste the table here', classes: 'govuk-label--s' }}
        hint={{ text: 'Straight from a spreadsheet, with its first line of names.' }}
        value={kept(answers.posted, 'text')}
        errorMessage={wrong ? { text: wrong.message } : undefined}
      />
      <div class="actions">
        <Button text="Bring it in" preventDoubleClick />
        <a href={moneyPlaces.all}>Leave it as it was</a>
      </div>
    </form>
  );
}

/** Everything that is wrong with the table, so that it is mended at one go. */
function Problems({ problems }: { problems: readonly TableProblem[] }) {
  if (problems.length < 2) return null;
  return (
    <section>
      <h2>What to put right</h2>
      <p>Nothing was brought in. The table stands below; mend it there, or in your own file.</p>
      <ul>
        {problems.map(sayTableProblem).map((words) => (
          <li key={words} dir="auto">
            {words}.
          </li>
        ))}
      </ul>
    </section>
  );
}

const columnHints: Readonly<Record<string, string>> = {
  areaCode: 'the name of a zone, or “whole area”',
  help: 'universal, early, targeted or statutory',
  helpSource: 'the document or group that calls it early or late',
  kind: 'spend (pounds) or staff (full-time equivalents)',
  lasting: 'one-off or on-going; on-going where the column is left out',
  year: '2024-25',
  state: 'planned or actual',
  people: 'how many people’s pay stands behind it; 0 where none',
  planLink: 'may be left out',
  note: 'may be left out',
  audience: 'owner, partnership or public; partnership where the column is left out',
};

function WhatToWrite() {
  return (
    <section>
      <h2>The columns</h2>
      <p>
        In any order. A partner’s own budget is the source: link its plan, and bring in only what is in it.
      </p>
      <ul>
        {lineHeads.map(({ field, heads: [head] }) => (
          <li key={field}>
            <strong>{head}</strong>
            {columnHints[field] ? `: ${columnHints[field]}` : ''}
          </li>
        ))}
      </ul>
      <p>
        <a href={`${moneyPlaces.file}?table=lines`}>The lines there are now, as such a table (CSV)</a>
      </p>
    </section>
  );
}
