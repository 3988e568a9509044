import type { Route } from '#platform/http/route.ts';
import { decideLimitsRoutes } from './decide-page.tsx';
import { takeBackLimitsRoutes } from './take-back-page.tsx';

/** Every page on which somebody decides about limits. */
export const limitsRoutes: readonly Route[] = [...decideLimitsRoutes, ...takeBackLimitsRoutes];
