import { z } from 'zod';
import { text, version } from '#platform/forms/fields.ts';
import { WordsField } from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { takeBackLimits } from '../../actions/limits/take-back-limits.ts';
import { measurePath } from '../../domain/figures/measure-definition.ts';
import { sayDecision, sayTakenBack, type LimitsDecision } from '../../domain/limits/limits-decision.ts';
import { overruleVerdicts } from '../../domain/permissions.ts';
import { longestReason, shortestReason } from '../../domain/report/overruling.ts';
import { limitsDecision, type LimitsDecisionFound } from '../../queries/limits/limits-to-decide.ts';
import { measureAsked, WritingForm, writingPage, type Showing } from '../report-card/writing.tsx';
import { takeBackWords } from './limits-words.ts';
import { limitsPlaces } from './places.ts';

const path = '/measures/:source/:code/limits/:id/take-back';

/** Takes a decision about limits back, with the reason; the decision and its end are both kept. */
export const takeBackLimitsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: overruleVerdicts,
    answer: async (request) => {
      const found = await foundBy(request);
      return found ? page(takeBackPage(request, found, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: overruleVerdicts, answer: takeBack },
];

async function foundBy(request: PageRequest): Promise<LimitsDecisionFound | undefined> {
  const id = idFrom<'limits-decision'>(request.params['id'] ?? '');
  if (!id) return undefined;
  const asked = { measure: measureAsked(request), areaCode: request.query.get('area') ?? '', id };
  return request.read((ctx) => limitsDecision(ctx, asked));
}

const form = z.object({ reason: text('the reason', longestReason), seen: version() });

async function takeBack(request: PageRequest) {
  const found = await foundBy(request);
  if (!found) return notFound();
  const again = (errors: readonly FieldError[], now = found) =>
    pageToMend(takeBackPage(request, now, { posted: request.posted, errors }));
  const read = readForm(form, request.posted);
  if (!read.done) return again(read.refusal.errors);
  const { definition, place, decision } = found;
  const given = { ...read.value, measure: definition.id, areaCode: place.code, id: decision.id };
  const came = await request.write((ctx) => takeBackLimits(ctx, given));
  if (came.done)
    return redirectTo(measurePath(definition, place.code), 'Taken back. What was decided stays in the list.');
  const { refusal } = came;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'no-such-decision') return notFound();
  const error = { field: 'reason', message: wordsOf(takeBackWords, refusal) };
  return again([error], (await foundBy(request)) ?? found);
}

function takeBackPage(request: PageRequest, found: LimitsDecisionFound, showing: Showing) {
  const { definition, place, decision } = found;
  return writingPage(found, {
    title: 'Take a decision about limits back',
    showing,
    children: (
      <>
        <p class="lead">
          {definition.title}, {place.name}
        </p>
        <p dir="auto">{sayDecision(decision)}</p>
        {decision.takenBack ? (
          <p dir="auto">{sayTakenBack(decision)}</p>
        ) : (
          <TakeBackForm request={request} found={found} decision={decision} showing={showing} />
        )}
      </>
    ),
  });
}

function TakeBackForm(props: {
  request: PageRequest;
  found: LimitsDecisionFound;
  decision: LimitsDecision;
  showing: Showing;
}) {
  const { request, found, decision, showing } = props;
  const { definition, place, turn } = found;
  return (
    <WritingForm
      request={request}
      action={limitsPlaces.takeBack(definition, place.code, decision.id)}
      seen={String(turn)}
      submit="Take it back"
      back={measurePath(definition, place.code)}
    >
      <WordsField
        answers={showing}
        name="reason"
        label="Why does it no longer hold?"
        hint={`The limits are drawn without it, and both reasons stay to be read. At least ${shortestReason} letters.`}
      />
    </WritingForm>
  );
}
