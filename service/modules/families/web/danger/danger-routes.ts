import type { Route } from '#platform/http/route.ts';
import { concernRoutes } from './desk/concern-page.tsx';
import { dangerRoute } from './danger-page.tsx';
import { deskRoute } from './desk/desk-page.tsx';
import { frontDoorRoutes } from './desk/front-door-page.tsx';
import { receiptRoutes } from './receipt-page.tsx';
import { stillRoute } from './still-page.ts';
import { tellRoutes } from './tell-pages.tsx';

/** Numbers, forms that only tell, receipts, and the desk where what was told is read. */
export const dangerRoutes: readonly Route[] = [
  dangerRoute,
  stillRoute,
  ...tellRoutes,
  ...receiptRoutes,
  deskRoute,
  ...frontDoorRoutes,
  ...concernRoutes,
];
