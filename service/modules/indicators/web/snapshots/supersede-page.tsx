import { Button, ErrorSummary, Radios, Textarea } from '#packages/govuk-jsx';
import { choice, text, type Posted } from '#platform/forms/fields.ts';
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
import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { z } from 'zod';
import { supersedeScorecard, type SupersedeRefusal } from '../../actions/snapshots/supersede-scorecard.ts';
import { keepScorecards } from '../../domain/permissions.ts';
import { readings } from '../../domain/snapshots/snapshot.ts';
import { snapshotToRead, type ReadSnapshot } from '../../queries/snapshots/snapshots.ts';
import { reading } from '../reading.ts';
import { snapshotPlaces } from './places.ts';

const path = '/scorecards/:area/kept/:id/supersede';

/** Saying that a kept scorecard should no longer be relied on, and why. */
export const supersedeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: keepScorecards,
    answer: async (request) => {
      const found = await foundBy(request);
      return found ? page(contentOf(request, found, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: keepScorecards, answer: say },
];

type Shown = { posted?: Posted; errors: readonly FieldError[] };

function foundBy(request: PageRequest): Promise<ReadSnapshot | undefined> {
  const asked = { areaCode: request.params['area'] ?? '', id: request.params['id'] ?? '' };
  return request.read((ctx) => snapshotToRead(ctx, asked));
}

const title = 'Say that this should no longer be relied on';

function contentOf(request: PageRequest, found: ReadSnapshot, shown: Shown): PageContent {
  return {
    title,
    breadcrumbs: [
      { text: 'How we are doing', href: reading.outcomes },
      { text: 'Scorecards as they stood', href: snapshotPlaces.all(found.areaCode) },
      { text: found.name, href: snapshotPlaces.one(found.areaCode, found.id) },
    ],
    body: <SupersedeForm found={found} shown={shown} csrf={request.csrf} />,
  };
}

const readingWords = {
  everybody: 'Everybody may still read it, beneath your reason',
  keepers: 'Only those who keep scorecards: it shows something that should not be seen',
} as const;

const inPlaces = ['now', 'nothing'] as const;
const inPlaceWords = {
  now: 'Keep the scorecard as it stands now under the same name',
  nothing: 'Nothing',
} as const;

function SupersedeForm({ found, shown, csrf }: { found: ReadSnapshot; shown: Shown; csrf: string }) {
  const { areaCode, id, name, takenOn } = found;
  return (
    <>
      {shown.errors.length > 0 ? (
        <ErrorSummary
          titleText="There is something to put right"
          errorList={shown.errors.map(({ field, message }) => ({ href: `#${field}`, text: message }))}
        />
      ) : null}
      <h1>{title}</h1>
      <p class="lead">
        {name}, kept on {sayDay(takenOn)}. It stays as it is, and stays in the list.
      </p>
      <form method="post" action={snapshotPlaces.supersede(areaCode, id)} noValidate class="edit">
        <CsrfField csrf={csrf} />
        <Fields shown={shown} />
        <div class="actions">
          <Button text="Say so" preventDoubleClick />
          <a href={snapshotPlaces.one(areaCode, id)}>Leave it as it was</a>
        </div>
      </form>
    </>
  );
}

function Fields({ shown }: { shown: Shown }) {
  return (
    <>
      <Textarea
        name="reason"
        id="reason"
        rows={3}
        label={{ text: 'Why?', classes: 'govuk-label--s' }}
        hint={{ text: 'Everybody can read it.' }}
        value={kept(shown.posted, 'reason')}
        {...message(shown, 'reason')}
      />
      <Radios
        name="reading"
        idPrefix="reading"
        fieldset={{ legend: { text: 'Who may still read it?', classes: 'govuk-fieldset__legend--s' } }}
        value={kept(shown.posted, 'reading', 'everybody')}
        items={readings.map((value) => ({ value, text: readingWords[value] }))}
        {...message(shown, 'reading')}
      />
      <Radios
        name="inPlace"
        idPrefix="inPlace"
        fieldset={{ legend: { text: 'What stands in its place?', classes: 'govuk-fieldset__legend--s' } }}
        value={kept(shown.posted, 'inPlace', 'nothing')}
        items={inPlaces.map((value) => ({ value, text: inPlaceWords[value] }))}
        {...message(shown, 'inPlace')}
      />
    </>
  );
}

function message({ errors }: Shown, field: string) {
  const words = errorOf(errors, field);
  return words === undefined ? {} : { errorMessage: { text: words } };
}

const form = z.object({
  reason: text('why it should no longer be relied on', 1000),
  reading: choice('who may still read it', readings),
  inPlace: choice('what stands in its place', inPlaces),
});

const refusalWords: WordsFor<SupersedeRefusal> = {
  'not-allowed': () => 'Only those who keep scorecards can say so',
  'no-such-snapshot': () => 'This scorecard is no longer there',
  'no-such-scorecard': () =>
    'The strategy that it was of is gone, so nothing can stand in its place: choose “Nothing”',
  'nothing-to-keep': () => 'No measure has a figure now, so nothing can stand in its place: choose “Nothing”',
  'kept-already': () => 'One was kept in its place already',
  'superseded-already': ({ byName }) => `${byName} said so already`,
};

async function say(request: PageRequest): Promise<Answer> {
  const found = await foundBy(request);
  if (!found) return notFound();
  const { posted } = request;
  const read = readForm(form, posted);
  if (!read.done) return pageToMend(contentOf(request, found, { posted, errors: read.refusal.errors }));
  const came = await request.write((ctx) => supersedeScorecard(ctx, { id: found.id, ...read.value }));
  if (came.done)
    return redirectTo(snapshotPlaces.one(found.areaCode, found.id), 'Said, with your name and today’s date.');
  if (came.refusal.reason === 'not-allowed') return notFound();
  const field = came.refusal.reason === 'superseded-already' ? 'reason' : 'inPlace';
  const errors = [{ field, message: wordsOf(refusalWords, came.refusal) }];
  return pageToMend(contentOf(request, found, { posted, errors }));
}
