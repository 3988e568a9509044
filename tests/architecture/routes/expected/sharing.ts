import { formAt, type Expectation } from './expectation.ts';

/** Those who share information about children in their work, and whoever answers for information. */
const whoShares = [
  'practitioner',
  'supervisor',
  'setting-lead',
  'safeguarding-reader',
  'governance-lead',
] as const;

/** Agreements, the ledger of what was shared and not shared, and the register for everybody. */
export const sharingMayCome: readonly Expectation[] = [
  {
    errand:
      'anybody reads what organisations agreed to share about children, who answers for which record, and what never happens',
    who: 'anyone',
    addresses: ['GET /sharing'],
  },
  {
    errand:
      'whoever shares in their work writes down a share, a decision not to, or an emergency, sees those about the children they work with, and reads the agreements',
    who: whoShares,
    addresses: [
      'GET /sharing/agreements',
      'GET /sharing/agreements/:number',
      'GET /sharing/ledger',
      'GET /sharing/ledger/:number',
      ...formAt('/sharing/record'),
      ...formAt('/sharing/now'),
      ...formAt('/sharing/ledger/:number/record'),
      'POST /sharing/ledger/:number/withdraw',
    ],
  },
  {
    errand:
      'whoever answers for information keeps the agreements, signs off what a law demands, and says which purposes fit and who owns which record',
    who: ['governance-lead'],
    addresses: [
      ...formAt('/sharing/agreements/new'),
      ...formAt('/sharing/agreements/:number/change'),
      'POST /sharing/agreements/:number/sign',
      'POST /sharing/agreements/:number/end',
      'POST /sharing/ledger/:number/sign-off',
      ...formAt('/sharing/purposes'),
      'GET /sharing/owners',
      ...formAt('/sharing/owners/:kind'),
      ...formAt('/sharing/duty'),
    ],
  },
];
