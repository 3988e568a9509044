import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { sayRelationship, type NamedPerson } from '../../domain/people/named-person.ts';
import { accounts } from '../accounts-tables.ts';

/** Who these ids are, here or gone. Whom nobody knows is not among them. */
export async function namedPeople(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await accounts(ctx)
    .selectFrom('accounts.person as person')
    .select(['person.id', 'person.name', 'person.left_on', 'person.introduced_by'])
    .select((of) => [
      of
        .selectFrom('accounts.identity_check as seen')
        .whereRef('seen.person_id', '=', 'person.id')
        .select('seen.relationship')
        .orderBy('seen.checked_on', 'desc')
        .limit(1)
        .as('relationship'),
      of
        .selectFrom('accounts.role_grant as held')
        .whereRef('held.person_id', '=', 'person.id')
        .where('held.role', 'in', ['parent', 'young-person'])
        .select(sql<string | null>`min(held.role)`.as('role'))
        .as('family_role'),
    ])
    .where('person.partnership_id', '=', ctx.partnershipId)
    .where('person.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((row) => {
      const code = row.relationship ?? row.family_role ?? (row.introduced_by === null ? undefined : '');
      return [
        row.id,
        {
          name: row.name,
          hasLeft: row.left_on !== null && row.left_on <= ctx.today,
          family: code === undefined ? undefined : sayRelationship(code),
        },
      ];
    }),
  );
}
