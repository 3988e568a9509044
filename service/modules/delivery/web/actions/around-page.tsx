import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { allowed } from '#platform/access/policy.ts';
import { dayPosted, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import type { Ctx } from '#platform/db/database.ts';
import { wordsOf, type Outcome } from '#platform/kernel/outcome.ts';
import {
  addMilestone,
  namePartner,
  sayReached,
  takeMilestone,
  takePartner,
  waitFor,
  waitNoMore,
  type AroundRefusal,
} from '../../actions/plan/around-action.ts';
import { isOwnedBy } from '../../domain/action.ts';
import { keepPlan, sayProgress } from '../../domain/permissions.ts';
import { aroundView, type AroundView } from '../../queries/plan/around-view.ts';
import { crumbsOf, numberIn } from './address-of-action.ts';
import { Milestones, Partners, Waits } from './around-parts.tsx';
import { planPlaces } from '../plan/places.ts';
import { aroundWords } from '../plan/plan-words.ts';

const path = planPlaces.around(0).replace('0', ':number');

/** Milestones, partners and waits of an action, each a small form of its own. */
export const aroundRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: sayProgress,
    answer: async (request) => {
      const view = await toShow(request);
      return view ? page(content(request, view, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: sayProgress, answer },
];

async function toShow(request: PageRequest): Promise<AroundView | undefined> {
  const view = await request.read((ctx) => aroundView(ctx, numberIn(request)));
  const may = view && (allowed(request.actor, keepPlan) || isOwnedBy(view.action, request.actor));
  return may ? view : undefined;
}

async function answer(request: PageRequest): Promise<Answer> {
  const view = await toShow(request);
  if (!view) return notFound();
  const what = request.posted['what']?.[0] ?? '';
  const again = (field: string, message: string) =>
    pageToMend(content(request, view, { posted: request.posted, errors: [{ field, message }] }));
  const due = dayPosted(request.posted, 'due');
  if (what === 'add-milestone' && (due === 'empty' || due === 'no-such-day'))
    return again('due', 'Enter the day by which it is reached, such as 31 3 2027');
  const outcome = await request.write((ctx) => act(ctx, request, view.action.number));
  if (!outcome) return notFound();
  if (outcome.done) return redirectTo(planPlaces.around(view.action.number), 'Saved.');
  const { refusal } = outcome;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'action-missing') return notFound();
  return again(fieldOf(refusal), wordsOf(aroundWords, refusal));
}

function fieldOf({ reason }: AroundRefusal): string {
  if (reason === 'goes-in-a-circle' || reason === 'no-such-action') return 'waitsFor';
  return reason === 'no-such-organisation' ? 'organisation' : 'title';
}

/** Does what the pressed button asks; undefined where it asks nothing that we know. */
async function act(
  ctx: Ctx,
  { posted }: PageRequest,
  number: number,
): Promise<Outcome<unknown, AroundRefusal> | undefined> {
  const of = (name: string) => (posted[name]?.[0] ?? '').slice(0, 300);
  const milestoneId = of('milestone');
  const waitsFor = Number(/^\d{1,9}$/.exec(of('waitsFor'))?.[0] ?? '0');
  const due = dayPosted(posted, 'due');
  switch (of('what')) {
    case 'add-milestone':
      return due === 'empty' || due === 'no-such-day'
        ? undefined
        : addMilestone(ctx, { number, title: of('title'), due });
    case 'reached':
      return sayReached(ctx, { number, milestoneId, reached: 'yes' });
    case 'not-reached':
      return sayReached(ctx, { number, milestoneId, reached: 'no' });
    case 'take-milestone':
      return takeMilestone(ctx, { number, milestoneId });
    case 'add-partner':
      return namePartner(ctx, { number, organisationKey: of('organisation'), part: of('part') });
    case 'take-partner':
      return takePartner(ctx, { number, organisationKey: of('organisation') });
    case 'add-wait':
      return waitFor(ctx, { number, waitsFor });
    case 'take-wait':
      return waitNoMore(ctx, { number, waitsFor });
    default:
      return undefined;
  }
}

function content(request: PageRequest, view: AroundView, answers: Answers): PageContent {
  const keeps = allowed(request.actor, keepPlan);
  const props = { view, answers, csrf: request.csrf, keeps };
  return {
    title: `Around: ${view.action.title}`,
    breadcrumbs: crumbsOf(view),
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>How it gets there</h1>
        <p class="lead">{view.action.title}</p>
        <Milestones {...props} />
        {keeps ? <Partners {...props} /> : null}
        {keeps ? <Waits {...props} /> : null}
        <p>
          <a href={planPlaces.action(view.action.number)}>Back to the action</a>
        </p>
      </>
    ),
  };
}
