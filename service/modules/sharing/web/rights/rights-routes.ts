import type { Ctx } from '#platform/db/database.ts';
import type { Route } from '#platform/http/route.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import { askRoutes } from './ask-page.tsx';
import { ownAnswerRoutes } from './own/own-answer-page.tsx';
import { ownAnswersRoute } from './own/own-answers-page.tsx';
import { deskRoutes } from './desk-page.tsx';
import { releaseRoutes } from './release-page.tsx';
import { requestActRoutes } from './request-acts.ts';
import { requestRoutes } from './request-page.tsx';
import { rightsPageRoutes } from './rights-page.tsx';
import { wordsRoutes } from './words-page.tsx';

/** What anybody can ask about themselves, and the desk at which it is answered from the records of every room. */
export function rightsRoutes(records: readonly PersonalRecords<Ctx>[]): readonly Route[] {
  return [
    ...rightsPageRoutes,
    ...askRoutes,
    ownAnswersRoute,
    ...ownAnswerRoutes,
    ...deskRoutes,
    ...requestRoutes,
    ...wordsRoutes,
    ...requestActRoutes(records),
    ...releaseRoutes(records),
  ];
}
