import type { Route } from '#platform/http/route.ts';
import { aloudRoute } from './aloud/aloud-page.tsx';
import { disparityRoutes } from './disparity/disparity-routes.ts';
import { evidenceRoutes } from './evidence/evidence-routes.ts';
import { exportRoutes } from './exports/export-routes.ts';
import { formulaRoutes } from './formula/formula-routes.ts';
import { gapRoutes } from './gap/gap-routes.ts';
import { limitsRoutes } from './limits/limits-routes.ts';
import { mapsRoutes } from './maps/maps-routes.ts';
import { catalogueRoute } from './measure/catalogue.tsx';
import { glanceRoutes } from './glance/glance-page.tsx';
import { measureRoute } from './measure/measure-page.tsx';
import { reportCardRoutes } from './report-card/report-card-routes.ts';
import { outcomesRoute } from './outcomes/outcomes-page.tsx';
import { moneyRoutes } from './money/money-routes.ts';
import { openApiRoutes } from './open-api/open-api-routes.ts';
import { pictureRoutes } from './pictures/picture-routes.ts';
import { surveyRoutes } from './survey/survey-routes.ts';
import { chooseAreaRoute } from './scorecard/choose-area.tsx';
import { exceptionsRoute } from './scorecard/exceptions-page.tsx';
import { scorecardRoute } from './scorecard/scorecard-page.tsx';
import { threeQuestionsRoute } from './scorecard/three-questions-page.tsx';
import { snapshotRoutes } from './snapshots/snapshot-routes.ts';
import { zonesRoutes } from './zones/zones-routes.ts';

/** Every page that shows figures. */
export const readingRoutes: readonly Route[] = [
  outcomesRoute,
  chooseAreaRoute,
  scorecardRoute,
  exceptionsRoute,
  threeQuestionsRoute,
  ...snapshotRoutes,
  aloudRoute,
  ...glanceRoutes,
  catalogueRoute,
  measureRoute,
  ...reportCardRoutes,
  ...limitsRoutes,
  ...exportRoutes,
  ...pictureRoutes,
  ...openApiRoutes,
  ...gapRoutes,
  ...disparityRoutes,
  ...formulaRoutes,
  ...surveyRoutes,
  ...moneyRoutes,
  ...evidenceRoutes,
  ...mapsRoutes,
  ...zonesRoutes,
];
