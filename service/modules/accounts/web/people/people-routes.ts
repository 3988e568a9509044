import type { Route } from '#platform/http/route.ts';
import { bodyRoutes } from '../organisations/bodies-page.tsx';
import { teamRoutes } from '../organisations/team-page.tsx';
import { introductionRoutes } from './introductions-page.tsx';
import { inviteForms } from './invite-page.tsx';
import { peopleRoute } from './people-page.tsx';
import { personActs } from './person-acts.tsx';
import { personForms } from './person-forms.tsx';
import { personRoute } from './person-page.tsx';
import { rolesRoutes } from './roles-page.tsx';
import { welcomeRoutes } from './welcome-page.tsx';

/** Who comes in, what they may open, bodies and teams. */
export const peopleRoutes: readonly Route[] = [
  peopleRoute,
  ...inviteForms,
  personRoute,
  ...personActs,
  ...personForms,
  ...rolesRoutes,
  ...introductionRoutes,
  ...bodyRoutes,
  ...teamRoutes,
  ...welcomeRoutes,
];
