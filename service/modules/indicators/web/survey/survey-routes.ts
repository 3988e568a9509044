import type { Route } from '#platform/http/route.ts';
import { surveysRoute } from './surveys-page.tsx';

/** What people said when they were asked. */
export const surveyRoutes: readonly Route[] = [surveysRoute];
