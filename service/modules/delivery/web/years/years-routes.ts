import type { Route } from '#platform/http/route.ts';
import { draftRoutes } from './draft-pages.tsx';
import { reportRoutes } from './report-page.tsx';
import { yearActs } from './year-acts.ts';
import { yearRoute } from './year-page.tsx';
import { yearsRoute } from './years-page.tsx';

/** The year that turns: looking back, carrying over, new priorities, the report. */
export const yearsRoutes: readonly Route[] = [
  yearsRoute,
  yearRoute,
  ...yearActs,
  ...draftRoutes,
  ...reportRoutes,
];
