import { Button, Input } from '#packages/govuk-jsx';
import { allowed } from '#platform/access/policy.ts';
import { notFound, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { gdpDeflators } from '#reference/deflators.ts';
import {
  assumptions,
  type Assumption,
  type CostClaim,
  type Range,
} from '../../../domain/money/cost-claim.ts';
import { keepMoney } from '../../../domain/permissions.ts';
import { costClaim, costClaims, type ClaimSeen } from '../../../queries/money/cost-claims.ts';
import { AssumptionsTable, CountedTwice, ResultTable } from './claim-parts.tsx';
import { sayAvoided } from './claim-words.ts';
import { moneyPage } from '../money-around.tsx';
import { moneyPlaces } from '../places.ts';

/** Claims of cost avoided are read: all of them, one with its what-ifs, and one as a sheet to print. */
export const claimRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: moneyPlaces.avoided,
    policy: 'everyone',
    answer: async (request) => {
      const claims = await request.read(costClaims);
      const mayKeep = allowed(request.actor, keepMoney);
      return page(
        moneyPage('Cost avoided', {
          path: request.path,
          children: <Claims claims={claims} mayKeep={mayKeep} />,
        }),
      );
    },
  },
  { method: 'GET', path: moneyPlaces.claim(':id'), policy: 'everyone', answer: one },
  {
    method: 'GET',
    path: moneyPlaces.sheet(':id'),
    policy: 'everyone',
    answer: async (request) => {
      const found = await claimAsked(request);
      if (!found) return notFound();
      return page({
        title: found.claim.title,
        sheet: true,
        breadcrumbs: [{ text: found.claim.title, href: moneyPlaces.claim(found.claim.id) }],
        body: (
          <>
            <h1>{found.claim.title}</h1>
            <Told seen={found} />
            <AssumptionsTable claim={found.claim} placeName={found.placeName} />
            <Method claim={found.claim} />
          </>
        ),
      });
    },
  },
];

function Claims({ claims, mayKeep }: { claims: readonly ClaimSeen[]; mayKeep: boolean }) {
  return (
    <>
      <p class="lead">
        What later cost may not have come, because help came early. Always a range, with everything it rests
        on.
      </p>
      {mayKeep ? (
        <p>
          <a class="govuk-button" href={moneyPlaces.addClaim}>
            Write down a claim
          </a>
        </p>
      ) : null}
      {claims.length === 0 ? (
        <div class="empty">
          <h2>Nobody has claimed a cost avoided yet</h2>
          <p>
            Here will be what changed, what one of it costs, how much of it was ours, and the range that
            follows.
          </p>
        </div>
      ) : (
        <ClaimList claims={claims} />
      )}
      {claims.length > 1 ? (
        <p class="quiet">Claims are not added together: two may count the same children.</p>
      ) : null}
    </>
  );
}

function ClaimList({ claims }: { claims: readonly ClaimSeen[] }) {
  return (
    <ul class="rows">
      {claims.map(({ claim, avoided, placeName }) => (
        <li key={claim.id}>
          <div>
            <p class="thread-title">
              <a href={moneyPlaces.claim(claim.id)} dir="auto">
                {claim.title}
              </a>
            </p>
            <p class="quiet">
              {placeName}. {avoided ? sayAvoided(avoided) : ''}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The ranges that the address asks for; what is no number leaves the claim's own. */
function whatIf({ query }: PageRequest): Partial<Record<Assumption, Range>> {
  const number = (name: string) => {
    const text = (query.get(name) ?? '').replaceAll(',', '').trim();
    return /^-?\d{1,12}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined;
  };
  const asked = assumptions.flatMap((field) => {
    const [low, middle, high] = ['low', 'middle', 'high'].map((end) => number(`${field}-${end}`));
    return low === undefined || middle === undefined || high === undefined
      ? []
      : [[field, { low, middle, high }] as const];
  });
  return Object.fromEntries(asked);
}

function claimAsked(request: PageRequest) {
  const asked = { id: request.params['id'] ?? '', whatIf: whatIf(request) };
  return request.read((ctx) => costClaim(ctx, asked));
}

async function one(request: PageRequest) {
  const found = await claimAsked(request);
  if (!found) return notFound();
  const { claim, asked, underAsked, placeName } = found;
  const isAsked = assumptions.some((field) => request.query.has(`${field}-low`));
  return page({
    title: claim.title,
    breadcrumbs: [
      { text: 'Money and people', href: moneyPlaces.all },
      { text: 'Cost avoided', href: moneyPlaces.avoided },
    ],
    body: (
      <>
        <h1>{claim.title}</h1>
        <Told seen={found} />
        <CountedTwice others={found.mayCountTwice} />
        <h2>What it rests on</h2>
        <AssumptionsTable claim={claim} placeName={placeName} />
        <h2>What if?</h2>
        <p>Change what you doubt, and see what follows. Nothing is saved; the address can be shared.</p>
        {isAsked && underAsked ? (
          <>
            <p class="lead">With your assumptions: {sayAvoided(underAsked)}</p>
            <ResultTable avoided={underAsked} claim={asked} />
          </>
        ) : null}
        <WhatIf claim={asked} />
        <Method claim={claim} />
        <div class="actions">
          <a href={moneyPlaces.sheet(claim.id)}>This claim as a sheet to print</a>
          {allowed(request.actor, keepMoney) ? (
            <a href={moneyPlaces.changeClaim(claim.id)}>Change this claim</a>
          ) : null}
        </div>
      </>
    ),
  });
}

function Told({ seen: { avoided, claim } }: { seen: ClaimSeen }) {
  if (!avoided)
    return <p class="lead">The prices of its year are not known here, so no range can be said.</p>;
  return (
    <>
      <p class="lead">{sayAvoided(avoided)}</p>
      <ResultTable avoided={avoided} claim={claim} />
    </>
  );
}

const assumptionWords: { readonly [Each in Assumption]: string } = {
  change: 'How many fewer',
  anywayShare: 'Would have happened anyway, in a hundred',
  ours: 'Owed to what was done, in a hundred of the rest',
  unitCost: 'What one costs, in pounds',
};

const ends = [
  { end: 'low', name: 'Least' },
  { end: 'middle', name: 'Most likely' },
  { end: 'high', name: 'Most' },
] as const;

function WhatIf({ claim }: { claim: CostClaim }) {
  return (
    <form method="get" action={moneyPlaces.claim(claim.id)} class="edit">
      {assumptions.map((field) => (
        <fieldset key={field} class="govuk-fieldset what-if">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{assumptionWords[field]}</legend>
          <div class="filters">
            {ends.map(({ end, name }) => (
              <Input
                key={end}
                name={`${field}-${end}`}
                id={`${field}-${end}`}
                label={{ text: name }}
                value={String(claim[field][end])}
                classes="govuk-input--width-5"
                inputmode="decimal"
                autocomplete="off"
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Button text="Show what follows" />
    </form>
  );
}

function Method({ claim }: { claim: CostClaim }) {
  const { title } = gdpDeflators();
  return (
    <section>
      <h2>How it is worked out</h2>
      <p>
        How many fewer, less those that would have been fewer anyway; of the rest the share that is owed to
        what was done; times what one costs. Cautious and hopeful are the ends over all of these together.
        Pounds of other years are brought to one by {title}.
      </p>
      <p class="quiet">
        Most of what is not spent stays where it was: beds, schools and workers cost the same when one child
        needs them less. A cost avoided is seldom money in hand.
      </p>
      <p class="beneath">
        Written down by {claim.changedByName}, {sayDay(dayInEngland(claim.changedAt))}.
      </p>
    </section>
  );
}
