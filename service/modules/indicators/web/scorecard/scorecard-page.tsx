import {
  file,
  notFound,
  page,
  pageMadeOnce,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { keepScorecards } from '../../domain/permissions.ts';
import type { Place } from '../../domain/figures/place.ts';
import { askedFor } from '../../domain/scorecard/asked-for.ts';
import { scorecardOpenTable } from '../../domain/exports/scorecard-open-table.ts';
import { areaScorecard, type AreaScorecard } from '../../queries/area-scorecard.ts';
import { frameworkGroups, strategiesToChoose, type FrameworkGroups } from '../../queries/framework-groups.ts';
import { freshnessIn } from '../../queries/exceptions/freshness.ts';
import { Kept } from '../../queries/kept.ts';
import { knownPlace } from '../../queries/known-place.ts';
import { formAsked, type TableForm } from '../exports/table-forms.ts';
import { figuresNow } from '../figures-now.ts';
import { mayBringIn } from '../may-bring-in.ts';
import { reading, withQuery } from '../reading.ts';
import { askedOf, queryOf, type Asked } from './filters.tsx';
import { ScorecardPage, titleOf } from './scorecard-parts.tsx';

/** The analyst's page: every measure of an area at its latest figure; under the endings of `tableForms` the same as a file. */
export const scorecardRoute: Route = {
  method: 'GET',
  path: '/scorecards/:area',
  policy: 'everyone',
  answer: async (request) => {
    const named = request.params['area'] ?? '';
    const asked = askedOf(request.query);
    const wanted = formAsked(named);
    if (wanted) return tableFile(request, { ...asked, areaCode: wanted.name }, wanted.form);
    const stamp = await figuresNow(request);
    const place = await placeNamed(request, named, stamp);
    if (!place) return notFound();
    if (place.code !== named) return redirectTo(reading.scorecard(place.code));
    return answerFor(request, { ...asked, areaCode: named, stamp });
  },
};

type AskedOfArea = Asked & { areaCode: string };

const places = new Kept<Place | undefined>(500);

/** Which places there are changes only with the figures, so a page that is kept asks the database nothing for it. */
function placeNamed(request: PageRequest, named: string, stamp: string): Promise<Place | undefined> {
  return places.get(`${request.partnershipId} ${stamp} ${named}`, () =>
    request.read((ctx) => knownPlace(ctx, named)),
  );
}

/** What a strategy ties may change while the figures do not, so only a page without one is kept. */
async function answerFor(request: PageRequest, asked: AskedOfArea & { stamp: string }): Promise<Answer> {
  const { framework, owner, stamp } = asked;
  // what is late today was not yesterday
  const key = `${request.partnershipId} ${stamp} ${dayInEngland(request.now)}`;
  if (!framework) return pageMadeOnce(key, () => content(request, asked, undefined));
  const strategy = await request.read((ctx) => frameworkGroups(ctx, framework, { owner }));
  if (strategy) return page(await content(request, asked, strategy));
  // another strategy was chosen in the form, and the owner that stood beside it is none of its own
  const known = owner && (await request.read((ctx) => frameworkGroups(ctx, framework)));
  if (!known) return notFound();
  const whole = withQuery(reading.scorecard(asked.areaCode), queryOf({ ...asked, owner: undefined }));
  return redirectTo(whole, `${known.name} names no such owner, so all its measures are shown.`);
}

async function content(
  request: PageRequest,
  asked: AskedOfArea,
  strategy: FrameworkGroups | undefined,
): Promise<PageContent> {
  const { found, strategies, freshness } = await request.read(async (ctx) => {
    const made = await read(ctx, asked, strategy);
    return {
      found: made,
      strategies: await strategiesToChoose(ctx),
      freshness: made ? await freshnessIn(ctx, made.scorecard) : new Map(),
    };
  });
  if (!found) throw new Error(`the scorecard of ${asked.areaCode} is gone`);
  const { place } = found.scorecard;
  return {
    title: titleOf(place.name, strategy),
    wide: true,
    breadcrumbs: [
      { text: 'How we are doing', href: reading.outcomes },
      { text: 'Scorecards', href: reading.scorecards },
    ],
    body: (
      <ScorecardPage
        path={request.path}
        mayBringIn={mayBringIn(request.actor)}
        mayKeep={allowed(request.actor, keepScorecards)}
        found={found}
        asked={asked}
        strategy={strategy}
        frameworks={strategies}
        freshness={freshness}
      />
    ),
  };
}

function read(
  ctx: Ctx,
  asked: AskedOfArea,
  strategy: FrameworkGroups | undefined,
): Promise<AreaScorecard | undefined> {
  const { areaCode, neighbours } = asked;
  return areaScorecard(ctx, {
    areaCode,
    neighbourSet: neighbours,
    ...(strategy ? { groups: strategy.groups } : {}),
  });
}

/** The same rows that the page shows, with all that the page says of each, as a file. */
async function tableFile(request: PageRequest, asked: AskedOfArea, form: TableForm): Promise<Answer> {
  const { framework, owner } = asked;
  const found = await request.read(async (ctx) => {
    const strategy = framework ? await frameworkGroups(ctx, framework, { owner }) : undefined;
    return framework && !strategy ? undefined : read(ctx, asked, strategy);
  });
  if (!found) return notFound();
  const { shown } = askedFor(found.scorecard, { group: asked.topic, showing: asked.show });
  const { now } = request;
  const body = form.write(scorecardOpenTable(shown, dayInEngland(now)), { now, name: asked.areaCode });
  return file(form.type, body, `scorecard-${found.scorecard.place.code}${form.ending}`);
}
