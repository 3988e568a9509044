import type { Route } from '#platform/http/route.ts';
import { organisationRoute } from './organisation-page.tsx';
import { organisationsRoute } from './organisations-page.tsx';

/** Every page of the partners' room. */
export const partnerRoutes: readonly Route[] = [organisationsRoute, organisationRoute];
