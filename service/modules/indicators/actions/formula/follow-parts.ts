import type { Ctx } from '#platform/db/database.ts';
import { partsChangedBy, workOutFormulas } from './work-out-formulas.ts';

/** Works formulas out anew after figures came, went or were released: a handler of facts. */
export const formulasFollow = {
  name: 'indicators.work-out-formulas',
  types: partsChangedBy,
  handle: (ctx: Ctx): Promise<void> => workOutFormulas(ctx),
} as const;
