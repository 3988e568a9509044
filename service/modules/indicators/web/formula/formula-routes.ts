import type { Route } from '#platform/http/route.ts';
import { choosePartsRoute } from './choose-page.tsx';
import { formulaPageRoutes } from './formula-pages.tsx';
import { pairRoutes } from './pair-pages.tsx';
import { writeFormulaRoutes } from './write-page.tsx';

/** Measures that are worked out from others: by a formula, and two that are read together. */
export const formulaRoutes: readonly Route[] = [
  choosePartsRoute,
  ...writeFormulaRoutes,
  ...formulaPageRoutes,
  ...pairRoutes,
];
