import type { Route } from '#platform/http/route.ts';
import { boardRoute } from './board-page.tsx';
import { boardsRoute } from './boards-page.tsx';
import { bodyForms } from './body-forms.tsx';
import { seatForms } from './seat-forms.tsx';
import { termsForms } from './terms-forms.tsx';

/** Boards and groups: who they are, and how they are kept. */
export const boardRoutes: readonly Route[] = [
  boardsRoute,
  boardRoute,
  ...bodyForms,
  ...seatForms,
  ...termsForms,
];
