import { formAt, type Expectation } from './expectation.ts';

/** Boards, the plan of the year, meetings, decisions, findings, joint buying and the year that turns. */
export const deliveryMayCome: readonly Expectation[] = [
  {
    errand:
      'anybody sees who decides, when they meet and the papers that are published; names and the rest show only to members',
    who: 'anyone',
    addresses: [
      'GET /boards',
      'GET /boards/:body',
      'GET /boards/:body/forward-plan',
      'GET /meetings',
      'GET /meetings/:meeting',
      'GET /meetings/:meeting/papers/:paper',
    ],
  },
  {
    errand:
      'a calendar reads meetings from an address that is the key; anybody at work makes and closes their own',
    who: 'anyone',
    addresses: ['GET /calendars/:file'],
  },
  {
    errand: 'anybody at work makes and closes calendars of their own',
    who: 'anyone at work',
    addresses: [...formAt('/calendars'), 'POST /calendars/:id/revoke'],
  },
  {
    errand: 'the manager keeps the boards: who sits there, the year of meetings, papers',
    who: ['manager'],
    addresses: [
      ...formAt('/boards/new'),
      ...formAt('/boards/:body/edit'),
      ...formAt('/boards/:body/end'),
      ...formAt('/boards/:body/terms'),
      ...formAt('/boards/:body/owners'),
      ...formAt('/boards/:body/seats/new'),
      ...formAt('/boards/:body/seats/:seat'),
      ...formAt('/boards/:body/cycle/new'),
      ...formAt('/boards/:body/meetings/new'),
      ...formAt('/meetings/:meeting/edit'),
      ...formAt('/meetings/:meeting/move'),
      ...formAt('/meetings/:meeting/cancel'),
      ...formAt('/meetings/:meeting/papers/new'),
      ...formAt('/meetings/:meeting/papers/:paper/withdraw'),
    ],
  },
  {
    errand: 'whoever takes the minutes writes down who came',
    who: ['manager', 'board-member'],
    addresses: ['POST /meetings/:meeting/who-came'],
  },
  {
    errand:
      'anybody reads what was found about our work and what became of it; each page shows the rest only to whoever may read it',
    who: 'anyone',
    addresses: ['GET /findings', 'GET /findings.csv', 'GET /findings/:number'],
  },
  {
    errand: 'whoever owns a finding, or keeps such findings, says how it stands; nobody closes their own',
    who: 'anyone at work',
    addresses: ['POST /findings/:number/say'],
  },
  {
    errand: 'findings are written down: by a young inspector those of children',
    who: ['manager', 'governance-lead', 'participation-worker', 'young-inspector'],
    addresses: [...formAt('/findings/new'), ...formAt('/findings/:number/edit')],
  },
  {
    errand: 'the manager makes an action of a finding',
    who: ['manager'],
    addresses: ['POST /findings/:number/action'],
  },
  {
    errand:
      'anybody reads agreed minutes once they are published, without names and without what is exempt; members read all of them as they are taken',
    who: 'anyone',
    addresses: ['GET /meetings/:meeting/minutes'],
  },
  {
    errand: 'the manager publishes agreed minutes, says on which ground they are not, and takes them back',
    who: ['manager'],
    addresses: [...formAt('/meetings/:meeting/minutes/publish')],
  },
  {
    errand: 'anybody reads a pack that is published, in its version for the public; members read every pack',
    who: 'anyone',
    addresses: ['GET /meetings/:meeting/pack', 'GET /packs/:pack', 'GET /packs/:pack/figures.csv'],
  },
  {
    errand: 'the manager makes the pack of a meeting, lets everybody read it, and takes it back',
    who: ['manager'],
    addresses: ['POST /meetings/:meeting/pack', ...formAt('/packs/:pack/publish')],
  },
  {
    errand: 'anybody reads the report of a year, in every edition',
    who: 'anyone',
    addresses: ['GET /years/:plan/report', 'GET /years/:plan/report/:edition'],
  },
  {
    errand: 'those who read what a board reads see how a year turns',
    who: [
      'manager',
      'analyst',
      'board-member',
      'partner-lead',
      'participation-worker',
      'young-inspector',
      'governance-lead',
    ],
    addresses: ['GET /years', 'GET /years/:plan'],
  },
  {
    errand: 'those who were in a year look back on it, young people too',
    who: ['manager', 'analyst', 'board-member', 'partner-lead', 'participation-worker', 'young-inspector'],
    addresses: ['POST /years/:plan/look-backs', 'POST /years/:plan/look-backs/:id/take-out'],
  },
  {
    errand: 'a year is turned line by line, and its report is drafted and written',
    who: ['manager', 'analyst', 'participation-worker'],
    addresses: [
      'POST /years/:plan/turn',
      'POST /years/:plan/turn-back',
      'POST /years/:plan/carry-all',
      'POST /years/:plan/next',
      ...formAt('/years/:plan/draft'),
      ...formAt('/years/:plan/draft/:part'),
    ],
  },
  {
    errand:
      'the manager adds priorities, writes down that a plan is agreed, closes a year, publishes its report',
    who: ['manager'],
    addresses: [
      'POST /years/:plan/next/priorities',
      'POST /years/:plan/next/agree',
      'POST /years/:plan/close',
      'POST /years/:plan/publish',
    ],
  },
  {
    errand: 'a director reads the week on one page',
    who: ['manager', 'board-member'],
    addresses: ['GET /friday'],
  },
  {
    errand: 'whoever reads a board’s papers reads what is bought together, and prints its case',
    who: [
      'manager',
      'analyst',
      'board-member',
      'partner-lead',
      'participation-worker',
      'young-inspector',
      'governance-lead',
    ],
    addresses: ['GET /commissioning', 'GET /commissioning/:key', 'GET /commissioning/:key/case'],
  },
  {
    errand: 'manager and analyst take a joint purchase from its need to its outcome',
    who: ['manager', 'analyst'],
    addresses: [
      ...formAt('/commissioning/new'),
      ...formAt('/commissioning/:key/edit'),
      ...formAt('/commissioning/:key/options/new'),
      ...formAt('/commissioning/:key/options/:option'),
      ...formAt('/commissioning/:key/step'),
    ],
  },
  {
    errand: 'anybody reads what a board will talk about, and what it decided, without what is exempt',
    who: 'anyone',
    addresses: [
      'GET /meetings/:meeting/agenda',
      'GET /decisions',
      'GET /decisions/redesigns',
      'GET /decisions/:number',
    ],
  },
  {
    errand:
      'whoever keeps the boards makes agendas out of what waits, and says which meeting agreed the minutes',
    who: ['manager'],
    addresses: [
      'POST /meetings/:meeting/agenda/take',
      ...formAt('/meetings/:meeting/agenda/items/new'),
      ...formAt('/meetings/:meeting/agenda/items/:item'),
      'POST /meetings/:meeting/agenda/items/:item/move',
      'POST /meetings/:meeting/agenda/items/:item/remove',
      'POST /meetings/:meeting/minutes/agree',
    ],
  },
  {
    errand:
      'whoever takes minutes writes notes and decisions, ends the meeting and tells what came of a decision',
    who: ['manager', 'board-member'],
    addresses: [
      'POST /meetings/:meeting/minutes/notes',
      'POST /meetings/:meeting/minutes/decisions',
      'POST /meetings/:meeting/minutes/end',
      'POST /decisions/:number/came',
    ],
  },
  {
    errand:
      'anybody reads the plan of the year and its actions, with the organisation that owns each; names only where a board’s papers are read',
    who: 'anyone',
    addresses: ['GET /plan', 'GET /plans/:plan', 'GET /plans/:plan/together', 'GET /actions/:number'],
  },
  {
    errand: 'whoever owns an action says how it goes, and which milestone is reached',
    who: ['manager', 'board-member', 'partner-lead', 'participation-worker', 'analyst'],
    addresses: [...formAt('/actions/:number/say'), ...formAt('/actions/:number/around')],
  },
  {
    errand:
      'the manager writes the plan: priorities, actions, what meets in the same families, and asks owners by letter',
    who: ['manager'],
    addresses: [
      ...formAt('/plans/new'),
      ...formAt('/plans/:plan/edit'),
      ...formAt('/plans/:plan/priorities/new'),
      ...formAt('/plans/:plan/priorities/:id'),
      'POST /plans/:plan/priorities/:id/move',
      ...formAt('/plans/:plan/together/new'),
      ...formAt('/plans/:plan/together/:impact'),
      ...formAt('/actions/new'),
      ...formAt('/actions/:number/edit'),
      'POST /actions/:number/ask',
    ],
  },
];
