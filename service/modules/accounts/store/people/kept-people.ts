import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { KeptPerson } from '../../domain/people/kept-person.ts';
import { accounts } from '../accounts-tables.ts';
import { goesOnAs } from '../organisations/organisations.ts';

/** Every colleague, those too who are invited and those who left, by name. Families are not among them. */
export async function colleagues(ctx: Ctx): Promise<KeptPerson[]> {
  return keptFrom(ctx, await kept(ctx).where('introduced_by', 'is', null).execute());
}

/** How many parents and young people have a way in. */
export async function countFamilyAccounts(ctx: Ctx): Promise<number> {
  const row = await accounts(ctx)
    .selectFrom('accounts.person')
    .select((of) => of.fn.countAll<string>().as('many'))
    .where('partnership_id', '=', ctx.partnershipId)
    .where('introduced_by', 'is not', null)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  return Number(row?.many ?? 0);
}

/** Whom some people introduced, by name. */
export async function introducedBy(ctx: Ctx, workerIds: readonly string[]): Promise<KeptPerson[]> {
  if (workerIds.length === 0) return [];
  return keptFrom(
    ctx,
    await kept(ctx)
      .where('introduced_by', 'in', [...workerIds])
      .execute(),
  );
}

/** One person in whatever state, held against everybody else until the transaction ends where it is asked for. */
export async function keptPerson(
  ctx: Ctx,
  id: Id<'person'>,
  how: 'held' | 'read' = 'read',
): Promise<KeptPerson | undefined> {
  const query = kept(ctx).where('id', '=', id);
  const [found] = await keptFrom(ctx, await (how === 'held' ? query.forUpdate() : query).execute());
  return found;
}

/** Whether somebody who has not left has this address already. */
export async function addressTaken(ctx: Ctx, email: string): Promise<boolean> {
  const row = await accounts(ctx)
    .selectFrom('accounts.person')
    .select('id')
    .where('partnership_id', '=', ctx.partnershipId)
    .where((of) => of(of.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .where((of) => of.or([of('left_on', 'is', null), of('left_on', '>', ctx.today)]))
    .executeTakeFirst();
  return row !== undefined;
}

export async function addPerson(
  ctx: Ctx,
  person: Pick<KeptPerson, 'id' | 'name' | 'job' | 'email' | 'organisationId' | 'introducedBy'>,
): Promise<void> {
  await accounts(ctx)
    .insertInto('accounts.person')
    .values({
      id: person.id,
      partnership_id: ctx.partnershipId,
      key: person.id,
      name: person.name,
      job: person.job,
      organisation: '',
      organisation_id: person.organisationId ?? null,
      email: person.email ?? null,
      state: 'invited',
      introduced_by: person.introducedBy ?? null,
    })
    .execute();
}

/** What changes of a person: their state, the day they left and why, the day they were last here, their body. */
export type PersonChange = {
  state?: 'invited' | 'here';
  left?: { on: Day; why: string; byName: string } | 'not';
  lastCameOn?: Day;
  email?: string | undefined;
};

export async function changePerson(ctx: Ctx, id: Id<'person'>, change: PersonChange): Promise<void> {
  const { state, left, lastCameOn } = change;
  await accounts(ctx)
    .updateTable('accounts.person')
    .set({
      ...(state ? { state } : {}),
      ...(left === 'not' ? { left_on: null, left_why: null, left_by_name: null } : {}),
      ...(typeof left === 'object'
        ? { left_on: left.on, left_why: left.why, left_by_name: left.byName }
        : {}),
      ...(lastCameOn ? { last_came_on: lastCameOn } : {}),
      ...('email' in change ? { email: change.email ?? null } : {}),
    })
    .where('id', '=', id)
    .execute();
}

function kept(ctx: Ctx) {
  return accounts(ctx)
    .selectFrom('accounts.person')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('name');
}

type Row = Awaited<ReturnType<ReturnType<typeof kept>['execute']>>[number];

async function keptFrom(ctx: Ctx, rows: readonly Row[]): Promise<KeptPerson[]> {
  const bodies = await goesOnAs(
    ctx,
    rows.flatMap(({ organisation_id: id }) => id ?? []),
  );
  return rows.map((row) => {
    const body = row.organisation_id === null ? undefined : bodies.get(row.organisation_id);
    return {
      id: storedId<'person'>(row.id),
      name: row.name,
      job: row.job,
      organisation: body?.name ?? row.organisation,
      organisationId: body?.id,
      email: row.email ?? undefined,
      standing:
        row.left_on !== null && row.left_on <= ctx.today ? 'left' : row.state === 'here' ? 'here' : 'invited',
      introducedBy: row.introduced_by === null ? undefined : storedId<'person'>(row.introduced_by),
      lastCameOn: row.last_came_on ?? undefined,
      left:
        row.left_on === null
          ? undefined
          : { on: row.left_on, why: row.left_why ?? '', byName: row.left_by_name ?? '' },
    };
  });
}
