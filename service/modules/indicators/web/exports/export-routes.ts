import type { Route } from '#platform/http/route.ts';
import { eesDataRoute, eesMetaRoute } from './ees-pair.tsx';
import { takeAwayRoute } from './take-away-page.tsx';

/** Figures to take away. */
export const exportRoutes: readonly Route[] = [takeAwayRoute, eesDataRoute, eesMetaRoute];
