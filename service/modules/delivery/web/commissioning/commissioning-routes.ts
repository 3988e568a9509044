import type { Route } from '#platform/http/route.ts';
import { caseRoute } from './case-sheet.tsx';
import { commissionFormRoutes } from './commission-form-pages.tsx';
import { commissionRoute } from './commission-page.tsx';
import { commissionsRoute } from './commissions-page.tsx';
import { optionRoutes } from './option-pages.tsx';
import { stepRoutes } from './step-pages.tsx';

/** Every page of buying together. */
export const commissioningRoutes: readonly Route[] = [
  commissionsRoute,
  ...commissionFormRoutes,
  commissionRoute,
  ...optionRoutes,
  ...stepRoutes,
  caseRoute,
];
