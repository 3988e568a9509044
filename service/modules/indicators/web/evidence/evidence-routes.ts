import type { Route } from '#platform/http/route.ts';
import { aboutRoute } from './about-page.tsx';
import { entryRoutes } from './entry-pages.tsx';
import { evidenceRoute } from './evidence-page.tsx';
import { judgeRoutes } from './judge-page.tsx';

/** Every page of what stands beside the numbers. */
export const evidenceRoutes: readonly Route[] = [evidenceRoute, aboutRoute, ...entryRoutes, ...judgeRoutes];
