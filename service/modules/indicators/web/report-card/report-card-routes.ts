import type { Route } from '#platform/http/route.ts';
import { overruleRoutes } from './overrule-page.tsx';
import { aboutRoutes } from './about-page.tsx';
import { storyRoutes } from './story-page.tsx';
import { takeBackRoute } from './take-back.ts';
import { targetRoutes } from './target-page.tsx';

/** Every page on which the report card of a measure is written. */
export const reportCardRoutes: readonly Route[] = [
  ...overruleRoutes,
  takeBackRoute,
  ...targetRoutes,
  ...storyRoutes,
  ...aboutRoutes,
];
