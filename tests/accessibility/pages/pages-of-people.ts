import type { PageState } from '../page-state.ts';
import type { Prepared } from '../prepared-states.ts';

/** Who comes in: colleagues, families, bodies and teams; and whoever follows an invitation. */
export function ofPeople({ people: made, welcome }: Prepared): readonly PageState[] {
  return [
    ...listed(),
    ...aboutSomebody(made),
    ...bodiesAndTeams(made),
    { name: 'people-welcome', reader: 'visitor', path: welcome },
    { name: 'people-welcome-nothing', reader: 'visitor', path: '/welcome/nothing', status: 404 },
    { name: 'people-roles', reader: 'analyst', path: '/roles' },
    { name: 'people-introductions', reader: 'practitioner', path: '/introductions' },
    { name: 'people-introductions-supervisor', reader: 'supervisor', path: '/introductions' },
    { name: 'people-introduce', reader: 'practitioner', path: '/introductions/new' },
    {
      name: 'people-introduce-wrong',
      reader: 'practitioner',
      path: '/introductions/new',
      sends: { button: /./, answers: { name: '' } },
    },
    { name: 'people-introduced-end', reader: 'practitioner', path: `${made.introduced}/end` },
    { name: 'people-introduced-way', reader: 'practitioner', path: `${made.introduced}/way` },
    ...ownAccount(made),
  ];
}

function listed(): readonly PageState[] {
  const reader = 'administrator';
  return [
    { name: 'people', reader, path: '/people', chosen: 'every-run' },
    { name: 'people-none-found', reader, path: '/people?words=nobody-is-called-this' },
    { name: 'people-to-confirm', reader: 'governance-lead', path: '/people' },
    { name: 'people-invite', reader, path: '/people/invite' },
    {
      name: 'people-invite-wrong',
      reader,
      path: '/people/invite',
      sends: { button: 'Send the invitation', answers: { name: 'Ada Bright', email: 'nobody' } },
    },
    { name: 'people-roles-kept', reader, path: '/roles' },
    { name: 'people-role-new', reader, path: '/roles/new' },
    {
      name: 'people-role-new-wrong',
      reader,
      path: '/roles/new',
      sends: { button: 'Name it', answers: { name: '' } },
    },
  ];
}

function aboutSomebody({ colleague, invited }: Prepared['people']): readonly PageState[] {
  const reader = 'administrator';
  return [
    { name: 'people-one', reader, path: colleague },
    { name: 'people-one-to-confirm', reader: 'governance-lead', path: invited },
    { name: 'people-one-long-names', reader, path: invited },
    { name: 'people-one-role', reader, path: `${colleague}/roles` },
    {
      name: 'people-one-role-wrong',
      reader,
      path: `${colleague}/roles`,
      sends: { button: 'Propose it', answers: { why: '' } },
    },
    { name: 'people-one-leaves', reader, path: `${colleague}/leave` },
    {
      name: 'people-one-leaves-wrong',
      reader,
      path: `${colleague}/leave`,
      sends: { button: 'They left', answers: {} },
    },
    { name: 'people-one-way', reader, path: `${colleague}/way` },
    { name: 'people-one-role-long-names', reader, path: `${invited}/roles` },
  ];
}

function bodiesAndTeams({ body, team }: Prepared['people']): readonly PageState[] {
  const reader = 'administrator';
  return [
    { name: 'people-bodies', reader, path: '/bodies' },
    { name: 'people-body', reader, path: body },
    { name: 'people-body-new', reader, path: '/bodies/new' },
    {
      name: 'people-body-new-wrong',
      reader,
      path: '/bodies/new',
      sends: { button: /./, answers: { name: '' } },
    },
    { name: 'people-body-rename', reader, path: `${body}/rename` },
    { name: 'people-body-close', reader, path: `${body}/close` },
    { name: 'people-team-new', reader, path: `${body}/teams` },
    { name: 'people-team', reader, path: team },
    { name: 'people-team-members', reader, path: `${team}/members` },
  ];
}

function ownAccount({ removeApp }: Prepared['people']): readonly PageState[] {
  return [
    { name: 'people-account-young', reader: 'young-person', path: '/account' },
    { name: 'people-account-administrator', reader: 'administrator', path: '/account' },
    { name: 'people-account-passkey', reader: 'analyst', path: '/account/passkeys/new' },
    { name: 'people-account-app', reader: 'analyst', path: '/account/app' },
    { name: 'people-account-ways', reader: 'manager', path: '/account' },
    { name: 'people-account-remove', reader: 'manager', path: removeApp },
    { name: 'people-account-codes', reader: 'analyst', path: '/account/recovery-codes' },
  ];
}
