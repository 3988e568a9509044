import type { Route } from '#platform/http/route.ts';
import { columnsRoutes } from './columns/columns-page.tsx';
import { decisionRoutes } from './decisions.ts';
import { handInRoutes } from './hand-in-page.tsx';
import { importPageRoute } from './import-page.tsx';
import { importsPageRoute } from './imports-page.tsx';
import { refusedRowsRoutes } from './refused-rows-page.tsx';

/** Every page of bringing published figures in. */
export const importRoutes: readonly Route[] = [
  importsPageRoute,
  ...handInRoutes,
  importPageRoute,
  ...columnsRoutes,
  ...decisionRoutes,
  ...refusedRowsRoutes,
];
