import type { Route } from '#platform/http/route.ts';
import { findingFormRoutes } from './finding-form-pages.tsx';
import { findingRoutes } from './finding-page.tsx';
import { findingsRoutes } from './findings-page.tsx';

/** Every page of findings. */
export const allFindingRoutes: readonly Route[] = [...findingsRoutes, ...findingFormRoutes, ...findingRoutes];
