import { formAt, type Expectation } from './expectation.ts';

/** Where figures come in: files, publishers, own counting, zones. */
export const bringingInMayCome: readonly Expectation[] = [
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
    who: 'anyone at work',
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
];
