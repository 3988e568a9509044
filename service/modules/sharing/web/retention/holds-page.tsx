import type { Ctx } from '#platform/db/database.ts';
import { Button } from '#packages/govuk-jsx';
import {
  DayField,
  LineField,
  PickField,
  readDay,
  WordsField,
  Wrong,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { kept, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  redirectTo,
  type Answer,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { endHold, setHold } from '../../actions/retention/hold.ts';
import { keepRetention } from '../../domain/permissions.ts';
import { holdsToday, type Hold } from '../../domain/retention/retention-rule.ts';
import type { PersonalRecords, RecordClass } from '../../domain/rights/personal-records.ts';
import { holdsSeen } from '../../queries/retention/retention-seen.ts';
import { retentionPlaces } from './places.ts';
import { holdWords } from './retention-words.ts';

/** What is kept beyond its rule, why, and until when. */
export function holdRoutes(records: readonly PersonalRecords<Ctx>[]): readonly Route[] {
  const classes = records.flatMap((room) => room.classes).filter(({ triggers }) => triggers.length > 0);
  const show = (request: PageRequest, answers?: Answers) => showHolds(request, classes, answers);
  return [
    { method: 'GET', path: retentionPlaces.holds, policy: keepRetention, answer: (request) => show(request) },
    {
      method: 'POST',
      path: retentionPlaces.holds,
      policy: keepRetention,
      answer: (request) => set(request, classes),
    },
    {
      method: 'POST',
      path: retentionPlaces.endHold(':id'),
      policy: keepRetention,
      answer: (request) => end(request, classes),
    },
  ];
}

async function showHolds(
  request: PageRequest,
  classes: readonly RecordClass[],
  answers?: Answers,
): Promise<Answer> {
  const holds = await request.look(holdsSeen);
  const title = 'What is kept back';
  return page(
    {
      title: answers ? `Error: ${title}` : title,
      breadcrumbs: [{ text: 'How long records are kept', href: retentionPlaces.all }],
      body: (
        <>
          <Wrong errors={answers?.errors ?? []} />
          <h1>{title}</h1>
          <p class="lead">
            An inquiry, a claim at court, a question that is open: what is held back is on no list, whatever
            its rule.
          </p>
          <HoldList request={request} holds={holds} />
          <HoldForm request={request} classes={classes} answers={answers ?? { errors: [] }} />
        </>
      ),
    },
    answers ? 422 : 200,
  );
}

function HoldList({ request, holds }: { request: PageRequest; holds: readonly Hold[] }) {
  const today = dayInEngland(request.now);
  if (holds.length === 0) return <p class="empty">Nothing is kept back.</p>;
  return (
    <ul class="cards letters">
      {holds.map((hold) => (
        <li key={hold.id} class="card">
          <h2 dir="auto">{hold.title}</h2>
          <p dir="auto">{hold.reason}</p>
          <p class="quiet">
            Since {sayDay(hold.fromOn)}, by {hold.setByName},{' '}
            {hold.untilOn ? `until ${sayDay(hold.untilOn)}` : 'until somebody ends it'}.{' '}
            {hold.ended ? `Ended on ${sayDay(hold.ended.on)} by ${hold.ended.byName}: ${hold.ended.why}` : ''}
            {!hold.ended && !holdsToday(hold, today) ? 'Its time is over.' : ''}
          </p>
          {hold.ended ? null : (
            <form method="post" action={retentionPlaces.endHold(hold.id)} class="edit">
              <CsrfField csrf={request.csrf} />
              <input type="hidden" name="seen" value={String(hold.version)} />
              <label class="govuk-label" for={`why-${hold.id}`}>
                Why it is not needed any more
              </label>
              <input
                type="text"
                class="govuk-input"
                id={`why-${hold.id}`}
                name="why"
                dir="auto"
                value={request.params['id'] === hold.id ? kept(request.posted, 'why') : ''}
              />
              <Button text="End it" classes="govuk-button--secondary" preventDoubleClick />
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

type FormProps = { request: PageRequest; classes: readonly RecordClass[]; answers: Answers };

function HoldForm({ request, classes, answers }: FormProps) {
  return (
    <form method="post" action={retentionPlaces.holds} noValidate class="edit">
      <h2>Keep something back</h2>
      <CsrfField csrf={request.csrf} />
      <WhatIsHeld classes={classes} answers={answers} />
      <LineField
        answers={answers}
        name="title"
        label="What is it called?"
        hint="The inquiry, the claim. No name of a child."
      />
      <WordsField answers={answers} name="reason" label="Why is it kept back?" rows={3} />
      <DayField
        answers={answers}
        name="until"
        label="Until when?"
        hint="Empty means until somebody ends it."
      />
      <Button text="Keep it back" preventDoubleClick />
    </form>
  );
}

function WhatIsHeld({ classes, answers }: Omit<FormProps, 'request'>) {
  return (
    <>
      <PickField
        answers={answers}
        name="class"
        label="A whole kind of record"
        options={[
          { value: '', text: 'Not a whole kind: one person, below' },
          ...classes.map(({ key, title }) => ({ value: key, text: title })),
        ]}
      />
      <PickField
        answers={answers}
        name="kind"
        label="Or all that is about one"
        options={[
          { value: 'child', text: 'child' },
          { value: 'person', text: 'person with an account' },
        ]}
      />
      <LineField
        answers={answers}
        name="subject"
        label="The number of their record"
        hint="The long number at the end of the address of their record. No name."
      />
    </>
  );
}

async function set(request: PageRequest, classes: readonly RecordClass[]): Promise<Answer> {
  const of = (name: string) => (request.posted[name]?.[0] ?? '').trim().slice(0, 1000);
  const again = (errors: readonly FieldError[]) =>
    showHolds(request, classes, { posted: request.posted, errors });
  const until = readDay(request.posted, 'until', 'The day');
  if (!until.done) return again(until.refusal.errors);
  const known = classes.find(({ key }) => key === of('class'));
  const id = idFrom<'subject'>(of('subject'));
  const kind = of('kind') === 'person' ? 'person' : 'child';
  if (!known && !id)
    return again([{ field: 'subject', message: 'Choose a kind of record, or enter the number of a record' }]);
  if (of('title') === '') return again([{ field: 'title', message: 'Enter what it is called' }]);
  const on = known ? { class: known.key } : { subject: { kind, id: id ?? '' } };
  const held = await request.look((ctx) =>
    setHold(ctx, { on, title: of('title'), reason: of('reason'), untilOn: until.value }),
  );
  if (held.done) return redirectTo(retentionPlaces.holds, 'It is kept back.');
  if (held.refusal.reason === 'not-allowed') return notFound();
  const field = held.refusal.reason === 'reason-missing' ? 'reason' : 'until';
  return again([{ field, message: wordsOf(holdWords, held.refusal) }]);
}

async function end(request: PageRequest, classes: readonly RecordClass[]): Promise<Answer> {
  const seen = Number(/^\d{1,9}$/.exec(request.posted['seen']?.[0] ?? '')?.[0] ?? '0');
  const why = (request.posted['why']?.[0] ?? '').trim().slice(0, 1000);
  const id = request.params['id'] ?? '';
  const ended = await request.look((ctx) => endHold(ctx, { id, seen, why }));
  if (ended.done) return redirectTo(retentionPlaces.holds, 'It is not kept back any more.');
  const { refusal } = ended;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'hold-missing') return notFound();
  return showHolds(request, classes, {
    posted: request.posted,
    errors: [{ field: `why-${id}`, message: wordsOf(holdWords, refusal) }],
  });
}
