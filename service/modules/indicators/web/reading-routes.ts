import type { Route } from '#platform/http/route.ts';
import { aloudRoute } from './aloud/aloud-page.tsx';
import { exportRoutes } from './exports/export-routes.ts';
import { formulaRoutes } from './formula/formula-routes.ts';
import { gapRoutes } from './gap/gap-routes.ts';
import { catalogueRoute } from './measure/catalogue.tsx';
import { measureRoute } from './measure/measure-page.tsx';
import { reportCardRoutes } from './report-card/report-card-routes.ts';
import { outcomesRoute } from './outcomes/outcomes-page.tsx';
import { moneyRoutes } from './money/money-routes.ts';
import { pictureRoutes } from './pictures/picture-routes.ts';
import { chooseAreaRoute } from './scorecard/choose-area.tsx';
import { scorecardRoute } from './scorecard/scorecard-page.tsx';

/** Every page that shows figures. */
export const readingRoutes: readonly Route[] = [
  outcomesRoute,
  chooseAreaRoute,
  scorecardRoute,
  aloudRoute,
  catalogueRoute,
  measureRoute,
  ...reportCardRoutes,
  ...exportRoutes,
  ...pictureRoutes,
  ...gapRoutes,
  ...formulaRoutes,
  ...moneyRoutes,
];
