import type { Role } from '#platform/access/policy.ts';

/** Who may come to an address: anyone at all, anyone who has signed in, or people with one of these roles. */
export type Expected = 'anyone' | 'anyone signed in' | readonly Role[];

export type Expectation = {
  /** what a person comes for, in the words of the product's own description */
  errand: string;
  who: Expected;
  addresses: readonly string[];
};

/**
 * Written from what the product promises to whom, apart from the code: a route that is not here is a disagreement, and
 * so is an address here that no route answers.
 */
export const whoMayCome: readonly Expectation[] = [
  {
    errand:
      'anybody, and any program, takes away what is shown to everybody: figures, pictures, frames for other sites',
    who: 'anyone',
    addresses: [
      'GET /open-data',
      'GET /pictures/measures/:source/:code',
      'GET /pictures/gaps/:source/:code',
      'GET /embed/measures/:source/:code',
      'GET /embed/gaps/:source/:code',
      'GET /embed/scorecards/:area/:source/:code',
      'GET /oembed',
      'GET /api/v1',
      'GET /api/v1/openapi.json',
      'GET /api/v1/measures',
      'GET /api/v1/measures/:measure',
      'GET /api/v1/measures/:measure/figures',
      'GET /api/v1/own-measures',
      'GET /api/v1/areas',
      'GET /api/v1/areas/:area',
      'GET /api/v1/areas/:area/scorecard',
      'GET /api/v1/areas/:area/gaps',
      'GET /api/v1/gaps/:measure',
      'GET /api/v1/frameworks',
    ],
  },
  {
    errand: 'anybody sees what we promise, what we do with what we know, and what we never do',
    who: 'anyone',
    addresses: [
      'GET /',
      'GET /accessibility',
      'GET /privacy',
      'GET /what-we-never-do',
      'GET /language/:language',
    ],
  },
  {
    errand: 'anybody may try to come in',
    who: 'anyone',
    addresses: ['GET /sign-in', 'POST /sign-in'],
  },
  {
    errand: 'whoever came in sees what waits for them, and goes out again',
    who: 'anyone signed in',
    addresses: ['GET /work', 'POST /sign-out'],
  },
  {
    errand:
      'whoever asked for a letter is told where it could not be delivered; the post of a demonstration is seen',
    who: 'anyone signed in',
    addresses: [
      'GET /undelivered',
      'POST /undelivered/:id/again',
      'POST /undelivered/:id/put-away',
      'GET /post',
    ],
  },
  {
    errand: 'a partner without an account answers from a link in a letter; the link and its code are the key',
    who: 'anyone',
    addresses: [
      ...formAt('/link/:token'),
      'POST /link/:token/code',
      'POST /link/:token/open',
      'POST /link/:token/anew',
      ...formAt('/link/:token/hand-on'),
    ],
  },
  {
    errand:
      'anyone clicks an element of a published strategy and walks the thread, reads it, prints it, takes it away',
    who: 'anyone',
    addresses: [
      'GET /frameworks',
      'GET /frameworks/:slug',
      'GET /frameworks/:slug/elements/:key',
      'GET /frameworks/:slug/loose-ends',
      'GET /frameworks/:slug/coverage',
      'GET /frameworks/:slug/background',
      'GET /frameworks/:slug/versions',
      'GET /side-by-side',
      'GET /frameworks/:slug/plan-on-a-page',
      'GET /frameworks/:slug/plan-on-a-page/sheet',
      'GET /frameworks/:slug/plan-on-a-page.svg',
      'GET /frameworks/:slug/framework.yaml',
      'GET /frameworks/:slug/framework.json',
      'GET /frameworks/:slug/framework.xml',
      'GET /frameworks/:slug/framework.csv',
    ],
  },
  {
    errand: 'anybody sees which organisations keep the promise together, and what each carries',
    who: 'anyone',
    addresses: ['GET /organisations', 'GET /organisations/:key'],
  },
  {
    errand: 'the partnership manager loads the strategy, mends it and publishes it; nobody else changes it',
    who: ['manager'],
    addresses: [
      ...formAt('/frameworks/new'),
      ...formAt('/frameworks/paste'),
      ...formAt('/frameworks/paste/:id'),
      ...formAt('/frameworks/bring-in'),
      ...formAt('/frameworks/bring-in/:id'),
      ...formAt('/frameworks/:slug/edit'),
      ...formAt('/frameworks/:slug/add-element'),
      ...formAt('/frameworks/:slug/elements/:key/edit'),
      ...formAt('/frameworks/:slug/elements/:key/move'),
      ...formAt('/frameworks/:slug/elements/:key/remove'),
      ...formAt('/frameworks/:slug/elements/:key/ties'),
      ...formAt('/frameworks/:slug/tiers'),
      ...formAt('/frameworks/:slug/tiers/:tier'),
      ...formAt('/frameworks/:slug/people'),
      ...formAt('/frameworks/:slug/people/owners/:key'),
      ...formAt('/frameworks/:slug/people/organisations/:key'),
      ...formAt('/frameworks/:slug/background/add'),
      ...formAt('/frameworks/:slug/background/:key/edit'),
      ...formAt('/frameworks/:slug/publish'),
      ...formAt('/frameworks/:slug/keep-version'),
      ...formAt('/frameworks/:slug/close'),
      ...formAt('/frameworks/:slug/delete'),
    ],
  },
  {
    errand:
      'anybody sees how we are doing: at most eight outcomes, the scorecard of an area, and every measure with where it comes from',
    who: 'anyone',
    addresses: [
      'GET /outcomes',
      'GET /scorecards',
      'GET /scorecards/:area',
      'GET /scorecards/:area/aloud',
      'GET /scorecards/:area/glance',
      'GET /scorecards/:area/glance.csv',
      'GET /scorecards/:area/exceptions',
      'GET /scorecards/:area/three-questions',
      'GET /scorecards/:area/kept',
      'GET /scorecards/:area/kept/:id',
      'GET /scorecards/:area/kept/:id/changes',
      'GET /scorecards/:area/take-away',
      'GET /scorecards/:area/ees.csv',
      'GET /scorecards/:area/ees-meta.csv',
      'GET /measures',
      'GET /measures/:source/:code',
    ],
  },
  {
    errand: 'an analyst overrules a verdict with a reason that everybody reads, and takes it back',
    who: ['analyst'],
    addresses: [
      ...formAt('/measures/:source/:code/overrule'),
      'POST /measures/:source/:code/overrulings/:id/take-back',
    ],
  },
  {
    errand:
      'the analyst and the partnership manager keep a scorecard as it stands, and say that one should no longer be relied on',
    who: ['manager', 'analyst'],
    addresses: [...formAt('/scorecards/:area/kept/new'), ...formAt('/scorecards/:area/kept/:id/supersede')],
  },
  {
    errand: 'the analyst and the partnership manager set a target, tell the story and say what a measure is',
    who: ['manager', 'analyst'],
    addresses: [
      ...formAt('/measures/:source/:code/target'),
      ...formAt('/measures/:source/:code/story/:part'),
      ...formAt('/measures/:source/:code/about'),
    ],
  },
  {
    errand:
      'the analyst sees what a file would do and says yes; the manager sees what a map of measures would tie to the strategy and says yes, and of other files nothing',
    who: ['analyst', 'manager'],
    addresses: ['GET /imports/:id', 'POST /imports/:id/bring-in', 'POST /imports/:id/decline'],
  },
  {
    errand: 'the manager chooses the strategy that a map of measures is about',
    who: ['manager'],
    addresses: ['POST /imports/:id/strategy'],
  },
  {
    errand:
      'anybody reads how a measure is worked out from others, and two numbers that are read together and never averaged',
    who: 'anyone',
    addresses: ['GET /formulas', 'GET /formulas/:code', 'GET /read-together/:code'],
  },
  {
    errand:
      'anybody reads what children and parents said when they were asked, and whether it is the same for every child',
    who: 'anyone',
    addresses: ['GET /surveys'],
  },
  {
    errand: 'an analyst defines a measure by a formula, step by step, and puts two measures on one card',
    who: ['analyst'],
    addresses: [
      'GET /formulas/build/choose',
      ...formAt('/formulas/build/write'),
      ...formAt('/read-together/new'),
    ],
  },
  {
    errand:
      'anybody sees how far a group of children is from the others, how sure that is, whether it is closing, and the surest large gaps first',
    who: 'anyone',
    addresses: ['GET /gaps', 'GET /gaps.csv', 'GET /gaps/:source/:code'],
  },
  {
    errand: 'anybody sees a measure on a map, and what is known of a place',
    who: 'anyone',
    addresses: ['GET /maps/:source/:code', 'GET /places', 'GET /places/:zone'],
  },
  {
    errand: 'an analyst loads boundaries and small areas, and draws zones out of them',
    who: ['analyst'],
    addresses: [
      ...formAt('/imports/boundaries'),
      'POST /imports/boundaries/:id/withdraw',
      'GET /zones',
      ...formAt('/zones/small-areas'),
      ...formAt('/zones/new'),
      ...formAt('/zones/:set'),
    ],
  },
  {
    errand:
      'anybody sees at which decision groups of children part, step after step, how sure that is, and what it cannot show',
    who: 'anyone',
    addresses: ['GET /disparity', 'GET /disparity/:ladder'],
  },
  {
    errand:
      'the analyst and the manager say why a gap might be there, what came of looking into it, and which groups our own tables tell apart',
    who: ['analyst', 'manager'],
    addresses: [
      ...formAt('/gaps/causes/new'),
      ...formAt('/gaps/causes/:id'),
      ...formAt('/gaps/groups'),
      'POST /gaps/groups/:key/remove',
    ],
  },
  {
    errand:
      'the analyst brings in published and local data, and answers for every refused row; nobody else does',
    who: ['analyst'],
    addresses: [
      'GET /imports',
      ...formAt('/imports/new'),
      'POST /imports/bring-in',
      ...formAt('/imports/:id/columns'),
      'POST /imports/:id/columns/forget',
      'POST /imports/:id/again',
      'POST /imports/:id/withdraw',
      'GET /imports/:id/refused-rows',
      'GET /imports/:id/refused-rows.csv',
    ],
  },
  {
    errand:
      'the analyst says what is fetched from publishers by itself, sees what came of it, has it fetched now, lets it rest and takes it off the list; nobody else does',
    who: ['analyst'],
    addresses: [
      'GET /imports/from-publishers',
      ...formAt('/imports/from-publishers/new'),
      'GET /imports/from-publishers/:id',
      'POST /imports/from-publishers/:id/fetch',
      'POST /imports/from-publishers/:id/pause',
      'POST /imports/from-publishers/:id/remove',
    ],
  },
  {
    errand: 'whoever works here sees what the partnership counts itself, as it was made safe for them',
    who: 'anyone signed in',
    addresses: ['GET /own-measures', 'GET /own-measures/:code'],
  },
  {
    errand: 'the analyst describes what we count ourselves, enters it as it was counted, and releases it',
    who: ['analyst'],
    addresses: [
      ...formAt('/own-measures/new'),
      ...formAt('/own-measures/:code/change'),
      'GET /own-measures/:code/choose',
      ...formAt('/own-measures/:code/figures'),
      ...formAt('/own-measures/:code/release'),
      ...formAt('/own-measures/:code/suppliers'),
      'POST /own-measures/:code/suppliers/:id/stop',
      'GET /own-measures/:code/given/:id',
      'POST /own-measures/:code/given/:id/take',
      'POST /own-measures/:code/given/:id/again',
    ],
  },
  {
    errand:
      'anybody sees what partners spend, beside need, what it may have saved with all that rests on, and the standards kept',
    who: 'anyone',
    addresses: [
      'GET /money',
      'GET /money.csv',
      'GET /money/need',
      'GET /money/need.csv',
      'GET /money/avoided',
      'GET /money/avoided/:id',
      'GET /money/avoided/:id/sheet',
      'GET /money/value',
    ],
  },
  {
    errand:
      'the analyst and the manager write down spend and staff, how many children live where, costs avoided and standards',
    who: ['manager', 'analyst'],
    addresses: [
      ...formAt('/money/lines/new'),
      ...formAt('/money/lines/:id'),
      'POST /money/lines/:id/remove',
      ...formAt('/money/bring-in'),
      ...formAt('/money/children'),
      ...formAt('/money/avoided/new'),
      ...formAt('/money/avoided/:id/change'),
      ...formAt('/money/value/standards/new'),
      ...formAt('/money/value/standards/:id'),
      ...formAt('/money/value/outcomes/new'),
      ...formAt('/money/value/outcomes/:id'),
    ],
  },
  {
    errand: 'anybody sees what was found, said and judged beside a number, by adults and by young people',
    who: 'anyone',
    addresses: ['GET /evidence', 'GET /evidence/about'],
  },
  {
    errand:
      'the analyst, the manager and whoever works with children’s voice write down what was found, said and judged',
    who: ['manager', 'analyst', 'participation-worker'],
    addresses: [
      ...formAt('/evidence/findings/new'),
      ...formAt('/evidence/voices/new'),
      ...formAt('/evidence/entries/:id'),
      ...formAt('/evidence/judge'),
    ],
  },
];

/** A page with a form on it that posts to the page's own address. */
function formAt(path: string): string[] {
  return [`GET ${path}`, `POST ${path}`];
}

/** Who is expected at each address. */
export function expectedAt(table: readonly Expectation[] = whoMayCome): ReadonlyMap<string, Expected> {
  return new Map(table.flatMap(({ who, addresses }) => addresses.map((address) => [address, who])));
}
