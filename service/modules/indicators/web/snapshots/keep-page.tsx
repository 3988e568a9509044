import { Button, ErrorSummary, Input, Textarea } from '#packages/govuk-jsx';
import { optionalText, text, type Posted } from '#platform/forms/fields.ts';
import { errorOf, kept, readForm, type FieldError } from '#platform/forms/read-form.ts';
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
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { z } from 'zod';
import { keepScorecard, type KeepScorecardRefusal } from '../../actions/snapshots/keep-scorecard.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { keepScorecards } from '../../domain/permissions.ts';
import { lastQuarter } from '../../domain/snapshots/quarter.ts';
import type { Scope } from '../../domain/snapshots/snapshot.ts';
import { scorecardInScope } from '../../queries/snapshots/scorecard-in-scope.ts';
import { reading, withQuery } from '../reading.ts';
import { askedOf } from '../scorecard/filters.tsx';
import { scopeOf } from '../scorecard/whose-scorecard.tsx';
import { snapshotPlaces } from './places.ts';

const path = '/scorecards/:area/kept/new';

/** Keeping a scorecard as it stands today. */
export const keepRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: keepScorecards,
    answer: async (request) => {
      const content = await keepPage(request, { errors: [] });
      return content ? page(content) : notFound();
    },
  },
  { method: 'POST', path, policy: keepScorecards, answer: keep },
];

type Shown = { posted?: Posted; errors: readonly FieldError[] };

function askedFor(request: PageRequest): Scope & { areaCode: string } {
  return { areaCode: request.params['area'] ?? '', ...scopeOf(askedOf(request.query)) };
}

async function keepPage(request: PageRequest, shown: Shown): Promise<PageContent | undefined> {
  const asked = askedFor(request);
  const made = await request.read((ctx) => scorecardInScope(ctx, { ...asked, seenBy: 'everybody' }));
  if (!made) return undefined;
  const { place } = made.found.scorecard;
  const { strategy } = made;
  const whose = strategy ? (strategy.owner?.name ?? strategy.name) : '';
  return {
    title: 'Keep this scorecard as it stands',
    breadcrumbs: [
      { text: 'How we are doing', href: reading.outcomes },
      { text: 'Scorecards as they stood', href: snapshotPlaces.all(place.code) },
    ],
    body: (
      <KeepForm
        about={whose === '' ? place.name : `${whose}, ${place.name}`}
        shown={shown}
        request={request}
        back={withQuery(reading.scorecard(place.code), scopeOf(askedOf(request.query)))}
      />
    ),
  };
}

type FormProps = { about: string; shown: Shown; request: PageRequest; back: string };

function KeepForm({ about, shown, request, back }: FormProps) {
  const { areaCode, ...scope } = askedFor(request);
  const today = dayInEngland(request.now);
  return (
    <>
      {shown.errors.length > 0 ? (
        <ErrorSummary
          titleText="There is something to put right"
          errorList={shown.errors.map(({ field, message }) => ({ href: `#${field}`, text: message }))}
        />
      ) : null}
      <h1>Keep this scorecard as it stands</h1>
      <p class="lead">
        {about}, as everybody sees it today, {sayDay(today)}.
      </p>
      <p>
        Every number, comparison and word is written down whole. Nobody can change it afterwards, you neither:
        where it turns out to be wrong, you can say so beside it.
      </p>
      <form method="post" action={snapshotPlaces.keep(areaCode, scope)} noValidate class="edit">
        <CsrfField csrf={request.csrf} />
        <Fields shown={shown} proposed={lastQuarter(today).name} />
        <div class="actions">
          <Button text="Keep it" preventDoubleClick />
          <a href={back}>Back to the scorecard</a>
        </div>
      </form>
    </>
  );
}

function Fields({ shown, proposed }: { shown: Shown; proposed: string }) {
  return (
    <>
      <Input
        name="name"
        id="name"
        label={{ text: 'What to call it', classes: 'govuk-label--s' }}
        hint={{ text: 'The last quarter that has ended is proposed.' }}
        value={kept(shown.posted, 'name', proposed)}
        {...message(shown, 'name')}
      />
      <Textarea
        name="note"
        id="note"
        rows={3}
        label={{ text: 'A note, if there is something to say', classes: 'govuk-label--s' }}
        hint={{ text: 'Everybody can read it. For example: for the board of 8 October.' }}
        value={kept(shown.posted, 'note')}
        {...message(shown, 'note')}
      />
    </>
  );
}

function message({ errors }: Shown, field: string) {
  const words = errorOf(errors, field);
  return words === undefined ? {} : { errorMessage: { text: words } };
}

const form = z.object({ name: text('what to call it', 80), note: optionalText(1000) });

/** The others look like a page that is not there. */
const refusalWords: WordsFor<Exclude<KeepScorecardRefusal, { reason: 'not-allowed' | 'no-such-scorecard' }>> =
  {
    'nothing-to-keep': () => 'No measure here has a figure yet, so there is nothing to keep',
    'kept-already': () => 'This was kept already',
  };

async function keep(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const read = readForm(form, posted);
  if (!read.done) return again(request, { posted, errors: read.refusal.errors });
  const asked = askedFor(request);
  const { name, note = '' } = read.value;
  const came = await request.write((ctx) => keepScorecard(ctx, { ...asked, name, note }));
  if (came.done)
    return redirectTo(snapshotPlaces.one(asked.areaCode, came.value), 'Kept. It will always read like this.');
  const { refusal } = came;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'no-such-scorecard') return notFound();
  return again(request, { posted, errors: [{ field: 'name', message: wordsOf(refusalWords, refusal) }] });
}

async function again(request: PageRequest, shown: Shown): Promise<Answer> {
  const content = await keepPage(request, shown);
  return content ? pageToMend(content) : notFound();
}
