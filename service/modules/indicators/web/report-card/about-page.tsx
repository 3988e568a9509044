import { z } from 'zod';
import { Checkboxes, Radios } from '#packages/govuk-jsx';
import { many, optionalChoice, optionalText, version } from '#platform/forms/fields.ts';
import { DayField, dayPosted, LineField, messageOf } from '#platform/forms/inputs.tsx';
import { kept, keptAll, readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { describeMeasure } from '../../actions/report/describe-measure.ts';
import { measurePath } from '../../domain/figures/measure-definition.ts';
import { keepReportCards } from '../../domain/permissions.ts';
import {
  betterOffKinds,
  betterOffWords,
  concerns,
  concernWords,
  levels,
  levelWords,
  questions,
  questionWords,
  type MeasureCardWords,
} from '../../domain/report/measure-card.ts';
import { neverWritten } from '../../domain/report/written.ts';
import { reportCardToWrite } from '../../queries/report/report-card.ts';
import { bothCards } from './both-cards.ts';
import { BothVersions, sayConflict } from './both-versions.tsx';
import { reportPlaces } from './places.ts';
import { measureAsked, WritingForm, writingPage, type Showing } from './writing.tsx';

const path = '/measures/:source/:code/about';

/** What the partnership says a measure is: of whom it speaks, what it asks, who owns it, when the next figure is due. */
export const aboutRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: keepReportCards,
    answer: async (request) => {
      const found = await cardOf(request);
      return found ? page(aboutPage(request, found, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: keepReportCards, answer: save },
];

type Found = NonNullable<Awaited<ReturnType<typeof reportCardToWrite>>>;

function cardOf(request: PageRequest): Promise<Found | undefined> {
  const asked = { measure: measureAsked(request), areaCode: request.query.get('area') ?? '' };
  return request.read((ctx) => reportCardToWrite(ctx, asked));
}

const form = z.object({
  concerns: optionalChoice(concerns),
  asks: optionalChoice(questions),
  betterOff: many(),
  levels: many(),
  owner: optionalText(),
  seen: version(),
});

type Typed = { words: MeasureCardWords; seen: number };

function read(request: PageRequest): Typed | { errors: readonly FieldError[] } {
  const typed = readForm(form, request.posted);
  if (!typed.done) return { errors: typed.refusal.errors };
  const nextOn = dayPosted(request.posted, 'nextOn');
  if (nextOn === 'no-such-day')
    return { errors: [{ field: 'nextOn', message: 'Enter a day that exists, or leave it empty' }] };
  const { owner = '', betterOff, levels: ticked, seen, ...rest } = typed.value;
  const words = {
    ...rest,
    owner,
    betterOff: betterOffKinds.filter((kind) => betterOff.includes(kind)),
    levels: levels.filter((level) => ticked.includes(level)),
    nextOn: nextOn === 'empty' ? undefined : nextOn,
  };
  return { words, seen };
}

async function save(request: PageRequest) {
  const found = await cardOf(request);
  if (!found) return notFound();
  const { definition, place } = found;
  const again = (showing: Omit<Showing, 'posted'>, now = found) =>
    pageToMend(aboutPage(request, now, { posted: request.posted, ...showing }));
  const typed = read(request);
  if ('errors' in typed) return again(typed);
  const came = await request.write((ctx) => describeMeasure(ctx, { measure: definition.id, ...typed }));
  if (came.done) return redirectTo(measurePath(definition, place.code), 'What this measure is: saved.');
  const { refusal } = came;
  if (refusal.reason === 'does-not-go-together')
    return again({ errors: refusal.problems.map(({ field, words }) => ({ field, message: words })) });
  if (refusal.reason !== 'changed-meanwhile') return notFound();
  const { theirs } = refusal;
  return again(
    {
      errors: [{ field: 'concerns', message: sayConflict(theirs) }],
      seen: String(theirs?.version ?? neverWritten),
    },
    { ...found, card: theirs },
  );
}

function aboutPage(request: PageRequest, found: Found, showing: Showing) {
  const { definition, place, card } = found;
  return writingPage(found, {
    title: 'What this measure is',
    showing,
    children: (
      <>
        <p class="lead">{definition.title}</p>
        {showing.seen === undefined ? null : (
          <BothVersions
            theirs={card}
            gone="Nothing is written there now."
            fields={bothCards(card, showing.posted ?? {})}
          />
        )}
        <WritingForm
          request={request}
          action={reportPlaces.about(definition, place.code)}
          seen={showing.seen ?? String(card?.version ?? neverWritten)}
          submit="Save"
          back={measurePath(definition, place.code)}
        >
          <Fields found={found} showing={showing} />
        </WritingForm>
      </>
    ),
  });
}

function Fields({ found: { card }, showing }: { found: Found; showing: Showing }) {
  return (
    <>
      <Choice
        showing={showing}
        name="concerns"
        label="Of whom does it speak?"
        options={concerns.map((value) => ({ value, text: concernWords[value] }))}
        before={card?.concerns}
      />
      <Choice
        showing={showing}
        name="asks"
        label="What does it ask?"
        options={questions.map((value) => ({ value, text: questionWords[value] }))}
        before={card?.asks}
      />
      <Ticks
        showing={showing}
        name="betterOff"
        label="If it asks whether anyone is better off: in what way?"
        options={betterOffKinds.map((value) => ({ value, text: betterOffWords[value] }))}
        before={card?.betterOff}
      />
      <Ticks
        showing={showing}
        name="levels"
        label="For whom does it show a difference?"
        options={levels.map((value) => ({ value, text: levelWords[value] }))}
        before={card?.levels}
      />
      <OwnerAndDay card={card} showing={showing} />
    </>
  );
}

function OwnerAndDay({ card, showing }: { card: Found['card']; showing: Showing }) {
  return (
    <>
      <LineField
        answers={showing}
        name="owner"
        label="Who owns it here?"
        hint="A board, a team or a post: somebody who can be asked about it"
        before={card?.owner}
      />
      <DayField
        answers={showing}
        name="nextOn"
        label="When is its next figure expected?"
        hint="For example, 30 11 2026. Leave it empty where nobody knows."
        before={card?.nextOn}
      />
    </>
  );
}

type Options = {
  showing: Showing;
  name: string;
  label: string;
  options: readonly { value: string; text: string }[];
};

function Choice({ showing, name, label, options, before }: Options & { before: string | undefined }) {
  const chosen = kept(showing.posted, name, before);
  return (
    <Radios
      name={name}
      idPrefix={name}
      classes="govuk-radios--small"
      fieldset={{ legend: { text: label, classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={messageOf({ answers: showing, name: name })}
      items={[...options, { value: '', text: 'Not said yet' }].map((option) => ({
        ...option,
        checked: option.value === chosen,
      }))}
    />
  );
}

function Ticks({
  showing,
  name,
  label,
  options,
  before,
}: Options & { before: readonly string[] | undefined }) {
  return (
    <Checkboxes
      name={name}
      idPrefix={name}
      classes="govuk-checkboxes--small"
      fieldset={{ legend: { text: label, classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={messageOf({ answers: showing, name: name })}
      values={[...keptAll(showing.posted, name, before)]}
      items={[...options]}
    />
  );
}
