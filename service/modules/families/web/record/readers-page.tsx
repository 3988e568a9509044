import { Button } from '#packages/govuk-jsx';
import { ChoiceField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { kept, type FieldError } from '#platform/forms/read-form.ts';
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
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { answerForReader, type AnswerForReaderRefusal } from '../../actions/record/answer-for-reader.ts';
import { isToChangeBy, type ReadableEntry } from '../../domain/record/entry.ts';
import { standingWords } from '../../domain/standing/standing.ts';
import { helpChildren } from '../../domain/permissions.ts';
import { entryToWrite, type EntryToWrite } from '../../queries/record/entry-to-write.ts';
import type { WorkerAround } from '../../queries/standing/workers-around.ts';
import { familyPlaces } from '../places.ts';
import { WhoSaid } from './entry-cards.tsx';

const path = familyPlaces.readers(':id', ':entry');

/** Who may read one entry: "is it safe for them to read this?", one reader at a time. */
export const readersRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: helpChildren,
    answer: async (request) => {
      const shown = await shownTo(request);
      return shown ? page(readersPage(request, shown, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: helpChildren, answer: answerAll },
];

type Shown = EntryToWrite & { entry: ReadableEntry };

async function shownTo(request: PageRequest): Promise<Shown | undefined> {
  const { id: childId = '', entry: entryId = '' } = request.params;
  const ground = await request.look((ctx) => entryToWrite(ctx, { childId, entryId }));
  const { actor } = request;
  if (!ground?.entry || actor.kind !== 'person') return undefined;
  const { reach, entry } = ground;
  const mayAnswer = isToChangeBy(entry, { relationship: reach.relationship, personId: actor.personId });
  return mayAnswer && reach.access[entry.fieldGroup] === 'write' ? { ...ground, entry } : undefined;
}

const words: WordsFor<AnswerForReaderRefusal> = {
  'not-allowed': () => '',
  'record-missing': () => '',
  'entry-missing': () => '',
  'reader-missing': () => 'They do not stand to this child any more',
  'why-missing': () => 'Say why it is safe, or why it is not',
};

/** Answers each reader for whom yes or no was chosen; the first that cannot be answered is said at its own field. */
async function answerAll(request: PageRequest): Promise<Answer> {
  const { id: childId = '', entry: entryId = '' } = request.params;
  const shown = await shownTo(request);
  if (!shown) return notFound();
  const { posted } = request;
  const answers = readersOf(shown).flatMap(({ standing: { personId } }) => {
    const chosen = kept(posted, `answer-${personId}`);
    const why = kept(posted, `why-${personId}`).slice(0, 1000);
    return chosen === 'yes' || chosen === 'no' ? [{ personId, mayRead: chosen === 'yes', why }] : [];
  });
  const errors: FieldError[] = [];
  await request.write(async (ctx) => {
    for (const answer of answers) {
      const answered = await answerForReader(ctx, { childId, entryId, ...answer });
      if (!answered.done)
        errors.push({ field: `why-${answer.personId}`, message: wordsOf(words, answered.refusal) });
    }
  });
  if (errors.length > 0) return pageToMend(readersPage(request, shown, { posted, errors }));
  return redirectTo(familyPlaces.one(childId), 'Who may read it is as you said.');
}

/** Everybody who stands to the child, but whoever wrote the entry, each once. */
function readersOf({ family, workers, entry }: Shown): readonly WorkerAround[] {
  return [...family, ...workers].filter(
    ({ standing: { personId } }, at, all) =>
      personId !== entry.authorPersonId &&
      all.findIndex(({ standing }) => standing.personId === personId) === at,
  );
}

function readersPage(request: PageRequest, shown: Shown, answers: Answers): PageContent {
  const { reach, entry, title: child } = shown;
  return {
    title: 'Who may read this',
    breadcrumbs: [
      { text: 'Children you help', href: familyPlaces.all },
      { text: child, href: familyPlaces.one(reach.childId) },
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Who may read this?</h1>
        <blockquote class="entry">
          <p class="entry-body" dir="auto">
            {entry.body}
          </p>
          <WhoSaid entry={entry} />
        </blockquote>
        <p class="lead">
          {entry.seenBy === 'around'
            ? 'Those who help this child read it, each as far as their part goes. The family reads it only where you say yes.'
            : 'Only whoever wrote it down reads it, and those for whom you say yes.'}
        </p>
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          {readersOf(shown).map((reader) => (
            <Question key={reader.standing.personId} answers={answers} reader={reader} entry={entry} />
          ))}
          <Button text="Save" preventDoubleClick />
        </form>
      </>
    ),
  };
}

type QuestionProps = { answers: Answers; reader: WorkerAround; entry: ReadableEntry };

function Question({ answers, reader: { name, job, standing }, entry }: QuestionProps) {
  const { personId, kind } = standing;
  const viewer = entry.viewers.find((one) => one.personId === personId);
  return (
    <section class="reader">
      <h2>{name}</h2>
      <p class="quiet">
        {job === '' ? '' : `${job}, `}
        {standingWords[kind]}
        {viewer ? `. ${viewer.mayRead ? 'Yes' : 'No'}, said ${viewer.answeredByName}` : ''}
      </p>
      <ChoiceField
        answers={answers}
        name={`answer-${personId}`}
        label={`Is it safe for ${name} to read this?`}
        small
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        {...(viewer ? { before: viewer.mayRead ? 'yes' : 'no' } : {})}
      />
      <WordsField answers={answers} name={`why-${personId}`} label="Why?" rows={2} before={viewer?.why} />
    </section>
  );
}
