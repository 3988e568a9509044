import { Button, WarningText } from '#packages/govuk-jsx';
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
import { CsrfField } from '#platform/page/frame.tsx';
import {
  previewRelease,
  releaseOwnFigures,
  type ReleasePreview,
  type ReleaseRefusal,
} from '../../actions/own/release-own-figures.ts';
import type { OwnMeasure } from '../../domain/own/own-measure.ts';
import type { OwnAudience } from '../../domain/own/own-table.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { isNumber } from '../../domain/value.ts';
import { partnersView } from '../../queries/own/own-measure-view.ts';
import { actingFor } from '../bringing-in/acting.ts';
import { ownPage } from './own-around.tsx';
import { ReleasedTable } from './own-tables.tsx';
import { audienceWords, releaseWords } from './own-words.ts';
import { ownPlaces } from './places.ts';

const path = `${ownPlaces.all}/:code/release`;

/** Looks at what would be shown, and to whom; then shows it. */
export const releaseRoutes: readonly Route[] = [
  { method: 'GET', path, policy: keepOwnMeasures, answer: show },
  { method: 'POST', path, policy: keepOwnMeasures, answer: release },
];

function audienceOf(request: PageRequest): OwnAudience {
  return request.query.get('audience') === 'public' ? 'public' : 'partners';
}

async function show(request: PageRequest): Promise<Answer> {
  const asked = { code: request.params['code'] ?? '', audience: audienceOf(request) };
  const preview = await previewRelease(actingFor(request), asked);
  if (preview.done) return page(previewPage(request, preview.value));
  return refused(request, preview.refusal);
}

async function release(request: PageRequest): Promise<Answer> {
  const code = request.params['code'] ?? '';
  const audience = audienceOf(request);
  const seen = request.posted['seen']?.[0] ?? '';
  const released = await releaseOwnFigures(actingFor(request), { code, audience, seen });
  if (!released.done) return refused(request, released.refusal);
  return redirectTo(ownPlaces.measure(code), `Released to ${audienceWords[audience].who}.`);
}

/** The preview is shown anew where figures changed; where they cannot be made safe, why. */
async function refused(request: PageRequest, refusal: ReleaseRefusal): Promise<Answer> {
  if (refusal.reason === 'not-allowed' || refusal.reason === 'measure-missing') return notFound();
  const view = await request.read((ctx) => partnersView(ctx, request.params['code'] ?? ''));
  if (!view) return notFound();
  const message = wordsOf(releaseWords, refusal);
  return pageToMend(refusedPage(request, view.own, message));
}

function refusedPage(request: PageRequest, own: OwnMeasure, message: string): PageContent {
  return ownPage('Nothing was released', {
    own,
    answers: { errors: [{ field: 'why', message }] },
    body: (
      <>
        <p class="lead" id="why">
          {message}.
        </p>
        <p>
          <a href={ownPlaces.release(own.code, audienceOf(request))}>Look again</a>
        </p>
        <p>
          <a href={ownPlaces.measure(own.code)}>Back to its figures</a>
        </p>
      </>
    ),
  });
}

function previewPage(request: PageRequest, { own, places, safe, seen }: ReleasePreview): PageContent {
  const held = safe.figures.filter(({ value }) => !isNumber(value)).length;
  const { to, who, where } = audienceWords[safe.audience];
  const figures = safe.figures.map(({ areaCode, breakdown, period, value, count, base }) => ({
    areaCode,
    breakdown,
    start: period.text,
    value,
    count: count ?? null,
    base: base ?? null,
  }));
  return ownPage(to, {
    own,
    body: (
      <>
        <p class="lead">
          This is what {who} would see, {where}. {sayHeld(held, safe.figures.length)}
        </p>
        <ReleasedTable own={own} places={places} release={{ figures }} />
        <p>
          We tried to work out what is held back, from everything shown here and everything released before,
          and could not.
          {safe.zerosShown ? '' : ' A figure that is held back may be none.'}
        </p>
        <WarningText
          text="What has been shown once cannot be taken back from those who saw it."
          iconFallbackText="Warning"
        />
        <form method="post" action={`${request.path}?audience=${safe.audience}`}>
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="seen" value={seen} />
          <div class="actions">
            <Button text={to} preventDoubleClick />
            <a href={ownPlaces.measure(own.code)}>Do not release it</a>
          </div>
        </form>
      </>
    ),
  });
}

function sayHeld(held: number, all: number): string {
  if (held === 0) return 'No figure is held back.';
  return `${held} of ${all} figures ${held === 1 ? 'is' : 'are'} held back, so that nobody can be recognised.`;
}
