import type { Route } from '#platform/http/route.ts';
import { ladderRoute } from './ladder-page.tsx';
import { laddersRoute } from './ladders-page.tsx';

/** Every page about decisions, step by step. */
export const disparityRoutes: readonly Route[] = [laddersRoute, ladderRoute];
