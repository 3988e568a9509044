import type { Route } from '#platform/http/route.ts';
import { drawingRoutes } from './drawing-pages.tsx';
import { placesRoutes } from './places-page.tsx';
import { setRoutes } from './set-pages.tsx';

/** Every page of zones: to read, and to draw. */
export const zonesRoutes: readonly Route[] = [...placesRoutes, ...drawingRoutes, ...setRoutes];
