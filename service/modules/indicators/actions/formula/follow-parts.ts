import type { Handler } from '#platform/outbox/outbox.ts';
import { partsChangedBy, workOutFormulas } from './work-out-formulas.ts';

/** Works formulas out anew after figures came, went or were released. */
export const formulasFollow: Handler = {
  name: 'indicators.work-out-formulas',
  types: partsChangedBy,
  handle: (ctx) => workOutFormulas(ctx),
};
