import { Button } from '#packages/govuk-jsx';
import { ChoiceField, TicksField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import {
  notFound,
  page,
  redirectTo,
  type Answer,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { sayComplaintAbout, takeComplaintStep } from '../../actions/complaints/complain.ts';
import { complaintOutcomes, type ComplaintStep } from '../../domain/complaints/complaint.ts';
import { answerComplaints } from '../../domain/permissions.ts';
import {
  complaintSeen,
  complaintsSeen,
  type ComplaintSeen,
} from '../../queries/complaints/complaints-seen.ts';
import { safeWords } from '../rights/rights-words.ts';
import { outcomeWords, sayComplaintClock, stepWords } from './complaint-words.ts';
import { complaintPlaces } from './places.ts';

/** Where complaints are answered, by those whom they are not about. */
export const complaintsDeskRoutes: readonly Route[] = [
  { method: 'GET', path: complaintPlaces.desk, policy: answerComplaints, answer: desk },
  {
    method: 'GET',
    path: complaintPlaces.one(':id'),
    policy: answerComplaints,
    answer: (request) => show(request),
  },
  { method: 'POST', path: complaintPlaces.act(':id', 'step'), policy: answerComplaints, answer: doStep },
  { method: 'POST', path: complaintPlaces.act(':id', 'about'), policy: answerComplaints, answer: doAbout },
];

async function desk(request: PageRequest): Promise<Answer> {
  const which = request.query.get('which') === 'answered' ? 'answered' : 'open';
  const seen = await request.look((ctx) => complaintsSeen(ctx, which));
  return page({
    title: 'Complaints',
    breadcrumbs: [{ text: 'Your work', href: '/work' }],
    body: (
      <>
        <h1>Complaints</h1>
        <p class="lead">
          {which === 'answered'
            ? 'Complaints that were answered.'
            : seen.length === 0
              ? 'Nobody waits for an answer.'
              : seen.length === 1
                ? 'One person waits for an answer.'
                : `${seen.length} people wait for an answer.`}
        </p>
        <p class="actions">
          <a class="govuk-button" href={complaintPlaces.add}>
            Write down a complaint that came
          </a>
          <a href={which === 'open' ? `${complaintPlaces.desk}?which=answered` : complaintPlaces.desk}>
            {which === 'open' ? 'Those answered' : 'Those that wait'}
          </a>
        </p>
        {seen.length === 0 ? (
          <p class="empty">
            What people tell us through <a href={complaintPlaces.all}>the public page</a> stands here. A
            complaint about yourself is answered by somebody else, and does not stand here.
          </p>
        ) : (
          <ul class="cards letters">
            {seen.map(({ complaint, clock }) => (
              <li key={complaint.id} class="card">
                <p class="quiet">Came on {sayDay(complaint.receivedOn)}</p>
                <h2>
                  <a href={complaintPlaces.one(complaint.id)}>{complaint.reference}</a>
                </h2>
                <p>
                  {clock.state === 'acknowledged-late-still' ? (
                    <strong class="tag tag-late">Late</strong>
                  ) : null}{' '}
                  {sayComplaintClock(clock)}
                </p>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  });
}

type Seen = NonNullable<Awaited<ReturnType<typeof complaintSeen>>>;

async function show(request: PageRequest, answers?: Answers): Promise<Answer> {
  const seen = await request.look((ctx) => complaintSeen(ctx, request.params['id'] ?? ''));
  if (!seen) return notFound();
  const title = `Complaint ${seen.complaint.reference}`;
  const body = <One request={request} seen={seen} answers={answers ?? { errors: [] }} />;
  const breadcrumbs = [{ text: 'Complaints', href: complaintPlaces.desk }];
  return answers
    ? page({ title: `Error: ${title}`, breadcrumbs, body }, 422)
    : page({ title, breadcrumbs, body });
}

type Props = { request: PageRequest; seen: Seen; answers: Answers };

function One(props: Props) {
  const { complaint, clock } = props.seen;
  return (
    <>
      <Wrong errors={props.answers.errors} />
      <h1>Complaint {complaint.reference}</h1>
      <p class="lead">{sayComplaintClock(clock)}</p>
      <Told seen={props.seen} />
      {complaint.answer ? (
        <section>
          <h2>Our answer</h2>
          <p>
            <strong>{outcomeWords[complaint.answer.outcome]}</strong>, on {sayDay(complaint.answer.on)} by{' '}
            {complaint.answer.byName}.
          </p>
          <p dir="auto">{complaint.answer.words}</p>
        </section>
      ) : (
        <Acts {...props} />
      )}
      <About {...props} />
    </>
  );
}

function Told({ seen: { complaint } }: { seen: ComplaintSeen }) {
  return (
    <section>
      <h2>What they told us</h2>
      <p dir="auto" class="own-words">
        {complaint.words}
      </p>
      <dl class="rights-list">
        {complaint.wish === '' ? null : (
          <>
            <dt>What they would like</dt>
            <dd dir="auto">{complaint.wish}</dd>
          </>
        )}
        <dt>Who</dt>
        <dd dir="auto">
          {complaint.name === '' ? 'They did not say' : complaint.name}
          {complaint.came === 'young-form' ? ', a young person' : ''}
        </dd>
        <dt>How to reach them</dt>
        <dd>
          <span dir="ltr">{complaint.email}</span> <span dir="auto">{complaint.otherWay}</span>{' '}
          {complaint.email === '' && complaint.otherWay === ''
            ? 'They left no way.'
            : safeWords[complaint.safeToWrite]}
        </dd>
        {complaint.acknowledged ? (
          <>
            <dt>They know that it came</dt>
            <dd dir="auto">
              {complaint.acknowledged.how}, on {sayDay(complaint.acknowledged.on)}, by{' '}
              {complaint.acknowledged.byName}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

function StepForm({ request, seen, answers, step }: Props & { step: 'acknowledge' | 'progress' | 'answer' }) {
  const field = { acknowledge: 'how', progress: 'progress', answer: 'answerWords' } as const;
  const label = {
    acknowledge: 'How did they hear that it came?',
    progress: 'What do you tell them of how it goes?',
    answer: 'What do you tell them?',
  } as const;
  const button = {
    acknowledge: 'They know that it came',
    progress: 'Tell them how it goes',
    answer: 'Answer',
  } as const;
  return (
    <form method="post" action={complaintPlaces.act(seen.complaint.id, 'step')} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="seen" value={String(seen.complaint.version)} />
      <input type="hidden" name="step" value={step} />
      {step === 'answer' ? (
        <ChoiceField
          answers={answers}
          name="outcome"
          label="What did you find?"
          options={complaintOutcomes.map((value) => ({ value, text: outcomeWords[value] }))}
        />
      ) : null}
      <WordsField
        answers={answers}
        name={field[step]}
        label={label[step]}
        hint={
          step === 'acknowledge'
            ? 'By letter, by telephone, through the person they trust. Where it is safe, a letter goes by itself.'
            : 'In words that they would use. Whom they can turn to next is added by itself.'
        }
        rows={step === 'acknowledge' ? 2 : 5}
      />
      <Button
        text={button[step]}
        classes={step === 'progress' ? 'govuk-button--secondary' : ''}
        preventDoubleClick
      />
    </form>
  );
}

function Acts(props: Props) {
  if (!props.seen.complaint.acknowledged)
    return (
      <section>
        <h2>First: tell them that it came</h2>
        <StepForm {...props} step="acknowledge" />
      </section>
    );
  return (
    <section>
      <h2>Look into it, and answer</h2>
      <StepForm {...props} step="answer" />
      <StepForm {...props} step="progress" />
    </section>
  );
}

function About({ request, seen }: Props) {
  const { complaint, people } = seen;
  const named = people.filter(({ id }) => complaint.about.includes(id)).map(({ name }) => name);
  const others = people.filter(({ id }) => !complaint.about.includes(id));
  return (
    <section>
      <h2>Whom it is about</h2>
      <p>
        {named.length === 0
          ? 'Nobody who can sign in is named yet.'
          : `${named.join(', ')}. They do not see this complaint.`}
      </p>
      <form method="post" action={complaintPlaces.act(complaint.id, 'about')} class="edit">
        <CsrfField csrf={request.csrf} />
        <input type="hidden" name="seen" value={String(complaint.version)} />
        <TicksField
          answers={{ errors: [] }}
          name="people"
          label="It is about"
          hint="Whoever you choose stops seeing it at once. If you choose yourself, somebody else answers it."
          options={others.map(({ id, name, job }) => ({ value: id, text: `${name}, ${job}` }))}
        />
        <Button text="Keep it from them" classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </section>
  );
}

function seenOf({ params, posted }: PageRequest): { id: string; seen: number } {
  return {
    id: params['id'] ?? '',
    seen: Number(/^\d{1,9}$/.exec(posted['seen']?.[0] ?? '')?.[0] ?? '0'),
  };
}

function stepOf({ posted }: PageRequest): ComplaintStep | undefined {
  const of = (name: string) => (posted[name]?.[0] ?? '').replaceAll('\r\n', '\n').trim().slice(0, 4000);
  if (of('step') === 'acknowledge') return { step: 'acknowledge', how: of('how') };
  if (of('step') === 'progress') return { step: 'progress', words: of('progress') };
  const outcome = complaintOutcomes.find((one) => one === of('outcome'));
  return outcome && { step: 'answer', outcome, words: of('answerWords') };
}

async function doStep(request: PageRequest): Promise<Answer> {
  const step = stepOf(request);
  if (!step) return wrong(request, { field: 'outcome', message: 'Choose what you found' });
  const taken = await request.look((ctx) => takeComplaintStep(ctx, { ...seenOf(request), step }));
  if (taken.done) return redirectTo(complaintPlaces.one(seenOf(request).id), 'Saved.');
  const { refusal } = taken;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'complaint-missing') return notFound();
  return wrong(request, {
    field: refusal.reason === 'words-missing' ? refusal.field : 'main',
    message: wordsOf(stepWords, refusal),
  });
}

function wrong(request: PageRequest, error: { field: string; message: string }): Promise<Answer> {
  return show(request, { posted: request.posted, errors: [error] });
}

async function doAbout(request: PageRequest): Promise<Answer> {
  const people = (request.posted['people'] ?? []).slice(0, 50);
  const said = await request.look((ctx) => sayComplaintAbout(ctx, { ...seenOf(request), people }));
  if (said.done) return redirectTo(complaintPlaces.desk, 'Kept from them.');
  const { refusal } = said;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'complaint-missing') return notFound();
  return wrong(request, { field: 'main', message: wordsOf(stepWords, refusal) });
}
