import { formAt, type Expectation } from './expectation.ts';

/** Who comes in: colleagues, their roles, bodies and teams; families whom a worker introduces. */
export const accountsMayCome: readonly Expectation[] = [
  {
    errand:
      'somebody who looks after who comes in, or has to say yes as a second person, sees who works here',
    who: ['administrator', 'governance-lead'],
    addresses: [
      'GET /people',
      'GET /people/:id',
      'POST /people/:id/roles/:grant/confirm',
      'POST /people/:id/roles/:grant/end',
      'POST /people/:id/way/:invitation/confirm',
    ],
  },
  {
    errand:
      'an administrator lets colleagues in, proposes their roles, and ends their access when they leave',
    who: ['administrator'],
    addresses: [
      ...formAt('/people/invite'),
      ...formAt('/people/:id/roles'),
      ...formAt('/people/:id/leave'),
      ...formAt('/people/:id/way'),
      'POST /people/:id/sign-out',
      'POST /people/:id/anew',
      'POST /people/:id/withdraw',
      'POST /people/:id/return',
      ...formAt('/roles/new'),
      'POST /roles/:id/retire',
    ],
  },
  {
    errand: 'an administrator keeps bodies as they open, close, merge and are renamed, and their teams',
    who: ['administrator'],
    addresses: [
      'GET /bodies',
      ...formAt('/bodies/new'),
      'GET /bodies/:key',
      ...formAt('/bodies/:key/rename'),
      ...formAt('/bodies/:key/close'),
      'POST /bodies/:key/reopen',
      ...formAt('/bodies/:key/teams'),
      'GET /teams/:id',
      ...formAt('/teams/:id/members'),
      'POST /teams/:id/close',
    ],
  },
  {
    errand: 'whoever works here reads what each role opens and never opens',
    who: 'anyone at work',
    addresses: ['GET /roles'],
  },
  {
    errand: 'a worker introduces a parent or a young person, and looks after their way in',
    who: ['practitioner', 'supervisor'],
    addresses: [
      'GET /introductions',
      ...formAt('/introductions/new'),
      ...formAt('/introductions/:id/end'),
      ...formAt('/introductions/:id/way'),
      'POST /introductions/:id/anew',
      'POST /introductions/:id/withdraw',
      'POST /introductions/:id/sign-out',
      'POST /introductions/:id/return',
    ],
  },
  {
    errand: 'somebody who was invited opens the link of their letter; the link is the key',
    who: 'anyone',
    addresses: formAt('/welcome/:token'),
  },
];
