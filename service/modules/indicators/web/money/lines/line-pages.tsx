import { Button } from '#packages/govuk-jsx';
import type { Answers } from '#platform/forms/inputs.tsx';
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
import { idFrom } from '#platform/kernel/id.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import {
  addLine,
  changeLine,
  removeLine,
  type AddLineRefusal,
  type ChangeLineRefusal,
} from '../../../actions/money/keep-line.ts';
import type { MoneyLine } from '../../../domain/money/money-line.ts';
import type { TypedLine } from '../../../domain/money/read-line.ts';
import { keepMoney } from '../../../domain/permissions.ts';
import { lineToChange } from '../../../queries/money/line-to-change.ts';
import { placesOfOwn } from '../../../queries/own/places-of-own.ts';
import { LineForm } from './line-form.tsx';
import { moneyForm } from '../money-around.tsx';
import { sayPounds, sayPosts, sayProblem } from '../money-words.ts';
import { moneyPlaces } from '../places.ts';

const linePath = moneyPlaces.line(':id');

/** A line is written down, changed and taken away. */
export const lineRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: moneyPlaces.addLine,
    policy: keepMoney,
    answer: async (request) => page(await newPage(request, { errors: [] })),
  },
  { method: 'POST', path: moneyPlaces.addLine, policy: keepMoney, answer: add },
  {
    method: 'GET',
    path: linePath,
    policy: keepMoney,
    answer: async (request) => {
      const content = await changePage(request, { errors: [] });
      return content ? page(content) : notFound();
    },
  },
  { method: 'POST', path: linePath, policy: keepMoney, answer: change },
  { method: 'POST', path: moneyPlaces.removeLine(':id'), policy: keepMoney, answer: remove },
];

async function newPage(request: PageRequest, answers: Answers): Promise<PageContent> {
  const places = await request.read(placesOfOwn);
  return moneyForm('Write down what is spent', {
    answers,
    body: (
      <>
        <p class="lead">
          One line is one service of one partner, in one place and one financial year: pounds, or people.
        </p>
        <p>
          A whole table is quicker: <a href={moneyPlaces.bringIn}>bring a table in</a>.
        </p>
        <LineForm
          answers={answers}
          places={places}
          csrf={request.csrf}
          action={moneyPlaces.addLine}
          seen={0}
          submit="Write it down"
          back={moneyPlaces.all}
        />
      </>
    ),
  });
}

function typedIn({ posted }: PageRequest): TypedLine {
  const of = (name: keyof TypedLine) => posted[name]?.[0] ?? '';
  return {
    what: of('what'),
    partner: of('partner'),
    areaCode: of('areaCode'),
    help: of('help'),
    helpSource: of('helpSource'),
    kind: of('kind'),
    lasting: of('lasting'),
    year: of('year'),
    state: of('state'),
    amount: of('amount'),
    people: of('people'),
    planLink: of('planLink'),
    source: of('source'),
    note: of('note'),
    audience: of('audience'),
  };
}

/** What is wrong, each at its field. */
function errorsOf(
  refusal: Exclude<AddLineRefusal | ChangeLineRefusal, { reason: 'not-allowed' | 'line-missing' }>,
): Answers['errors'] {
  switch (refusal.reason) {
    case 'line-wrong': {
      const first = new Map<string, string>();
      for (const problem of refusal.problems)
        if (!first.has(problem.field)) first.set(problem.field, sayProblem(problem));
      return [...first].map(([field, message]) => ({ field, message }));
    }
    case 'line-there-already':
      return [
        {
          field: 'what',
          message: 'This service has a line for this partner, place and year already. Change that one',
        },
      ];
    case 'changed-meanwhile':
      return [
        {
          field: 'amount',
          message: `${refusal.theirs.changedByName} saved this line while you were writing. Nothing is lost: read both, then save what should stand`,
        },
      ];
  }
}

async function add(request: PageRequest): Promise<Answer> {
  const added = await request.write((ctx) => addLine(ctx, typedIn(request)));
  if (added.done) return redirectTo(moneyPlaces.all, 'Written down.');
  if (added.refusal.reason === 'not-allowed') return notFound();
  return pageToMend(await newPage(request, { posted: request.posted, errors: errorsOf(added.refusal) }));
}

async function changePage(
  request: PageRequest,
  answers: Answers,
  theirs?: MoneyLine,
): Promise<PageContent | undefined> {
  const found = await request.read((ctx) => lineToChange(ctx, request.params['id'] ?? ''));
  if (!found) return undefined;
  const { line, places } = found;
  return moneyForm('Change this line', {
    answers,
    body: (
      <>
        {theirs ? <Theirs line={theirs} /> : null}
        <LineForm
          answers={answers}
          places={places}
          before={line}
          csrf={request.csrf}
          action={request.path}
          seen={(theirs ?? line).version}
          submit={theirs ? 'Save mine, having seen theirs' : 'Save'}
          back={moneyPlaces.all}
        />
        <section>
          <h2>Take it away</h2>
          <p>The line goes out of every sum.</p>
          <form method="post" action={moneyPlaces.removeLine(line.id)}>
            <CsrfField csrf={request.csrf} />
            <Button classes="govuk-button--warning" text="Take this line away" preventDoubleClick />
          </form>
        </section>
      </>
    ),
  });
}

function Theirs({ line }: { line: MoneyLine }) {
  return (
    <div class="empty">
      <h2>What {line.changedByName} saved</h2>
      <p dir="auto">
        {line.what}, {line.partner}: {line.kind === 'spend' ? sayPounds(line.amount) : sayPosts(line.amount)}.
        Source: {line.source}. {line.note}
      </p>
      <p>Your own words are in the form below.</p>
    </div>
  );
}

async function change(request: PageRequest): Promise<Answer> {
  const id = idFrom<'money-line'>(request.params['id'] ?? '');
  if (!id) return notFound();
  const seen = Number(/^\d{1,9}$/.exec(request.posted['seen']?.[0] ?? '')?.[0] ?? '0');
  const changed = await request.write((ctx) => changeLine(ctx, { id, seen, typed: typedIn(request) }));
  if (changed.done) return redirectTo(moneyPlaces.all, 'Saved.');
  const { refusal } = changed;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'line-missing') return notFound();
  const theirs = refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined;
  const content = await changePage(request, { posted: request.posted, errors: errorsOf(refusal) }, theirs);
  return content ? pageToMend(content) : notFound();
}

async function remove(request: PageRequest): Promise<Answer> {
  const id = idFrom<'money-line'>(request.params['id'] ?? '');
  if (!id) return notFound();
  const removed = await request.write((ctx) => removeLine(ctx, id));
  return removed.done ? redirectTo(moneyPlaces.all, 'Taken away.') : notFound();
}
