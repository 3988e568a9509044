import { formAt, type Expectation } from './expectation.ts';

/** Coming in without a password, and one's own account. */
export const signInMayCome: readonly Expectation[] = [
  {
    errand:
      'anybody may try to come in: by the single sign-on of their organisation, with a passkey, or by a letter and a code',
    who: 'anyone',
    addresses: [
      ...formAt('/sign-in/passkey'),
      ...formAt('/sign-in/letter'),
      'GET /sign-in/letter/:token',
      ...formAt('/sign-in/code'),
      'GET /sign-in/with/:provider',
      'GET /sign-in/back/:provider',
      'GET /signed-out',
    ],
  },
  {
    errand: 'somebody who was invited, in the browser in which they proved it, chooses how they sign in',
    who: 'anyone',
    addresses: ['GET /enrol', ...formAt('/enrol/passkey'), ...formAt('/enrol/app')],
  },
  {
    errand:
      'whoever came in sees their own account, changes their ways in, ends their own sessions, and proves once more that it is they',
    who: 'anyone signed in',
    addresses: [
      'GET /account',
      'POST /account/sessions/end',
      ...formAt('/account/passkeys/new'),
      ...formAt('/account/app'),
      ...formAt('/account/recovery-codes'),
      ...formAt('/account/ways/:kind/:id/remove'),
      ...formAt('/prove'),
    ],
  },
];
