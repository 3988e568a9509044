import type { Route } from '#platform/http/route.ts';
import { actionFormRoutes } from '../actions/action-form-pages.tsx';
import { actionPageRoute } from '../actions/action-page.tsx';
import { askRoute } from '../actions/action-ask.tsx';
import { aroundRoutes } from '../actions/around-page.tsx';
import { impactRoutes } from '../together/impact-pages.tsx';
import { planFormRoutes } from './plan-form-pages.tsx';
import { planPageRoutes } from './plan-page.tsx';
import { priorityRoutes } from './priority-pages.tsx';
import { sayRoutes } from '../actions/say-page.tsx';
import { togetherRoute } from '../together/together-page.tsx';

/** The plan of the year and its actions. */
export const planRoutes: readonly Route[] = [
  ...planPageRoutes,
  ...planFormRoutes,
  ...priorityRoutes,
  togetherRoute,
  ...impactRoutes,
  ...actionFormRoutes,
  actionPageRoute,
  askRoute,
  ...sayRoutes,
  ...aroundRoutes,
];
