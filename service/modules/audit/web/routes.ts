import type { Route } from '#platform/http/route.ts';
import type { HeadsKept } from '../actions/export-heads.ts';
import { auditPageRoutes } from './entries/audit-page.tsx';
import { subjectPageRoutes } from './entries/subject-page.tsx';
import { unusualPageRoutes } from './entries/unusual-page.tsx';
import { headsRoutes } from './heads/heads-page.tsx';

/** The pages of the audit. */
export function auditRoutes(kept: HeadsKept | undefined): readonly Route[] {
  return [...auditPageRoutes, ...subjectPageRoutes, ...unusualPageRoutes, ...headsRoutes(kept)];
}
