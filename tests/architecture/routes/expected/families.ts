import { formAt, type Expectation } from './expectation.ts';

const helpers = [
  'practitioner',
  'supervisor',
  'setting-lead',
  'safeguarding-reader',
  'governance-lead',
] as const;
const whoMayAsk = ['practitioner', 'supervisor', 'setting-lead', 'safeguarding-reader'] as const;

/** A child's record, who stands to the child, an emergency. Who comes to an address still reads no child they do not stand to. */
export const familiesMayCome: readonly Expectation[] = [
  {
    errand: 'those who help come to the children they help, and ask whether somebody helps already',
    who: helpers,
    addresses: [
      'GET /children',
      'POST /children/search',
      ...formAt('/children/:id/entries/:entry/readers'),
      ...formAt('/children/:id/addresses'),
      ...formAt('/children/:id/contest/:contest'),
      'GET /children/:id/people-around',
      'POST /children/:id/people-around/begin',
      'POST /children/:id/people-around/end',
      'POST /children/:id/people-around/named',
      'GET /glass',
    ],
  },
  {
    errand: 'those who help, and whose own record it is, read it, write in it and say what is not right',
    who: [...helpers, 'young-person', 'parent'],
    addresses: [
      'GET /children/:id',
      ...formAt('/children/:id/entries/new'),
      ...formAt('/children/:id/entries/:entry'),
      ...formAt('/children/:id/contest'),
      'GET /children/:id/who-looked',
    ],
  },
  {
    errand: 'those who work with children open a record that they lead, and a protected one in an emergency',
    who: whoMayAsk,
    addresses: [...formAt('/children/new'), ...formAt('/children/:id/glass'), 'POST /children/:id/glass/end'],
  },
  {
    errand:
      'whoever looks after governance looks whether an emergency was one, and why so many children were asked about',
    who: ['governance-lead'],
    addresses: ['POST /glass/:glass/review', 'POST /glass/alarms/:alarm'],
  },
  {
    errand:
      'whoever leads a team or keeps a setting safe asks for a file of the records they read, and takes it',
    who: ['supervisor', 'setting-lead'],
    addresses: [...formAt('/children/exports'), ...formAt('/children/exports/:export/take')],
  },
  {
    errand: 'whoever looks after governance says yes or no to a file of records that somebody asks for',
    who: ['governance-lead'],
    addresses: ['GET /children/exports/desk', 'POST /children/exports/:export/decide'],
  },
  {
    errand: 'a young person or a parent reads what is held',
    who: ['young-person', 'parent'],
    addresses: ['GET /my-record'],
  },
];
