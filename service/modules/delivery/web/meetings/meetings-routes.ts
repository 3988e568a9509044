import type { Route } from '#platform/http/route.ts';
import { calendarRoutes } from './calendar-pages.tsx';
import { changeRoutes } from './change-pages.tsx';
import { meetingRoute } from './meeting-page.tsx';
import { forwardRoute, meetingsRoute } from './meetings-page.tsx';
import { paperRoutes } from './paper-pages.tsx';
import { cameRoute } from './who-came.tsx';
import { yearRoutes } from './year-page.tsx';

/** Meetings: their year, their papers, who came, and calendars that read them. */
export const meetingRoutes: readonly Route[] = [
  meetingsRoute,
  meetingRoute,
  forwardRoute,
  cameRoute,
  ...changeRoutes,
  ...paperRoutes,
  ...yearRoutes,
  ...calendarRoutes,
];
