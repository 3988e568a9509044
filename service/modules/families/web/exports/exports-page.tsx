import { Button } from '#packages/govuk-jsx';
import { ChoiceField, PickField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { askForExport } from '../../actions/exports/ask-for-export.ts';
import { purposesFor } from '../../domain/exports/export.ts';
import { askForExport as mayAsk } from '../../domain/permissions.ts';
import { myExports, type MyExports } from '../../queries/exports/export-pages.ts';
import { familyPlaces } from '../places.ts';
import { ExportCard } from './export-cards.tsx';
import { askFields, askWords, exportPurposeTitles, sayMoment } from './export-words.ts';

/** Files of records that somebody asked for, and the form to ask for one. */
export const exportRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: familyPlaces.exports,
    policy: mayAsk,
    answer: async (request) => page(await exportsPage(request, { errors: [] })),
  },
  { method: 'POST', path: familyPlaces.exports, policy: mayAsk, answer: ask },
];

async function ask(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const words = {
    purpose: kept(posted, 'purpose'),
    reason: kept(posted, 'reason').slice(0, 2000),
    settingOrganisationId: kept(posted, 'setting'),
  };
  const asked = await request.write((ctx) => askForExport(ctx, words));
  if (asked.done)
    return redirectTo(
      familyPlaces.exports,
      'Asked for. The governance lead looks at it, and says yes or no.',
    );
  const message = wordsOf(askWords, asked.refusal);
  if (message === '') return notFound();
  const errors = [{ field: askFields[asked.refusal.reason], message }];
  return pageToMend(await exportsPage(request, { posted, errors }));
}

async function exportsPage(request: PageRequest, answers: Answers): Promise<PageContent> {
  const mine = await request.look(myExports);
  return {
    title: 'Files of records',
    breadcrumbs: [{ text: 'Children you help', href: familyPlaces.all }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Files of records</h1>
        <p class="lead">
          A file leaves what keeps children’s words safe here, so two people stand behind each: you ask, and
          the governance lead says yes or no.
        </p>
        <h2>What you asked for</h2>
        {mine.exports.length === 0 ? (
          <p class="empty">
            You have not asked for a file yet. Often the pages here do as well, and are safer.
          </p>
        ) : (
          <ul class="cards letters">
            {mine.exports.map((one) => (
              <ExportCard key={one.asked.id} one={one} title={`Asked for on ${sayMoment(one.asked.askedAt)}`}>
                {one.state === 'open' ? (
                  <p>
                    <a href={familyPlaces.takeExport(one.asked.id)}>
                      Take this file
                      <span class="visually-hidden">, asked for on {sayMoment(one.asked.askedAt)}</span>
                    </a>
                  </p>
                ) : null}
              </ExportCard>
            ))}
          </ul>
        )}
        <AskForFile mine={mine} answers={answers} request={request} />
      </>
    ),
  };
}

type AskProps = { mine: MyExports; answers: Answers; request: PageRequest };

function AskForFile({ mine, answers, request }: AskProps) {
  if (mine.records === 0)
    return (
      <>
        <h2>Ask for a file</h2>
        <p class="empty">No record is open to you at the moment, so there is nothing to put in a file.</p>
      </>
    );
  return (
    <form method="post" action={familyPlaces.exports} noValidate class="edit">
      <h2>Ask for a file</h2>
      <p>
        It holds what you may read of {mine.records === 1 ? 'one record' : `${mine.records} records`} on the
        day you take it: what is good, worries, own words. Closed records, health, addresses and safe places
        are never in it, nor is what somebody said you should not read.
      </p>
      <CsrfField csrf={request.csrf} />
      <WhoseRecords settings={mine.settings} answers={answers} />
      <ChoiceField
        answers={answers}
        name="purpose"
        label="What is it for?"
        options={purposesFor(request.actor).map((value) => ({ value, text: exportPurposeTitles[value] }))}
      />
      <WordsField
        answers={answers}
        name="reason"
        label="Why do you need a file, and what becomes of it?"
        hint="Who reads it, where it is kept, when it is deleted. Name no child here."
        rows={4}
      />
      <Button text="Ask for the file" preventDoubleClick />
    </form>
  );
}

function WhoseRecords({ settings, answers }: Pick<MyExports, 'settings'> & { answers: Answers }) {
  if (settings.length === 0) return null;
  return (
    <PickField
      answers={answers}
      name="setting"
      label="Whose records?"
      options={[
        { value: '', text: 'Everybody whose record you may read' },
        ...settings.map(({ id, name }) => ({ value: id, text: `Those who go to ${name}` })),
      ]}
    />
  );
}
