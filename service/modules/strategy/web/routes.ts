import type { Ctx } from '#platform/db/database.ts';
import type { Route } from '#platform/http/route.ts';
import type { SubjectRegistry } from '../domain/thread.ts';
import { backgroundRoute } from './background.tsx';
import { coverageRoute } from './coverage.tsx';
import { downloadRoutes } from './downloads.ts';
import { editingRoutes } from './editing/editing-routes.ts';
import { elementRoute } from './element-page.tsx';
import { frameworkRoute } from './framework-page.tsx';
import { libraryRoute } from './library.tsx';
import { looseEndsRoute } from './loose-ends.tsx';
import { planRoutes } from './plan-page.tsx';
import { sideBySideRoute } from './side-by-side.tsx';
import { versionsRoute } from './versions.tsx';

/** Every page of the strategy's room. */
export function strategyRoutes(registry: SubjectRegistry<Ctx>): readonly Route[] {
  return [
    libraryRoute,
    frameworkRoute,
    elementRoute(registry),
    looseEndsRoute,
    coverageRoute,
    backgroundRoute,
    versionsRoute,
    sideBySideRoute,
    ...planRoutes,
    ...downloadRoutes,
    ...editingRoutes(registry),
  ];
}
