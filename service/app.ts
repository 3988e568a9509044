import { lagging, type Route } from '#platform/http/route.ts';
import { peopleRoutes } from '#modules/accounts/web/people/people-routes.ts';
import { peopleWait } from '#modules/accounts/web/people/waiting.ts';
import { signInRoutes } from '#modules/accounts/web/sign-in/sign-in-routes.ts';
import { workRoutes, type WaitsFor } from '#modules/accounts/web/work.tsx';
import { writeSignInLetters, type SignInTools } from '#modules/accounts/index.ts';
import {
  askForFiguresDaily,
  remindOwnersMonthly,
  fetchingSchedule,
  formulasFollow,
  keepQuarterlyScorecards,
  evidenceSubjects,
  measureSubjects,
  type Publishers,
  reportForSql,
} from '#modules/indicators/index.ts';
import { importRoutes } from '#modules/indicators/web/bringing-in/import-routes.ts';
import { fetchingRoutes } from '#modules/indicators/web/fetching/fetching-routes.ts';
import { fetchesThatFailed } from '#modules/indicators/web/fetching/waiting.ts';
import { ownRoutes } from '#modules/indicators/web/own/own-routes.ts';
import { importsThatWait } from '#modules/indicators/web/bringing-in/waiting.ts';
import { readingRoutes } from '#modules/indicators/web/reading-routes.ts';
import { lateFiguresThatWait } from '#modules/indicators/web/scorecard/waiting.ts';
import { figuresLink } from '#modules/indicators/web/supply/figures-link.tsx';
import { supplyRoutes } from '#modules/indicators/web/supply/supply-routes.ts';
import { suppliesThatWait } from '#modules/indicators/web/supply/waiting.ts';
import {
  actionSubjects,
  decisionSubjects,
  findingSubjects,
  remindOwnersOfActions,
  readFriday,
} from '#modules/delivery/index.ts';
import { commissioningRoutes } from '#modules/delivery/web/commissioning/commissioning-routes.ts';
import { allFindingRoutes } from '#modules/delivery/web/findings/findings-routes.ts';
import { findingWaits } from '#modules/delivery/web/findings/waiting.ts';
import { actionLink } from '#modules/delivery/web/actions/action-link.tsx';
import { packsRoutes } from '#modules/delivery/web/packs/packs-routes.ts';
import { agendaAndDecisionRoutes } from '#modules/delivery/web/decisions/decisions-routes.ts';
import { decisionsWait } from '#modules/delivery/web/decisions/waiting.ts';
import { fridayRoutes } from '#modules/delivery/web/friday/friday-page.tsx';
import { yearsRoutes } from '#modules/delivery/web/years/years-routes.ts';
import { yearsThatWait } from '#modules/delivery/web/years/waiting.ts';
import { planRoutes } from '#modules/delivery/web/plan/plan-routes.ts';
import { planWaits } from '#modules/delivery/web/plan/waiting.ts';
import { boardRoutes } from '#modules/delivery/web/boards/boards-routes.ts';
import { boardsWait } from '#modules/delivery/web/boards/waiting.ts';
import { meetingRoutes } from '#modules/delivery/web/meetings/meetings-routes.ts';
import {
  childrenOf,
  childTitle,
  endGlassInTime,
  mayReach,
  personalRecordsOfFamilies,
  personalRecordsOfConcerns,
  raiseAlarms,
  tellReaders,
} from '#modules/families/index.ts';
import { dangerRoutes } from '#modules/families/web/danger/danger-routes.ts';
import { familiesRoutes } from '#modules/families/web/families-routes.ts';
import { exportsWait } from '#modules/families/web/exports/waiting.ts';
import { glassWait } from '#modules/families/web/glass/waiting.ts';
import { stillPage } from '#modules/families/web/danger/still-page.ts';
import { contestsWait } from '#modules/families/web/record/waiting.ts';
import { concernsWait } from '#modules/families/web/danger/desk/waiting.ts';
import { exportHeadsDaily, type HeadsKept, verifyWeekly } from '#modules/audit/index.ts';
import { auditRoutes } from '#modules/audit/web/routes.ts';
import { auditWaits } from '#modules/audit/web/waiting.ts';
import { organisationSubjects } from '#modules/partners/index.ts';
import { partnerRoutes } from '#modules/partners/web/routes.ts';
import {
  accessHistory,
  accountRecords,
  makeDisposalListsNightly,
  postRecords,
  sharingRecords,
  type PersonalRecords,
  type SharingSubjects,
} from '#modules/sharing/index.ts';
import { complaintsRoutes } from '#modules/sharing/web/complaints/complaints-routes.ts';
import { complaintsThatWait } from '#modules/sharing/web/complaints/waiting.ts';
import { retentionRoutes } from '#modules/sharing/web/retention/retention-routes.ts';
import { disposalsThatWait } from '#modules/sharing/web/retention/waiting.ts';
import { answerLink } from '#modules/sharing/web/rights/answer-link.tsx';
import { rightsRoutes } from '#modules/sharing/web/rights/rights-routes.ts';
import { rightsThatWait } from '#modules/sharing/web/rights/waiting.ts';
import { sharingWaits } from '#modules/sharing/web/disclosures/waiting.ts';
import { sharingRoutes } from '#modules/sharing/web/sharing-routes.ts';
import { siteRoutes } from '#modules/site/web/routes.tsx';
import { strategyRoutes } from '#modules/strategy/web/routes.ts';
import { strategyWaits } from '#modules/strategy/web/waiting.ts';
import { type SubjectRegistry } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { openSingleSignOn } from '#platform/identity/single-sign-on.ts';
import type { Keys } from '#platform/keys/keys.ts';
import type { LinkPurpose } from '#platform/links/purpose.ts';
import { linkRoutes } from '#platform/links/link-routes.tsx';
import { carryLetters, type Carrying } from '#platform/mail/carry-letters.ts';
import { postRoutes, type PostBox } from '#platform/mail/post-page.tsx';
import { undeliveredRoutes, undeliveredWaits } from '#platform/mail/undelivered-page.tsx';
import type { Handler } from '#platform/outbox/outbox.ts';
import type { Schedule } from '#platform/outbox/schedules.ts';

