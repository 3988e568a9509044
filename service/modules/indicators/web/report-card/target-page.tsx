import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { optionalText, text, version } from '#platform/forms/fields.ts';
import { DayField, dayPosted, LineField, WordsField } from '#platform/forms/inputs.tsx';
import { kept, readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import type { Day } from '#platform/kernel/day.ts';
import { done, refuse, wordsOf, type Outcome, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { setTarget, takeTargetAway, type SetTargetRefusal } from '../../actions/report/set-target.ts';
import { measurePath, sayInUnit, type MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { keepReportCards } from '../../domain/permissions.ts';
import type { Target } from '../../domain/report/target.ts';
import { sayNumber } from '../../domain/say-value.ts';
import { targetToSet, type TargetToSet } from '../../queries/report/target-to-set.ts';
import { BothVersions, sayConflict } from './both-versions.tsx';
import { reportPlaces } from './places.ts';
import { measureAsked, WritingForm, writingPage, type Showing } from './writing.tsx';

const path = '/measures/:source/:code/target';

/** What we aim at with a measure in an area: set, changed and taken away, with nobody's words lost. */
export const targetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: keepReportCards,
    answer: async (request) => {
      const found = await targetOf(request);
      return found ? page(targetPage(request, found, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: keepReportCards, answer: save },
];

function targetOf(request: PageRequest): Promise<TargetToSet | undefined> {
  const asked = { measure: measureAsked(request), areaCode: request.query.get('area') ?? '' };
  return request.read((ctx) => targetToSet(ctx, asked));
}

type Typed = { value: number; byOn: Day; agreedBy: string; words: string; seen: number };

const form = z.object({
  value: text('a number', 30),
  agreedBy: text('who agreed it'),
  words: optionalText(1000),
  seen: version(),
});

function read(request: PageRequest): Outcome<Typed, { reason: 'not-valid'; errors: readonly FieldError[] }> {
  const typed = readForm(form, request.posted);
  const byOn = dayPosted(request.posted, 'byOn');
  const value = typed.done ? Number(typed.value.value.replaceAll(/[\s,£%]/g, '')) : 0;
  const errors = typed.done ? [] : [...typed.refusal.errors];
  if (!Number.isFinite(value)) errors.unshift({ field: 'value', message: 'Enter a number, such as 22.5' });
  if (byOn === 'empty') errors.push({ field: 'byOn', message: 'Enter the day by which' });
  if (byOn === 'no-such-day')
    errors.push({ field: 'byOn', message: 'Enter a day that exists, such as 31 3 2028' });
  if (!typed.done || errors.length > 0 || byOn === 'empty' || byOn === 'no-such-day')
    return refuse({ reason: 'not-valid', errors });
  return done({ ...typed.value, words: typed.value.words ?? '', value, byOn });
}

async function save(request: PageRequest) {
  const found = await targetOf(request);
  if (!found) return notFound();
  const { definition, place } = found;
  const here = { measure: definition.id, areaCode: place.code };
  const back = measurePath(definition, place.code);
  if (request.posted['act']?.[0] === 'take-away') return takeAway(request, found);
  const typed = read(request);
  const again = (showing: Omit<Showing, 'posted'>, now = found) =>
    pageToMend(targetPage(request, now, { posted: request.posted, ...showing }));
  if (!typed.done) return again({ errors: typed.refusal.errors });
  const came = await request.write((ctx) => setTarget(ctx, { ...here, ...typed.value }));
  if (came.done) return redirectTo(back, 'The target is set.');
  const { refusal } = came;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'no-such-measure') return notFound();
  if (refusal.reason === 'changed-meanwhile') {
    const { target, version: now } = refusal.theirs;
    const errors = [{ field: 'value', message: sayConflict(target) }];
    return again({ errors, seen: String(now) }, { ...found, target, version: now });
  }
  const field = refusal.reason === 'day-past' ? 'byOn' : 'value';
  return again({ errors: [{ field, message: wordsOf(words(definition), refusal) }] });
}

async function takeAway(request: PageRequest, found: TargetToSet) {
  const { definition, place } = found;
  const seen = Number(kept(request.posted, 'seen', '-1'));
  const here = { measure: definition.id, areaCode: place.code, seen: Number.isInteger(seen) ? seen : -1 };
  const came = await request.write((ctx) => takeTargetAway(ctx, here));
  if (came.done) return redirectTo(measurePath(definition, place.code), 'The target is taken away.');
  // 'no-target': somebody took it away already
  if (came.refusal.reason !== 'changed-meanwhile') return notFound();
  const now = await targetOf(request);
  if (!now) return notFound();
  const message = `${sayConflict(now.target)}, or take it away`;
  return pageToMend(targetPage(request, now, { errors: [{ field: 'value', message }] }));
}

function words(definition: MeasureDefinition): WordsFor<SetTargetRefusal> {
  return {
    'not-allowed': () => 'Only an analyst or the partnership manager sets a target',
    'no-such-measure': () => 'Nobody knows this measure or this area',
    'no-direction': () =>
      'Neither high nor low is better in this measure, so nothing can be aimed at: choose another measure',
    'not-possible': ({ lower, upper }) =>
      upper > 1e12
        ? `This measure cannot be less than ${sayInUnit(lower, definition.unit)}`
        : `This measure lies between ${sayInUnit(lower, definition.unit)} and ${sayInUnit(upper, definition.unit)}`,
    'day-past': () => 'The day must lie ahead',
    'changed-meanwhile': ({ theirs }) => sayConflict(theirs.target),
  };
}

function targetPage(request: PageRequest, found: TargetToSet, showing: Showing) {
  const { definition, place, target, shown } = found;
  const seen = showing.seen ?? String(found.version);
  const isConflict = showing.seen !== undefined;
  return writingPage(found, {
    title: target && !isConflict ? 'Change the target' : 'Set a target',
    showing,
    children: (
      <>
        <p class="lead">
          {definition.title}, {place.name}
        </p>
        {shown ? null : (
          <p>
            Targets are not shown to the public: our strategy has them switched off. Those who may change this
            one see it.
          </p>
        )}
        {isConflict ? (
          <BothVersions
            theirs={target}
            gone="The target was taken away."
            fields={bothWords(definition, target, showing)}
          />
        ) : null}
        <TargetForm request={request} found={found} showing={showing} seen={seen} />
        {target && !isConflict ? (
          <form method="post" action={reportPlaces.target(definition, place.code)}>
            <CsrfField csrf={request.csrf} />
            <input type="hidden" name="act" value="take-away" />
            <input type="hidden" name="seen" value={seen} />
            <Button text="Take the target away" classes="govuk-button--secondary" preventDoubleClick />
          </form>
        ) : null}
      </>
    ),
  });
}

type FormProps = { request: PageRequest; found: TargetToSet; showing: Showing; seen: string };

function TargetForm({ request, found, showing, seen }: FormProps) {
  const { definition, place, target } = found;
  return (
    <WritingForm
      request={request}
      action={reportPlaces.target(definition, place.code)}
      seen={seen}
      submit="Save the target"
      back={measurePath(definition, place.code)}
    >
      <NumberToReach found={found} showing={showing} />
      <DayField
        answers={showing}
        name="byOn"
        label="By when?"
        hint="For example, 31 3 2028"
        before={target?.byOn}
      />
      <LineField
        answers={showing}
        name="agreedBy"
        label="Who agreed it?"
        hint="A board or a meeting, for example: the Children and Young People’s Board, September 2026"
        before={target?.agreedBy}
      />
      <WordsField
        answers={showing}
        name="words"
        label="How is it worded there? (optional)"
        rows={3}
        before={target?.words}
      />
    </WritingForm>
  );
}

function NumberToReach({ found, showing }: Pick<FormProps, 'found' | 'showing'>) {
  const { target, definition } = found;
  const { unit, polarity } = definition;
  return (
    <LineField
      answers={showing}
      name="value"
      label={unit.name === '' ? 'The number to reach' : `The number to reach (${unit.name})`}
      hint={polarity === 'low-is-good' ? 'Or less.' : 'Or more.'}
      before={target && sayNumber(target.value, unit.decimals)}
      short
      number
    />
  );
}

function bothWords({ unit }: MeasureDefinition, theirs: Target | undefined, showing: Showing) {
  const mine = (field: string) => kept(showing.posted, field);
  const day = ['year', 'month', 'day'].map((part) => mine(`byOn-${part}`).padStart(2, '0')).join('-');
  return [
    { name: 'The number', theirs: theirs ? sayNumber(theirs.value, unit.decimals) : '', mine: mine('value') },
    { name: 'By when', theirs: theirs?.byOn ?? '', mine: day },
    { name: 'Who agreed it', theirs: theirs?.agreedBy ?? '', mine: mine('agreedBy') },
    { name: 'How it is worded', theirs: theirs?.words ?? '', mine: mine('words') },
  ];
}
