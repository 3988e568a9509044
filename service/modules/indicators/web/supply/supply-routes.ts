import type { Route } from '#platform/http/route.ts';
import { givenRoutes } from './given-page.tsx';
import { suppliersRoutes } from './suppliers-page.tsx';

/** Every page of those who send figures without an account, as an analyst sees them. */
export const supplyRoutes: readonly Route[] = [...suppliersRoutes, ...givenRoutes];
