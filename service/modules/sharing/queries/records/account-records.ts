import {
  accountFacts,
  accountsCalled,
  accountsEnded,
  deleteAccounts,
  everybody,
} from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { KnownPerson, PersonalRecords, Span } from '../../domain/rights/personal-records.ts';

/** What is held about somebody who can, or could, sign in. */
export const accountRecords: PersonalRecords<Ctx> = {
  room: 'accounts',
  classes: [
    {
      key: 'accounts.person',
      title: 'Accounts of people who left',
      holds:
        'Name, work, address for letters, roles, teams, invitations, how they signed in and who made sure who they are.',
      triggers: [{ key: 'left', words: 'the day on which their way in ended' }],
      ofChildren: false,
      tables: [
        'accounts.person',
        'accounts.role_grant',
        'accounts.team_member',
        'accounts.invitation',
        'accounts.invitation_token',
        'accounts.identity_check',
        'accounts.identity',
        'accounts.passkey',
        'accounts.app_code',
        'accounts.recovery_code',
        'accounts.enrolment',
        'accounts.sign_in_letter',
      ],
    },
  ],
  async find(ctx, { name }) {
    const found = await accountsCalled(ctx, name.trim());
    return found.map((person) => ({
      subject: { kind: 'person', id: person.id },
      title: person.name,
      about: `Can or could sign in here: ${person.about}`,
    }));
  },
  async peopleAround(ctx, subject) {
    if (subject.kind !== 'person') return [];
    const facts = await accountFacts(ctx, subject.id);
    const own = (await everybody(ctx)).find(({ id }) => id === subject.id)?.name ?? '';
    const names = new Set(facts.flatMap((fact) => fact.names).filter((name) => name !== own));
    const workers = [...names].map((name): KnownPerson => ({
      name,
      alsoCalled: [],
      kind: 'professional',
      who: 'somebody who looked after their account',
    }));
    return own === ''
      ? workers
      : [{ name: own, alsoCalled: [], kind: 'own', who: 'whose account it is' }, ...workers];
  },
  async gather(ctx, subject) {
    if (subject.kind !== 'person') return [];
    return (await accountFacts(ctx, subject.id)).map(({ names, ...fact }) => ({
      ...fact,
      class: 'accounts.person',
      source: 'kept as people come and go',
      fieldGroup: 'Your account',
      spans: spansOf(fact.text, names),
    }));
  },
  async ended(ctx, { class: recordClass, onOrBefore }) {
    if (recordClass !== 'accounts.person') return [];
    return (await accountsEnded(ctx, onOrBefore)).map(({ id, name, leftOn }) => ({
      id,
      subject: { kind: 'person', id },
      title: name,
      triggeredOn: leftOn,
    }));
  },
  async dispose(ctx, { ids }) {
    return { records: ids.length, rows: await deleteAccounts(ctx, ids), files: [] };
  },
};

function spansOf(text: string, names: readonly string[]): Span[] {
  return [...new Set(names)].flatMap((name) => {
    const from = text.indexOf(name);
    return from < 0
      ? []
      : [
          {
            from,
            to: from + name.length,
            who: 'somebody who looked after the account',
            kind: 'professional',
          },
        ];
  });
}
