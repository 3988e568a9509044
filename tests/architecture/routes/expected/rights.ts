import { formAt, type Expectation } from './expectation.ts';

const desk = ['governance-lead'] as const;
const signers = ['governance-lead', 'supervisor'] as const;
const complaintsDesk = ['governance-lead', 'manager'] as const;

/** What anybody can ask about themselves, complaints, and how long records are kept. */
export const rightsMayCome: readonly Expectation[] = [
  {
    errand: 'to read what can be asked, to ask, and to complain: a child too, without an account',
    who: 'anyone',
    addresses: [
      'GET /rights',
      'GET /rights/easy-read',
      'GET /rights/asked',
      'GET /rights/how-long',
      ...formAt('/rights/ask'),
      ...formAt('/rights/ask/young'),
      'GET /complaints',
      'GET /complaints/sent',
      ...formAt('/complaints/tell'),
      ...formAt('/complaints/tell/young'),
    ],
  },
  {
    errand: 'a young person or a parent reads in their own account what they asked, and our answers',
    who: ['young-person', 'parent'],
    addresses: ['GET /rights/mine', ...formAt('/rights/mine/:id')],
  },
  {
    errand: 'to answer whoever asks what is held about them',
    who: desk,
    addresses: [
      'GET /rights/requests',
      ...formAt('/rights/requests/new'),
      ...[
        'identity',
        'ask-back',
        'heard-back',
        'extend',
        'harm',
        'answer',
        'find',
        'link',
        'unlink',
        'gather',
        'handed-over',
        'release',
        'words/decide',
        'words/take-out',
        'words/keep-back',
      ].map((act) => `POST /rights/requests/:id/${act}`),
      'GET /rights/requests/:id/answer/:form',
    ],
  },
  {
    errand: 'to look at an answer before it leaves, and to sign it as the second of two',
    who: signers,
    addresses: [
      'GET /rights/requests/:id',
      'GET /rights/requests/:id/words',
      'GET /rights/requests/:id/preview',
      'POST /rights/requests/:id/sign',
    ],
  },
  {
    errand: 'to answer complaints, those about oneself apart',
    who: complaintsDesk,
    addresses: [
      'GET /complaints/desk',
      ...formAt('/complaints/desk/new'),
      'GET /complaints/desk/:id',
      'POST /complaints/desk/:id/step',
      'POST /complaints/desk/:id/about',
    ],
  },
  {
    errand: 'to say how long records are kept, and what is kept back',
    who: desk,
    addresses: [
      ...formAt('/retention/classes/:class'),
      ...formAt('/retention/holds'),
      'POST /retention/holds/:id/end',
      'POST /retention/lists',
    ],
  },
  {
    errand: 'to approve that records have come to their end',
    who: signers,
    addresses: [
      'GET /retention',
      'GET /retention/lists/:id',
      'POST /retention/lists/:id/strike',
      'POST /retention/lists/:id/approve',
      'POST /retention/lists/:id/turn-back',
    ],
  },
];
