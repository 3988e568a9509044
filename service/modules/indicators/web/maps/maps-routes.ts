import type { Route } from '#platform/http/route.ts';
import { boundariesRoutes } from './boundaries-page.tsx';
import { mapRoute } from './map-page.tsx';

/** Every page of maps and of the boundaries they are drawn from. */
export const mapsRoutes: readonly Route[] = [mapRoute, ...boundariesRoutes];
