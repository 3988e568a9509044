import { Button } from '#packages/govuk-jsx';
import { ChoiceField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { decideExport } from '../../actions/exports/decide-export.ts';
import { exportDecisions } from '../../domain/exports/export.ts';
import { approveExport } from '../../domain/permissions.ts';
import { exportDesk, type ExportDesk, type ExportSeen } from '../../queries/exports/export-pages.ts';
import { familyPlaces } from '../places.ts';
import { ExportCard } from './export-cards.tsx';
import { decideWords, decisionChoices } from './export-words.ts';

/** Files of records that somebody asks for, for the second person who says yes or no. */
export const exportDeskRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: familyPlaces.exportDesk,
    policy: approveExport,
    answer: async (request) => page(await deskPage(request, { errors: [] })),
  },
  { method: 'POST', path: familyPlaces.decideExport(':export'), policy: approveExport, answer: decide },
];

async function decide(request: PageRequest): Promise<Answer> {
  const exportId = request.params['export'] ?? '';
  const { posted } = request;
  const decision = kept(posted, `decision-${exportId}`);
  const words = kept(posted, `words-${exportId}`).slice(0, 2000);
  const came = await request.write((ctx) => decideExport(ctx, { exportId, decision, words }));
  if (came.done) return redirectTo(familyPlaces.exportDesk, 'What you said stands with it.');
  const message = wordsOf(decideWords, came.refusal);
  if (message === '') return notFound();
  const field = came.refusal.reason === 'words-missing' ? `words-${exportId}` : `decision-${exportId}`;
  const at = came.refusal.reason === 'decided-already' ? `export-${exportId}` : field;
  return pageToMend(await deskPage(request, { posted, errors: [{ field: at, message }] }));
}

async function deskPage(request: PageRequest, answers: Answers): Promise<PageContent> {
  const desk = await request.read(exportDesk);
  const waiting = desk.exports.filter(({ state }) => state === 'waits');
  const decided = desk.exports.filter(({ state }) => state !== 'waits');
  return {
    title: 'Files of records that somebody asks for',
    breadcrumbs: [{ text: 'Children you help', href: familyPlaces.all }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Files of records that somebody asks for</h1>
        <p class="lead">
          You read how many records and why, and no name. Would the pages do as well? Is the reason one that a
          family would understand?
        </p>
        <Alarms desk={desk} />
        <h2>Waiting for you</h2>
        {waiting.length === 0 ? (
          <p class="empty">Nobody waits for an answer.</p>
        ) : (
          <ul class="cards letters">
            {waiting.map((one) => (
              <ExportCard key={one.asked.id} one={one} title={one.asked.askedByName}>
                <DecideForm one={one} answers={answers} csrf={request.csrf} />
              </ExportCard>
            ))}
          </ul>
        )}
        <Decided exports={decided} />
      </>
    ),
  };
}

function Decided({ exports }: Pick<ExportDesk, 'exports'>) {
  if (exports.length === 0) return null;
  return (
    <>
      <h2>Decided</h2>
      <ul class="cards letters">
        {exports.map((one) => (
          <ExportCard key={one.asked.id} one={one} title={one.asked.askedByName} />
        ))}
      </ul>
    </>
  );
}

type FormProps = { one: ExportSeen; answers: Answers; csrf: string };

function DecideForm({ one: { asked }, answers, csrf }: FormProps) {
  return (
    <form method="post" action={familyPlaces.decideExport(asked.id)} noValidate>
      <CsrfField csrf={csrf} />
      <ChoiceField
        answers={answers}
        name={`decision-${asked.id}`}
        label={`May ${asked.askedByName} take it?`}
        small
        options={exportDecisions.map((value) => ({ value, text: decisionChoices[value] }))}
      />
      <WordsField
        answers={answers}
        name={`words-${asked.id}`}
        label="Why?"
        hint="Whoever asked reads it."
        rows={3}
      />
      <Button text="Say so" preventDoubleClick />
    </form>
  );
}

function Alarms({ desk }: { desk: ExportDesk }) {
  if (desk.alarms.length === 0) return null;
  return (
    <section>
      <h2>Somebody asks for many files</h2>
      <ul class="cards letters">
        {desk.alarms.map(({ personName, onDay, asks }) => (
          <li key={`${personName} ${onDay}`} class="card">
            <h3>{personName}</h3>
            <p>
              <strong class="tag tag-late">Alarm</strong> On {sayDay(onDay)} they asked {asks} times, more
              often than anybody may. Nothing more was taken up that day. You may want to ring them.
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
