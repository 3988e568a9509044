import type { Route } from '#platform/http/route.ts';
import { changesRoute } from './changes-page.tsx';
import { keepRoutes } from './keep-page.tsx';
import { snapshotListRoute } from './list-page.tsx';
import { snapshotRoute } from './snapshot-page.tsx';
import { supersedeRoutes } from './supersede-page.tsx';

/** Scorecards as they stood, and keeping them. */
export const snapshotRoutes: readonly Route[] = [
  snapshotListRoute,
  ...keepRoutes,
  snapshotRoute,
  changesRoute,
  ...supersedeRoutes,
];
