import type { Ctx } from '#platform/db/database.ts';
import type { Route } from '#platform/http/route.ts';
import type { SubjectRegistry } from '../domain/thread.ts';
import { elementRoute } from './element-page.tsx';
import { frameworkRoute } from './framework-page.tsx';

/** Every page of the strategy's room. */
export function strategyRoutes(registry: SubjectRegistry<Ctx>): readonly Route[] {
  return [frameworkRoute, elementRoute(registry)];
}
