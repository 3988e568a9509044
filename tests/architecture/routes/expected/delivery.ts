import { formAt, type Expectation } from './expectation.ts';

/** Boards, the plan of the year, meetings, decisions, findings, joint buying and the year that turns. */
export const deliveryMayCome: readonly Expectation[] = [
  {
    errand:
      'anybody reads what was found about our work and what became of it; each page shows the rest only to whoever may read it',
    who: 'anyone',
    addresses: ['GET /findings', 'GET /findings.csv', 'GET /findings/:number'],
  },
  {
    errand: 'whoever owns a finding, or keeps such findings, says how it stands; nobody closes their own',
    who: 'anyone signed in',
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
    errand: 'anybody reads a pack that is published, in its version for the public; members read every pack',
    who: 'anyone',
    addresses: ['GET /meetings/:meeting/pack', 'GET /packs/:pack', 'GET /packs/:pack/figures.csv'],
  },
  {
    errand: 'the manager makes the pack of a meeting, lets everybody read it, and takes it back',
    who: ['manager'],
    addresses: ['POST /meetings/:meeting/pack', ...formAt('/packs/:pack/publish')],
  },
];
