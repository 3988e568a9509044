import type { PageState } from '../page-state.ts';

/** Coming in, and one's own account. */
export function ofSignIn(): readonly PageState[] {
  return [
    { name: 'sign-in-passkey', reader: 'visitor', path: '/sign-in/passkey' },
    {
      name: 'sign-in-passkey-wrong',
      reader: 'visitor',
      path: '/sign-in/passkey',
      sends: { button: 'Use my passkey', answers: { answer: '' } },
    },
    { name: 'sign-in-letter', reader: 'visitor', path: '/sign-in/letter', chosen: 'every-run' },
    {
      name: 'sign-in-letter-wrong',
      reader: 'visitor',
      path: '/sign-in/letter',
      sends: { button: 'Send me the link', answers: { email: 'nobody' } },
    },
    {
      name: 'sign-in-letter-sent',
      reader: 'visitor',
      path: '/sign-in/letter',
      sends: { button: 'Send me the link', answers: { email: 'nobody@nowhere.example' } },
    },
    { name: 'sign-in-code-over', reader: 'visitor', path: '/sign-in/code', status: 404 },
    { name: 'enrol-over', reader: 'visitor', path: '/enrol', status: 404 },
    { name: 'account', reader: 'analyst', path: '/account' },
    { name: 'prove', reader: 'analyst', path: '/prove', chosen: 'every-run' },
    {
      name: 'prove-wrong',
      reader: 'analyst',
      path: '/prove',
      sends: { button: 'It is still me', answers: { kind: 'nothing' } },
    },
  ];
}
