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
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { reviewGlass, type ReviewGlassRefusal } from '../../actions/glass/review-glass.ts';
import {
  settleSearchAlarm,
  type SettleSearchAlarmRefusal,
} from '../../actions/search/settle-search-alarm.ts';
import { glassFindings, isOpen, isOverdue, type GlassFinding } from '../../domain/glass/glass.ts';
import { helpChildren, reviewGlass as mayReview } from '../../domain/permissions.ts';
import { glassDesk, type GlassDesk, type GlassOnDesk } from '../../queries/glass/glass-desk.ts';
import { familyPlaces } from '../places.ts';
import { sayTime } from './glass-notice.tsx';
import { categoryWords } from './open-glass-page.tsx';

/** Emergencies: who opened what and why, and what somebody else found. */
export const glassRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: familyPlaces.glass,
    policy: helpChildren,
    answer: async (request) => page(await deskPage(request, { errors: [] })),
  },
  { method: 'POST', path: familyPlaces.review(':glass'), policy: mayReview, answer: review },
  { method: 'POST', path: familyPlaces.settleAlarm(':alarm'), policy: mayReview, answer: settle },
];

const findingWords: Readonly<Record<GlassFinding, string>> = {
  right: 'It was right to open it',
  'not-right': 'It was not right',
};

const reviewWords: WordsFor<ReviewGlassRefusal> = {
  'not-allowed': () => '',
  'glass-missing': () => '',
  'finding-missing': () => 'Choose whether it was right',
  'words-missing': () => 'Say what you found',
  'reviewed-already': ({ byName }) => `${byName} has looked at it already`,
};

const settleWords: WordsFor<SettleSearchAlarmRefusal> = {
  'not-allowed': () => '',
  'alarm-missing': () => '',
  'words-missing': () => 'Say what you found',
};

async function review(request: PageRequest): Promise<Answer> {
  const glassId = request.params['glass'] ?? '';
  const finding = glassFindings.find((one) => one === kept(request.posted, `finding-${glassId}`));
  const words = kept(request.posted, `words-${glassId}`).slice(0, 4000);
  const came = await request.write((ctx) => reviewGlass(ctx, { glassId, finding, words }));
  if (came.done) return redirectTo(familyPlaces.glass, 'What you found stands with it.');
  const message = wordsOf(reviewWords, came.refusal);
  const field = `${came.refusal.reason === 'finding-missing' ? 'finding' : 'words'}-${glassId}`;
  return message === '' ? notFound() : mend(request, [{ field, message }]);
}

async function settle(request: PageRequest): Promise<Answer> {
  const alarmId = request.params['alarm'] ?? '';
  const words = kept(request.posted, `words-${alarmId}`).slice(0, 4000);
  const came = await request.write((ctx) => settleSearchAlarm(ctx, { alarmId, words }));
  if (came.done) return redirectTo(familyPlaces.glass, 'What you found stands with it.');
  const message = wordsOf(settleWords, came.refusal);
  return message === '' ? notFound() : mend(request, [{ field: `words-${alarmId}`, message }]);
}

async function mend(request: PageRequest, errors: readonly FieldError[]): Promise<Answer> {
  return pageToMend(await deskPage(request, { posted: request.posted, errors }));
}

async function deskPage(request: PageRequest, answers: Answers): Promise<PageContent> {
  const desk = await request.look(glassDesk);
  return {
    title: 'Opened in an emergency',
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Opened in an emergency</h1>
        <p class="lead">
          Protected records that somebody opened without being asked in. Whoever opened one never judges it.
        </p>
        <Alarms desk={desk} answers={answers} csrf={request.csrf} />
        {desk.openings.length === 0 ? (
          <p class="empty">Nobody has opened a record in an emergency that you were told of.</p>
        ) : (
          <ul class="cards letters">
            {desk.openings.map((one) => (
              <Opening key={one.glass.id} one={one} answers={answers} request={request} />
            ))}
          </ul>
        )}
      </>
    ),
  };
}

type OpeningProps = { one: GlassOnDesk; answers: Answers; request: PageRequest };

function Opening({ one, answers, request }: OpeningProps) {
  const { glass, child, mayReview: reviews } = one;
  const today = dayInEngland(request.now);
  return (
    <li class="card" id={`opening-${glass.id}`}>
      <h2>{glass.personName}</h2>
      <p class="quiet">
        {sayDay(dayInEngland(glass.openedAt))}, {sayTime(glass.openedAt)} to{' '}
        {sayTime(glass.endedAt ?? glass.until)}
        {isOpen(glass, request.now) ? ', still open' : ''}
      </p>
      {child === undefined ? null : (
        <p>
          The record of{' '}
          <a href={familyPlaces.one(glass.childId)} dir="auto">
            {child}
          </a>
        </p>
      )}
      <p>
        <strong>{categoryWords[glass.category]}.</strong>
      </p>
      <p dir="auto">{glass.reason}</p>
      {glass.review ? (
        <p dir="auto">
          <strong>{findingWords[glass.review.finding]}</strong>, found {glass.review.byName} on{' '}
          {sayDay(dayInEngland(glass.review.at))}. {glass.review.words}
        </p>
      ) : (
        <p>
          {isOverdue(glass, today) ? <strong class="tag tag-late">Late</strong> : null} To be looked at by{' '}
          {sayDay(glass.reviewDueOn)}.
        </p>
      )}
      {reviews ? <ReviewForm glassId={glass.id} answers={answers} csrf={request.csrf} /> : null}
    </li>
  );
}

function ReviewForm({ glassId, answers, csrf }: { glassId: string; answers: Answers; csrf: string }) {
  return (
    <form method="post" action={familyPlaces.review(glassId)} noValidate>
      <CsrfField csrf={csrf} />
      <ChoiceField
        answers={answers}
        name={`finding-${glassId}`}
        label="Was it right?"
        small
        options={glassFindings.map((one) => ({ value: one, text: findingWords[one] }))}
      />
      <WordsField answers={answers} name={`words-${glassId}`} label="What did you find?" rows={3} />
      <Button text="Say so" preventDoubleClick />
    </form>
  );
}

function Alarms({ desk, answers, csrf }: { desk: GlassDesk; answers: Answers; csrf: string }) {
  if (desk.alarms.length === 0) return null;
  return (
    <section>
      <h2>Somebody asks about many children</h2>
      <ul class="cards letters">
        {desk.alarms.map((alarm) => (
          <li key={alarm.id} class="card" id={`alarm-${alarm.id}`}>
            <h3>{alarm.personName}</h3>
            <p>
              On {sayDay(alarm.onDay)} they asked about more children than anybody’s work needs. Nothing more
              was answered to them that day.
            </p>
            <form method="post" action={familyPlaces.settleAlarm(alarm.id)} noValidate>
              <CsrfField csrf={csrf} />
              <WordsField answers={answers} name={`words-${alarm.id}`} label="What did you find?" rows={3} />
              <Button text="Put it away" preventDoubleClick />
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
