import { formAt, type Expectation } from './expectation.ts';

/** The ways in and out, letters and links. */
export const aroundMayCome: readonly Expectation[] = [
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
    errand: 'whoever works here sees what waits for them',
    who: 'anyone at work',
    addresses: ['GET /work'],
  },
  {
    errand: 'whoever came in goes out again',
    who: 'anyone signed in',
    addresses: ['POST /sign-out'],
  },
  {
    errand:
      'whoever asked for a letter is told where it could not be delivered; the post of a demonstration is seen',
    who: 'anyone at work',
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
];
