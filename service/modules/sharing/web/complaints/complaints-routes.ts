import type { Route } from '#platform/http/route.ts';
import { complaintsDeskRoutes } from './complaints-desk.tsx';
import { complaintsPageRoutes } from './complaints-page.tsx';

/** Telling us that something is wrong, and answering it. */
export const complaintsRoutes: readonly Route[] = [...complaintsPageRoutes, ...complaintsDeskRoutes];
