import { formAt, type Expectation } from './expectation.ts';

/** What anybody does who is afraid for somebody, and what those do who read it. */
export const dangerMayCome: readonly Expectation[] = [
  {
    errand: 'anybody sees whom to ring, tells in writing, and hears by a receipt what came of it',
    who: 'anyone',
    addresses: [
      'GET /danger',
      'GET /danger.html',
      ...formAt('/danger/tell'),
      ...formAt('/danger/tell/child'),
      ...formAt('/danger/tell/at-work'),
      ...formAt('/danger/receipt'),
    ],
  },
  {
    errand: 'those who read come to their desk; whoever answers for information sees how many wait',
    who: ['safeguarding-reader', 'setting-lead', 'governance-lead'],
    addresses: ['GET /concerns'],
  },
  {
    errand: 'a reader opens what was told, writes down what was done, hands it on and links it',
    who: ['safeguarding-reader', 'setting-lead'],
    addresses: [
      'GET /concerns/:concernId',
      'POST /concerns/:concernId/open',
      'POST /concerns/:concernId/act',
      'POST /concerns/:concernId/hand',
      'POST /concerns/:concernId/link',
    ],
  },
  {
    errand:
      'the numbers, the hours and the readers of the front door are kept by those who cannot read there',
    who: ['manager', 'governance-lead'],
    addresses: [
      ...formAt('/concerns/front-door'),
      'POST /concerns/front-door/readers',
      'POST /concerns/front-door/readers/:readerId/end',
    ],
  },
];
