import { z } from 'zod';
import { choice, text, version } from '#platform/forms/fields.ts';
import { ChoiceField, PickField, WordsField, type Option } from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayFrom } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { decideLimits, type DecideLimitsRefusal } from '../../actions/limits/decide-limits.ts';
import { measurePath } from '../../domain/figures/measure-definition.ts';
import { limitsDeeds, standingOf } from '../../domain/limits/limits-decision.ts';
import { fewestOnASide, fewestToHold } from '../../domain/limits/limits-plan.ts';
import { overruleVerdicts } from '../../domain/permissions.ts';
import { longestReason, shortestReason } from '../../domain/report/overruling.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { limitsToDecide, type LimitsToDecide } from '../../queries/limits/limits-to-decide.ts';
import { measureAsked, WritingForm, writingPage, type Showing } from '../report-card/writing.tsx';
import { DecisionsList } from './decided.tsx';
import { decideWords } from './limits-words.ts';
import { limitsPlaces } from './places.ts';

const path = '/measures/:source/:code/limits';

/** An analyst says where a process changed: from when its limits are worked anew, or up to when they are held. */
export const decideLimitsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: overruleVerdicts,
    answer: async (request) => {
      const found = await limitsOf(request);
      return found ? page(decidePage(request, found, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: overruleVerdicts, answer: decide },
];

function limitsOf(request: PageRequest): Promise<LimitsToDecide | undefined> {
  const asked = { measure: measureAsked(request), areaCode: request.query.get('area') ?? '' };
  return request.read((ctx) => limitsToDecide(ctx, asked));
}

const form = z.object({
  deed: choice('what should be done with the limits', limitsDeeds),
  start: text('the period'),
  reason: text('the reason', longestReason),
  seen: version(),
});

async function decide(request: PageRequest) {
  const found = await limitsOf(request);
  if (!found) return notFound();
  const again = (errors: readonly FieldError[], now = found) =>
    pageToMend(decidePage(request, now, { posted: request.posted, errors }));
  const read = readForm(form, request.posted);
  if (!read.done) return again(read.refusal.errors);
  const start = dayFrom(read.value.start);
  if (!start) return again([{ field: 'start', message: 'Choose one of the periods shown' }]);
  const { definition, place } = found;
  const given = { ...read.value, start, measure: definition.id, areaCode: place.code };
  const came = await request.write((ctx) => decideLimits(ctx, given));
  if (came.done)
    return redirectTo(measurePath(definition, place.code), 'Your decision stands beside the chart.');
  const { refusal } = came;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'no-limits') return notFound();
  const error = { field: fieldOf(refusal), message: wordsOf(decideWords, refusal) };
  return again([error], (await limitsOf(request)) ?? found);
}

function fieldOf({ reason }: DecideLimitsRefusal): string {
  if (reason === 'reason-too-short' || reason === 'reason-too-long') return 'reason';
  return reason === 'held-already' || reason === 'changed-meanwhile' ? 'deed' : 'start';
}

function decidePage(request: PageRequest, found: LimitsToDecide, showing: Showing) {
  const { definition, place, limits } = found;
  const { decisions } = limits.written;
  return writingPage(found, {
    title: 'Say where the process changed',
    showing,
    children: (
      <>
        <p class="lead">
          {definition.title}, {place.name}
        </p>
        <p>
          Limits say what is the usual wobble of this line. They are made of all its figures, until somebody
          says that the process itself changed, and why. No figure changes. Your decision, your name and your
          reason are shown to everybody beside the chart, in its table and in its files.
        </p>
        {standingOf(limits.written).length > 0 ? (
          <>
            <h2>What stands now</h2>
            <DecisionsList decisions={standingOf(limits.written)} />
          </>
        ) : null}
        <DecideForm request={request} found={found} showing={showing} />
        {decisions.some(({ takenBack }) => takenBack) ? (
          <>
            <h2>Taken back before</h2>
            <DecisionsList decisions={decisions.filter(({ takenBack }) => takenBack)} />
          </>
        ) : null}
      </>
    ),
  });
}

const deeds: readonly Option[] = [
  {
    value: 'anew',
    text: 'Work them anew from a period on',
    hint: `The process changed then, for a reason that you know. At least ${fewestOnASide} figures on each side.`,
  },
  {
    value: 'held',
    text: 'Hold them as they were up to a period',
    hint: `What came later should be seen against what was usual before. At least ${fewestToHold} figures up to it.`,
  },
];

type FormProps = { request: PageRequest; found: LimitsToDecide; showing: Showing };

function DecideForm({ request, found, showing }: FormProps) {
  const { definition, place, limits } = found;
  const periods = limits.figures
    .map(({ period }) => ({ value: period.start, text: sayPeriod(period) }))
    .toReversed();
  return (
    <WritingForm
      request={request}
      action={limitsPlaces.decide(definition, place.code)}
      seen={String(limits.written.turn)}
      submit="Decide this"
      back={measurePath(definition, place.code)}
    >
      <ChoiceField
        answers={showing}
        name="deed"
        label="What should be done with the limits?"
        options={deeds}
      />
      <PickField
        answers={showing}
        name="start"
        label="Which period?"
        hint="The first of the new limits; or the last that the held limits are made of."
        options={[{ value: '', text: 'Choose a period' }, ...periods]}
      />
      <WordsField
        answers={showing}
        name="reason"
        label="Why?"
        hint={`What changed in the work, in plain words. A line that moved is no reason by itself. At least ${shortestReason} letters.`}
      />
    </WritingForm>
  );
}
