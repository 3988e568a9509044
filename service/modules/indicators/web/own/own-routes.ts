import { redirectTo, type Route } from '#platform/http/route.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { describeRoutes } from './describe-page.tsx';
import { figuresRoutes } from './figures-page.tsx';
import { groupAsked, ownMeasureRoute } from './own-measure-page.tsx';
import { ownMeasuresRoute } from './own-measures-page.tsx';
import { ownPlaces } from './places.ts';
import { releaseRoutes } from './release-page.tsx';

/** The period and the group that a person chose lead to the page of their figures. */
const chooseRoute: Route = {
  method: 'GET',
  path: `${ownPlaces.all}/:code/choose`,
  policy: keepOwnMeasures,
  answer: async ({ params, query }) => {
    const { code = '' } = params;
    const start = query.get('start') ?? '';
    // nothing was chosen, so the choice is shown again
    if (!/^\d{4}-\d{2}-\d{2}$/.test(start)) return redirectTo(ownPlaces.measure(code));
    return redirectTo(ownPlaces.figures(code, start, groupAsked(query)));
  },
};

/** Every page of what a partnership counts itself. */
export const ownRoutes: readonly Route[] = [
  ownMeasuresRoute,
  ...describeRoutes,
  ownMeasureRoute,
  chooseRoute,
  ...figuresRoutes,
  ...releaseRoutes,
];
