import { z } from 'zod';
import { Radios } from '#packages/govuk-jsx';
import { choice, text } from '#platform/forms/fields.ts';
import { WordsField, messageOf } from '#platform/forms/inputs.tsx';
import { kept, readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { overruleVerdict, type OverruleRefusal } from '../../actions/report/overrule-verdict.ts';
import { measurePath, sayInUnit } from '../../domain/figures/measure-definition.ts';
import { overruleVerdicts } from '../../domain/permissions.ts';
import {
  longestReason,
  overrulable,
  sayable,
  shortestReason,
  type Overrulable,
} from '../../domain/report/overruling.ts';
import { sayOverruling } from '../../domain/report/say-overruling.ts';
import { verdictToOverrule, type VerdictToOverrule } from '../../queries/report/verdict-to-overrule.ts';
import { VerdictWord } from '../verdict.tsx';
import { reportPlaces } from './places.ts';
import { measureAsked, WritingForm, writingPage, type Showing } from './writing.tsx';

const path = '/measures/:source/:code/overrule';

/** An analyst says something else of a verdict than what was worked out, with the reason that everybody reads. */
export const overruleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: overruleVerdicts,
    answer: async (request) => {
      const verdict = await verdictOf(request);
      return verdict ? page(overrulePage(request, verdict, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: overruleVerdicts, answer: overrule },
];

function aboutOf(request: PageRequest): Overrulable {
  return overrulable.find((one) => one === request.query.get('about')) ?? 'england';
}

function verdictOf(request: PageRequest): Promise<VerdictToOverrule | undefined> {
  const asked = {
    id: measureAsked(request),
    areaCode: request.query.get('area') ?? '',
    about: aboutOf(request),
  };
  return request.read((ctx) => verdictToOverrule(ctx, asked));
}

const form = z.object({
  said: choice('what it should say', sayable),
  reason: text('the reason', longestReason),
  seen: text('what this page has seen'),
});

async function overrule(request: PageRequest) {
  const verdict = await verdictOf(request);
  if (!verdict) return notFound();
  const again = (errors: readonly FieldError[]) =>
    pageToMend(overrulePage(request, verdict, { posted: request.posted, errors }));
  const read = readForm(form, request.posted);
  if (!read.done) return again(read.refusal.errors);
  const { definition, place, about } = verdict;
  const came = await request.write((ctx) =>
    overruleVerdict(ctx, { measure: definition.id, areaCode: place.code, about, ...read.value }),
  );
  if (came.done)
    return redirectTo(measurePath(definition, place.code), 'Your word stands beside the number.');
  const { refusal } = came;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'no-verdict') return notFound();
  const field = refusal.reason === 'not-sayable' || refusal.reason === 'verdict-changed' ? 'said' : 'reason';
  return again([{ field, message: wordsOf(words, refusal) }]);
}

const words: WordsFor<OverruleRefusal> = {
  'not-allowed': () => 'Only an analyst overrules a verdict',
  'no-verdict': () => 'There is no verdict here to overrule',
  'verdict-changed': () =>
    'Another figure came in while you were writing, so the verdict above is a new one. Read it, then decide again',
  'not-sayable': () => 'Choose one of the words shown: this one is what was worked out already',
  'reason-too-short': ({ least }) =>
    `Say why in at least ${least} letters, so that a councillor can follow you`,
  'reason-too-long': ({ most }) => `Say why in ${most.toLocaleString('en-GB')} letters or fewer`,
};

const titles: { readonly [About in Overrulable]: string } = {
  england: 'Overrule the comparison with England',
  trend: 'Overrule the recent trend',
};

function overrulePage(request: PageRequest, verdict: VerdictToOverrule, showing: Showing) {
  const { about, definition, place, figure, overruled } = verdict;
  return writingPage(verdict, {
    title: titles[about],
    showing,
    children: (
      <>
        <p class="lead">
          {definition.title}, {place.name}: {sayInUnit(figure.value, definition.unit)} in {figure.period}
        </p>
        <p>
          Worked out: <VerdictWord verdict={verdict.workedOut} />
        </p>
        {overruled.standing.length > 0 ? (
          <ul>
            {overruled.standing.map((one) => (
              <li key={one.id} dir="auto">
                {sayOverruling(one)}
              </li>
            ))}
          </ul>
        ) : null}
        <p>
          The number does not change. Your word, your name and your reason are shown to everybody wherever
          this verdict is shown, beside what was worked out, until a newer figure comes in or you take it
          back.
        </p>
        <OverruleForm request={request} verdict={verdict} showing={showing} />
      </>
    ),
  });
}

function OverruleForm(props: { request: PageRequest; verdict: VerdictToOverrule; showing: Showing }) {
  const { request, verdict, showing } = props;
  const { definition, place, about, instead } = verdict;
  const chosen = kept(showing.posted, 'said');
  return (
    <WritingForm
      request={request}
      action={reportPlaces.overrule(definition, place.code, about)}
      seen={verdict.seen}
      submit="Overrule this verdict"
      back={measurePath(definition, place.code)}
    >
      <Radios
        name="said"
        idPrefix="said"
        fieldset={{ legend: { text: 'What should it say?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={messageOf({ answers: showing, name: 'said' })}
        items={instead.map((one) => ({
          value: one,
          html: <VerdictWord verdict={one} />,
          checked: one === chosen,
        }))}
      />
      <WordsField
        answers={showing}
        name="reason"
        label="Why?"
        hint={`In plain words, for a reader who was not there. At least ${shortestReason} letters.`}
      />
    </WritingForm>
  );
}
