import type { Route } from '#platform/http/route.ts';
import type { SharingSubjects } from '../../domain/sharing-subjects.ts';
import { entryRoutes } from './entry-pages.tsx';
import { ledgerRoutes } from './ledger-page.tsx';
import { nowRoutes } from './now-page.tsx';
import { recordRoutes } from './record-pages.tsx';

/** Every page of the ledger. */
export function disclosureRoutes(subjects: SharingSubjects): readonly Route[] {
  return [
    ...ledgerRoutes(subjects),
    ...recordRoutes(subjects),
    ...nowRoutes(subjects),
    ...entryRoutes(subjects),
  ];
}
