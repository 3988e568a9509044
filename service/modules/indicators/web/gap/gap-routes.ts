import type { Route } from '#platform/http/route.ts';
import { finderRoutes } from './finder-page.tsx';
import { gapRoute } from './gap-page.tsx';
import { hypothesisRoutes } from './causes/hypothesis-pages.tsx';
import { ownGroupsRoutes } from './own-groups-page.tsx';

/** Every page about gaps between groups of children. */
export const gapRoutes: readonly Route[] = [
  ...finderRoutes,
  ...hypothesisRoutes,
  ...ownGroupsRoutes,
  gapRoute,
];
