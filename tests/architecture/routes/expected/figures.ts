import { formAt, type Expectation } from './expectation.ts';

/** Pages of figures, and what leaves with them. */
export const figuresMayCome: readonly Expectation[] = [
  {
    errand:
      'anybody, and any program, takes away what is shown to everybody: figures, pictures, frames for other sites',
    who: 'anyone',
    addresses: [
      'GET /open-data',
      'GET /pictures/measures/:source/:code',
      'GET /pictures/gaps/:source/:code',
      'GET /pictures/maps/:source/:code',
      'GET /pictures/money.svg',
      'GET /pictures/money.png',
      'GET /pictures/money/need.svg',
      'GET /pictures/money/need.png',
      'GET /pictures/disparity/:ladder',
      'GET /pictures/scorecards/:area/glance.svg',
      'GET /pictures/scorecards/:area/glance.png',
      'GET /embed/maps/:source/:code',
      'GET /embed/money',
      'GET /embed/money/need',
      'GET /embed/disparity/:ladder',
      'GET /embed/scorecards/:area/glance',
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
      'an analyst says where a process changed, with a reason that everybody reads, and takes it back with another',
    who: ['analyst'],
    addresses: [
      ...formAt('/measures/:source/:code/limits'),
      ...formAt('/measures/:source/:code/limits/:id/take-back'),
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
      'anybody sees how far a group of children is from the others, how sure that is, whether it is closing, and the surest large gaps first',
    who: 'anyone',
    addresses: [
      'GET /gaps',
      'GET /gaps.csv',
      'GET /gaps.ods',
      'GET /gaps.xlsx',
      'GET /gaps.json',
      'GET /gaps.parquet',
      'GET /gaps/:source/:code',
    ],
  },
  {
    errand: 'anybody sees a measure on a map, and what is known of a place',
    who: 'anyone',
    addresses: ['GET /maps/:source/:code', 'GET /places', 'GET /places/:zone'],
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
