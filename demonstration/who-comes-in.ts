import {
  acceptInvitation,
  identify,
  introduceFamily,
  inviteColleague,
  keepTeamMember,
  makeOwnRole,
  openTeam,
  people,
  proposeRole,
  type Person,
} from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import type { Seed, SeedGround } from '../service/seed.ts';
import { families } from './people.ts';

/** Teams, a family that was introduced, a colleague who is invited, and a role that waits for a second person. */
export const inventedWhoComesIn: Seed = {
  name: 'invented-who-comes-in',
  says: 'Letting invented people in',
  owner: 'partnership',
  told: 'once',
  madeOf: [new URL('people.ts', import.meta.url), new URL(import.meta.url)],
  load: letIn,
};

async function letIn(ground: SeedGround): Promise<void> {
  const here = await as(ground, undefined, people);
  const named = (key: string) => {
    const person = here.find((one) => one.key === key);
    if (!person) throw new Error(`nobody is called ${key}`);
    return person;
  };
  const [admin, worker, manager] = [
    named('mei-lin-drummond'),
    named('rosie-mbeki-lane'),
    named('delphine-okoro'),
  ];
  await as(ground, admin, (ctx) => setTeamsUp(ctx, { worker, manager }));
  const tokens = await as(ground, worker, introduceAll);
  for (const token of tokens)
    await as(ground, undefined, async (ctx) => void must(await acceptInvitation(ctx, token)));
}

async function setTeamsUp(ctx: Ctx, { worker, manager }: { worker: Person; manager: Person }): Promise<void> {
  const teamId = must(await openTeam(ctx, { organisationKey: 'early-help', name: 'Dunmarsh family team' }));
  must(await keepTeamMember(ctx, { teamId, personId: manager.id, part: 'lead' }));
  must(await keepTeamMember(ctx, { teamId, personId: worker.id, part: 'member' }));
  must(await openTeam(ctx, { organisationKey: 'early-help', name: 'Gullhaven family team' }));
  must(
    await proposeRole(ctx, {
      personId: worker.id,
      role: 'supervisor',
      teamId,
      why: 'Stands in for Delphine while she is away in spring.',
      from: undefined,
      until: addDays(ctx.today, 120),
    }),
  );
  must(
    await makeOwnRole(ctx, {
      name: 'Chair of a zone',
      words: 'Whoever leads a zone for its partners, and sits on the board for it.',
      roles: ['board-member', 'partner-lead'],
    }),
  );
  must(
    await inviteColleague(ctx, {
      name: 'Aled Fairweather',
      job: 'School nurse',
      email: 'aled.fairweather@brackenshire.example',
      organisationKey: 'community-health-trust',
      role: 'practitioner',
      why: '',
    }),
  );
}

/** The way in of each is handed over, as though on paper. */
async function introduceAll(ctx: Ctx): Promise<string[]> {
  const tokens: string[] = [];
  for (const { name, relationship } of families) {
    const { token } = must(
      await introduceFamily(ctx, {
        name,
        relationship,
        email: '',
        identitySeen: 'known-long',
        responsibilitySeen: relationship === 'young-person' ? undefined : 'guardianship-order',
      }),
    );
    if (token !== undefined) tokens.push(token);
  }
  return tokens;
}

async function as<T>(
  { transactions, partnershipId }: SeedGround,
  person: Person | undefined,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const service = { actor: { kind: 'service' as const, name: 'demonstration' }, partnershipId };
  if (!person) return transactions.inTransaction(service, 'write', work);
  const actor = await transactions.inTransaction(service, 'read', (ctx) => identify(ctx, person.id));
  if (!actor) throw new Error('an invented person has left');
  return transactions.inTransaction({ actor, partnershipId }, 'write', work);
}

function must<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`an invented person was not let in: ${outcome.refusal.reason}`);
  return outcome.value;
}
