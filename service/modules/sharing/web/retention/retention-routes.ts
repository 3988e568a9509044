import type { Ctx } from '#platform/db/database.ts';
import type { Route } from '#platform/http/route.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import { holdRoutes } from './holds-page.tsx';
import { listRoutes } from './list-page.tsx';
import { retentionPageRoutes } from './retention-page.tsx';
import { ruleRoutes } from './rule-page.tsx';

/** How long records of every room are kept, what is held back, and how they end. */
export function retentionRoutes(records: readonly PersonalRecords<Ctx>[]): readonly Route[] {
  return [
    ...retentionPageRoutes(records),
    ...ruleRoutes(records),
    ...holdRoutes(records),
    ...listRoutes(records),
  ];
}
