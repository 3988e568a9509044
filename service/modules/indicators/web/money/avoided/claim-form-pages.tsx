import type { Answers } from '#platform/forms/inputs.tsx';
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
import { idFrom } from '#platform/kernel/id.ts';
import { keepClaim } from '../../../actions/money/keep-claim.ts';
import type { CostClaim } from '../../../domain/money/cost-claim.ts';
import { keepMoney } from '../../../domain/permissions.ts';
import { costClaim } from '../../../queries/money/cost-claims.ts';
import { placesOfOwn } from '../../../queries/own/places-of-own.ts';
import { ClaimForm } from './claim-form.tsx';
import { claimProblemWords } from './claim-words.ts';
import { moneyForm } from '../money-around.tsx';
import { moneyPlaces } from '../places.ts';
import { readClaim } from './read-claim.ts';

const changePath = moneyPlaces.changeClaim(':id');

/** A claim is written down, and changed. */
export const claimFormRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: moneyPlaces.addClaim,
    policy: keepMoney,
    answer: async (request) => page(await content(request, { before: undefined, answers: { errors: [] } })),
  },
  {
    method: 'POST',
    path: moneyPlaces.addClaim,
    policy: keepMoney,
    answer: (request) => keep(request, undefined),
  },
  {
    method: 'GET',
    path: changePath,
    policy: keepMoney,
    answer: async (request) => {
      const before = await claimOf(request);
      return before ? page(await content(request, { before, answers: { errors: [] } })) : notFound();
    },
  },
  {
    method: 'POST',
    path: changePath,
    policy: keepMoney,
    answer: async (request) => {
      const before = await claimOf(request);
      return before ? keep(request, before) : notFound();
    },
  },
];

async function claimOf(request: PageRequest): Promise<CostClaim | undefined> {
  const id = idFrom(request.params['id'] ?? '') ?? '';
  return (await request.read((ctx) => costClaim(ctx, { id, whatIf: {} })))?.claim;
}

type Shown = { before: CostClaim | undefined; answers: Answers; theirs?: CostClaim };

async function content(request: PageRequest, { before, answers, theirs }: Shown): Promise<PageContent> {
  const places = await request.read(placesOfOwn);
  return moneyForm(before ? 'Change this claim' : 'Write down a cost avoided', {
    answers,
    above: { text: 'Cost avoided', href: moneyPlaces.avoided },
    body: (
      <>
        <p class="lead">
          Everything that a claim rests on is said, so that whoever doubts a part can change it and see what
          follows.
        </p>
        {theirs ? (
          <div class="empty">
            <h2>What {theirs.changedByName} saved</h2>
            <p dir="auto">{theirs.title}</p>
            <p>Your own words are in the form below.</p>
          </div>
        ) : null}
        <ClaimForm
          answers={answers}
          places={places}
          before={before}
          csrf={request.csrf}
          action={before ? moneyPlaces.changeClaim(before.id) : moneyPlaces.addClaim}
          seen={(theirs ?? before)?.version ?? 0}
          submit={before ? 'Save' : 'Write it down'}
          back={before ? moneyPlaces.claim(before.id) : moneyPlaces.avoided}
        />
      </>
    ),
  });
}

async function keep(request: PageRequest, before: CostClaim | undefined): Promise<Answer> {
  const { posted } = request;
  const again = async (errors: Answers['errors'], theirs?: CostClaim) =>
    pageToMend(
      await content(request, { before, answers: { posted, errors }, ...(theirs ? { theirs } : {}) }),
    );
  const read = readClaim(posted);
  if ('errors' in read) return again(read.errors);
  const seen = Number(/^\d{1,9}$/.exec(posted['seen']?.[0] ?? '')?.[0] ?? '0');
  const kept = await request.write((ctx) => keepClaim(ctx, { id: before?.id, seen, words: read.words }));
  if (kept.done) return redirectTo(moneyPlaces.claim(kept.value), 'Written down, with all that it rests on.');
  const { refusal } = kept;
  switch (refusal.reason) {
    case 'claim-wrong':
      return again(
        refusal.problems.map(({ field, reason }) => ({ field, message: claimProblemWords[reason] })),
      );
    case 'changed-meanwhile':
      return again(
        [
          {
            field: 'title',
            message: `${refusal.theirs.changedByName} saved this claim while you were writing. Nothing is lost: read both, then save what should stand`,
          },
        ],
        refusal.theirs,
      );
    case 'claim-missing':
    case 'not-allowed':
      return notFound();
  }
}
