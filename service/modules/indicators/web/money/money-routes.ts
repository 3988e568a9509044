import type { Route } from '#platform/http/route.ts';
import { claimFormRoutes } from './avoided/claim-form-pages.tsx';
import { claimRoutes } from './avoided/claim-pages.tsx';
import { bringInRoutes } from './lines/bring-in-page.tsx';
import { childrenRoutes } from './children-page.tsx';
import { lineRoutes } from './lines/line-pages.tsx';
import { moneyRoutes as seenRoutes } from './money-page.tsx';
import { needRoutes } from './need-page.tsx';
import { qualityRoutes } from './value/quality-pages.tsx';
import { valueRoute } from './value/value-page.tsx';

/** Every page of money and people. */
export const moneyRoutes: readonly Route[] = [
  ...seenRoutes,
  ...needRoutes,
  ...lineRoutes,
  ...bringInRoutes,
  ...childrenRoutes,
  ...claimFormRoutes,
  ...claimRoutes,
  valueRoute,
  ...qualityRoutes,
];
