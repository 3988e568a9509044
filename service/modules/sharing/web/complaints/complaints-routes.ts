import type { Route } from '#platform/http/route.ts';
import { complainRoutes } from './complain-form.tsx';
import { complaintRoutes } from './complaint-page.tsx';
import { complaintsDeskRoutes } from './complaints-desk.tsx';
import { complaintsPageRoutes } from './complaints-page.tsx';

/** Telling us that something is wrong, and answering it. */
export const complaintsRoutes: readonly Route[] = [
  ...complaintsPageRoutes,
  ...complainRoutes,
  ...complaintsDeskRoutes,
  ...complaintRoutes,
];
