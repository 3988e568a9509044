import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { sayComplaintAbout, takeComplaintStep } from '../../actions/complaints/complain.ts';
import { complaintOutcomes, type Complaint, type ComplaintStep } from '../../domain/complaints/complaint.ts';
import { answerComplaints } from '../../domain/permissions.ts';
import { complaintSeen, type ComplaintSeen } from '../../queries/complaints/complaints-seen.ts';
import { safeWords } from '../rights/rights-words.ts';
import { About, Acts, type OneProps } from './complaint-steps.tsx';
import { outcomeWords, sayComplaintClock, stepWords } from './complaint-words.ts';
import { complaintPlaces } from './places.ts';

/** One complaint: what was told, and one step after another until it is answered. */
export const complaintRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: complaintPlaces.one(':id'),
    policy: answerComplaints,
    answer: (request) => show(request),
  },
  { method: 'POST', path: complaintPlaces.act(':id', 'step'), policy: answerComplaints, answer: doStep },
  { method: 'POST', path: complaintPlaces.act(':id', 'about'), policy: answerComplaints, answer: doAbout },
];

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

function One(props: OneProps) {
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
          {sayWay(complaint)}
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

function sayWay({ email, otherWay, safeToWrite, madeBy }: Complaint): string {
  const own = madeBy === undefined ? '' : 'They read the answer in their own account. ';
  if (email === '' && otherWay === '') return own === '' ? 'They left no way.' : own;
  return `${own}${safeWords[safeToWrite]}`;
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