/** Whom to ring, as one small file that needs nothing else. */
export const numbersAsFile = stillPage;

/** What the rooms are put together with. */
export type Parts = {
  demonstration: boolean;
  publishers?: Publishers | undefined;
  heads?: HeadsKept | undefined;
  signIn?: SignInTools | undefined;
  postBox?: PostBox | undefined;
};

/** Everything the service answers, room by room. What a room that holds nothing personal shows to everybody may lag. */
export function routes(parts: Parts): readonly Route[] {
  return [
    ...lagging(siteRoutes),
    ...signInRoutes(parts.signIn ?? withoutSignIn(parts.demonstration)),
    ...peopleRoutes,
    ...workRoutes(waitsFor, { first: friday, beside: parts.demonstration ? postToSee : undefined }),
    ...lagging(strategyRoutes(subjects)),
    ...lagging(partnerRoutes),
    ...lagging(readingRoutes),
    ...importRoutes,
    ...fetchingRoutes(parts.publishers),
    ...ownRoutes,
    ...supplyRoutes,
    ...lagging(allFindingRoutes),
    ...lagging(commissioningRoutes),
    ...lagging(planRoutes),
    ...lagging(packsRoutes),
    ...lagging(agendaAndDecisionRoutes(subjects)),
    ...lagging(yearsRoutes),
    ...fridayRoutes,
    ...lagging(boardRoutes),
    ...lagging(meetingRoutes),
    ...dangerRoutes,
    ...familiesRoutes,
    ...sharingRoutes(subjectsOfSharing),
    ...rightsRoutes(personalRecords),
    ...complaintsRoutes,
    ...retentionRoutes(personalRecords),
    ...auditRoutes(parts.heads),
    ...linkRoutes(purposes),
    ...undeliveredRoutes,
    ...(parts.demonstration ? postRoutes(parts.postBox) : []),
  ];
}

/** Each room's side of the golden thread. */
const subjects: SubjectRegistry<Ctx> = [
  measureSubjects,
  evidenceSubjects,
  organisationSubjects,
  actionSubjects,
  decisionSubjects,
  findingSubjects,
];

/**
 * Every room that holds personal data: so answers are gathered and records ended. Families stands here as soon as it
 * gives its own.
 */
export const personalRecords: readonly PersonalRecords<Ctx>[] = [
  accountRecords,
  accessHistory,
  postRecords,
  sharingRecords,
  personalRecordsOfConcerns,
  personalRecordsOfFamilies,
];

/** Whom sharing can be about: the children whom the person who asks may reach. */
const subjectsOfSharing: SharingSubjects = {
  mine: async (ctx) => (await childrenOf(ctx)).map(({ reach, title }) => ({ id: reach.childId, title })),
  reach: async (ctx, id) => {
    const reach = await mayReach(ctx, id);
    const title = reach && (await childTitle(ctx, id));
    return reach && title !== undefined ? { id, title, relationship: reach.relationship } : undefined;
  },
};

/** Who deals with which facts, after they became true. */
export function handlers(parts: { carrying: Carrying; keys: Keys }): readonly Handler[] {
  return [
    carryLetters(parts.carrying),
    writeSignInLetters(parts.keys),
    formulasFollow,
    reportForSql,
    tellReaders,
  ];
}

/** The pages to sign in as they stand before there are keys: their addresses can be read, and nobody comes in. */
function withoutSignIn(demonstration: boolean): SignInTools {
  const key = () => {
    throw new Error('no keys are open');
  };
  return { keys: { key }, sso: openSingleSignOn([]), demonstration, origin: undefined };
}

/** What can be asked of people without an account, by a link in a letter. */
const purposes: readonly LinkPurpose[] = [figuresLink, actionLink, answerLink];

/** What a director reads before all else. */
const friday = {
  policy: readFriday,
  title: 'Your Friday page',
  words: 'What moved beyond chance, what is late and what it holds up, on one page.',
  link: '/friday',
};

const postToSee = { words: 'See the post that went out of this demonstration', link: '/post' };

/** What comes round with the calendar. */
export function schedules(parts: { publishers: Publishers; heads: HeadsKept }): readonly Schedule[] {
  return [
    exportHeadsDaily(parts.heads),
    verifyWeekly(parts.heads),
    keepQuarterlyScorecards,
    askForFiguresDaily,
    remindOwnersMonthly,
    remindOwnersOfActions,
    makeDisposalListsNightly(personalRecords),
    raiseAlarms,
    endGlassInTime,
    fetchingSchedule(parts.publishers),
  ];
}

/** Each room's answer to "what waits for me?". */
const waitsFor: readonly WaitsFor[] = [
  concernsWait,
  glassWait,
  contestsWait,
  exportsWait,
  peopleWait,
  undeliveredWaits,
  sharingWaits,
  rightsThatWait,
  complaintsThatWait,
  disposalsThatWait,
  auditWaits,
  strategyWaits,
  importsThatWait,
  suppliesThatWait,
  fetchesThatFailed,
  lateFiguresThatWait,
  boardsWait,
  planWaits,
  findingWaits,
  decisionsWait,
  yearsThatWait,
];
