import type { Route } from '#platform/http/route.ts';
import type { SharingSubjects } from '../queries/sharing-subjects.ts';
import { agreementPages } from './agreements/agreement-pages.tsx';
import { writeAgreementPages } from './agreements/write-agreement-pages.tsx';
import { entryRoutes } from './disclosures/entry-pages.tsx';
import { ledgerRoutes } from './disclosures/ledger-page.tsx';
import { nowRoutes } from './disclosures/now-page.tsx';
import { recordRoutes } from './disclosures/record-pages.tsx';
import { dutyRoutes } from './register/duty-page.tsx';
import { ownersRoutes } from './register/owners-page.tsx';
import { purposesRoutes } from './register/purposes-page.tsx';
import { registerRoutes } from './register/register-page.tsx';

/** Every page of agreements, the ledger and the public register; of children it is told by whoever holds their records. */
export function sharingRoutes(subjects: SharingSubjects): readonly Route[] {
  return [
    ...registerRoutes,
    ...writeAgreementPages,
    ...agreementPages,
    ...purposesRoutes,
    ...ownersRoutes,
    ...dutyRoutes,
    ...ledgerRoutes(subjects),
    ...recordRoutes(subjects),
    ...nowRoutes(subjects),
    ...entryRoutes(subjects),
  ];
}
