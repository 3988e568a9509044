import type { Route } from '#platform/http/route.ts';
import { exportDeskRoutes } from './exports/desk-page.tsx';
import { exportRoutes } from './exports/exports-page.tsx';
import { takeExportRoutes } from './exports/take-page.tsx';
import { glassRoutes } from './glass/glass-page.tsx';
import { openGlassRoutes } from './glass/open-glass-page.tsx';
import { addressRoutes } from './record/addresses-page.tsx';
import { answerContestRoutes } from './record/answer-contest-page.tsx';
import { childRoute } from './record/child-page.tsx';
import { childrenRoute } from './record/children-page.tsx';
import { contestRoutes } from './record/contest-page.tsx';
import { entryRoutes } from './record/entry-pages.tsx';
import { myRecordRoute } from './record/my-record.tsx';
import { openRecordRoutes } from './record/open-record-page.tsx';
import { readersRoutes } from './record/readers-page.tsx';
import { searchRoute } from './search/search-page.tsx';
import { aroundRoutes } from './standing/around-page.tsx';
import { whoLookedRoute } from './standing/who-looked-page.tsx';

/** A child's record, who stands to the child, and what happens in an emergency. */
export const familiesRoutes: readonly Route[] = [
  childrenRoute,
  searchRoute,
  ...exportRoutes,
  ...exportDeskRoutes,
  ...takeExportRoutes,
  ...openRecordRoutes,
  childRoute,
  ...entryRoutes,
  ...readersRoutes,
  ...contestRoutes,
  ...answerContestRoutes,
  ...addressRoutes,
  ...aroundRoutes,
  whoLookedRoute,
  myRecordRoute,
  ...glassRoutes,
  ...openGlassRoutes,
];
