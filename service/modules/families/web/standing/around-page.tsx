import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { wordsOf } from '#platform/kernel/outcome.ts';
import { addPersonAround } from '../../actions/record/add-person-around.ts';
import { beginStanding, givenKinds } from '../../actions/standing/begin-standing.ts';
import { endStanding } from '../../actions/standing/end-standing.ts';
import { helpChildren } from '../../domain/permissions.ts';
import { aroundToKeep, type AroundToKeep } from '../../queries/standing/around-to-keep.ts';
import { familyPlaces } from '../places.ts';
import { BeginForm, NamedForm, Standing } from './around-forms.tsx';
import { addPersonWords, beginErrors, endWords } from './around-words.ts';
import { daysWrong, readLine } from './read-line.ts';

/** Who stands to a child: the lead worker asks people in, ends what they may see, and names family and friends. */
export const aroundRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: familyPlaces.around(':id'),
    policy: helpChildren,
    answer: async (request) => {
      const ground = await groundOf(request);
      return ground ? page(aroundPage(request, ground, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path: familyPlaces.begin(':id'), policy: helpChildren, answer: begin },
  { method: 'POST', path: familyPlaces.end(':id'), policy: helpChildren, answer: end },
  { method: 'POST', path: familyPlaces.named(':id'), policy: helpChildren, answer: name },
];

function groundOf(request: PageRequest): Promise<AroundToKeep | undefined> {
  return request.look((ctx) => aroundToKeep(ctx, request.params['id'] ?? ''));
}

async function mend(request: PageRequest, errors: readonly FieldError[]): Promise<Answer> {
  const ground = await groundOf(request);
  return ground ? pageToMend(aroundPage(request, ground, { posted: request.posted, errors })) : notFound();
}

async function begin(request: PageRequest): Promise<Answer> {
  const childId = request.params['id'] ?? '';
  const { posted } = request;
  const kind = givenKinds.find((one) => one === kept(posted, 'kind'));
  if (!kind) return mend(request, [{ field: 'kind', message: 'Choose how they stand to the child' }]);
  const wrongDays = daysWrong(posted);
  if (wrongDays.length > 0) return mend(request, wrongDays);
  const words = {
    personId: kept(posted, 'personId'),
    kind,
    because: kept(posted, 'because').slice(0, 1000),
    until: undefined,
    isShownToFamily: kept(posted, 'hidden') === '',
    line: readLine(posted),
  };
  const begun = await request.write((ctx) => beginStanding(ctx, { childId, words }));
  if (begun.done) return redirectTo(familyPlaces.around(childId), 'They are in from this moment.');
  const errors = beginErrors(begun.refusal);
  // the day stands filled in when the ledger asks for the first time
  const others = posted['line'] === undefined ? errors.filter(({ field }) => field !== 'review-on') : errors;
  return errors.length === 0 ? notFound() : mend(request, others.length > 0 ? others : errors);
}

async function end(request: PageRequest): Promise<Answer> {
  const childId = request.params['id'] ?? '';
  const standingId = kept(request.posted, 'standing');
  const ended = await request.write((ctx) => endStanding(ctx, { childId, standingId }));
  if (ended.done) {
    const still = await groundOf(request);
    return redirectTo(
      still ? familyPlaces.around(childId) : familyPlaces.all,
      'Ended. From this moment the record is closed to them.',
    );
  }
  const message = wordsOf(endWords, ended.refusal);
  return message === '' ? notFound() : mend(request, [{ field: `end-${standingId}`, message }]);
}

async function name(request: PageRequest): Promise<Answer> {
  const childId = request.params['id'] ?? '';
  const { posted } = request;
  const words = {
    name: kept(posted, 'name').slice(0, 200),
    alsoCalled: kept(posted, 'alsoCalled').slice(0, 200),
    tie: kept(posted, 'tie').slice(0, 200),
    personId: undefined,
  };
  const added = await request.write((ctx) => addPersonAround(ctx, { childId, words }));
  if (added.done) return redirectTo(familyPlaces.around(childId), 'They are named.');
  const message = wordsOf(addPersonWords, added.refusal);
  const field = added.refusal.reason === 'tie-missing' ? 'tie' : 'name';
  return message === '' ? notFound() : mend(request, [{ field, message }]);
}

function aroundPage(request: PageRequest, ground: AroundToKeep, answers: Answers): PageContent {
  const { title: child, reach, workers, family, people, mayKeep } = ground;
  return {
    title: `Who is around ${child}`,
    breadcrumbs: [
      { text: 'Children you help', href: familyPlaces.all },
      { text: child, href: familyPlaces.one(reach.childId) },
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1 dir="auto">Who is around {child}</h1>
        <p class="lead">
          Whoever stands here can read the record as far as their part goes. Ending it closes the record to
          them at once.
        </p>
        <ul class="standings">
          {[...workers, ...family].map((worker) => (
            <Standing key={worker.standing.id} worker={worker} ground={ground} request={request} />
          ))}
        </ul>
        <Named people={people} />
        {mayKeep ? (
          <>
            <BeginForm ground={ground} answers={answers} request={request} />
            <NamedForm ground={ground} answers={answers} csrf={request.csrf} />
          </>
        ) : null}
      </>
    ),
  };
}

function Named({ people }: Pick<AroundToKeep, 'people'>) {
  if (people.length === 0) return null;
  return (
    <>
      <h2>Family, friends and others</h2>
      <ul class="around">
        {people.map((person) => (
          <li key={person.id} dir="auto">
            <strong>{person.name}</strong>, {person.tie}
          </li>
        ))}
      </ul>
    </>
  );
}
