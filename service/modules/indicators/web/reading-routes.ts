import type { Route } from '#platform/http/route.ts';
import { chooseAreaRoute } from './scorecard/choose-area.tsx';
import { scorecardRoute } from './scorecard/scorecard-page.tsx';

/** Every page that shows figures. */
export const readingRoutes: readonly Route[] = [chooseAreaRoute, scorecardRoute];
