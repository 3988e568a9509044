import type { Ctx } from '#platform/db/database.ts';
import { accounts } from '../accounts-tables.ts';

export type KeptAppCode = {
  sealedSecret: string;
  lastStep: number;
  wrongTries: number;
  waitUntil: Date | undefined;
  madeAt: Date;
  usedAt: Date | undefined;
};

/** A person's app, held until the transaction ends, so that a hundred guesses at once are a hundred guesses. */
export async function lockAppCode(ctx: Ctx, personId: string): Promise<KeptAppCode | undefined> {
  const row = await rowsOf(ctx, personId).forUpdate().executeTakeFirst();
  return row && keptFrom(row);
}

export async function appCodeOf(ctx: Ctx, personId: string): Promise<KeptAppCode | undefined> {
  const row = await rowsOf(ctx, personId).executeTakeFirst();
  return row && keptFrom(row);
}

/** Keeps the secret of an app, in the place of the one before. */
export async function setAppCode(
  ctx: Ctx,
  given: { personId: string; sealedSecret: string; step: number },
): Promise<void> {
  const fresh = {
    sealed_secret: given.sealedSecret,
    last_step: given.step,
    wrong_tries: 0,
    wait_until: null,
    made_at: ctx.now,
    used_at: null,
  };
  await accounts(ctx)
    .insertInto('accounts.app_code')
    .values({ person_id: given.personId, partnership_id: ctx.partnershipId, ...fresh })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(fresh))
    .execute();
}

export async function appCodeRight(ctx: Ctx, personId: string, step: number): Promise<void> {
  await update(ctx, personId, { last_step: step, wrong_tries: 0, wait_until: null, used_at: ctx.now });
}

export async function appCodeWrong(
  ctx: Ctx,
  personId: string,
  tries: { wrongTries: number; waitUntil: Date | undefined },
): Promise<void> {
  await update(ctx, personId, { wrong_tries: tries.wrongTries, wait_until: tries.waitUntil ?? null });
}

export async function removeAppCode(ctx: Ctx, personId: string): Promise<boolean> {
  const gone = await accounts(ctx)
    .deleteFrom('accounts.app_code')
    .where('person_id', '=', personId)
    .returning('person_id')
    .executeTakeFirst();
  return gone !== undefined;
}

type Change = {
  last_step?: number;
  wrong_tries: number;
  wait_until: Date | null;
  used_at?: Date;
};

async function update(ctx: Ctx, personId: string, change: Change): Promise<void> {
  await accounts(ctx)
    .updateTable('accounts.app_code')
    .set(change)
    .where('person_id', '=', personId)
    .execute();
}

function rowsOf(ctx: Ctx, personId: string) {
  return accounts(ctx).selectFrom('accounts.app_code').selectAll().where('person_id', '=', personId);
}

function keptFrom(row: {
  sealed_secret: string;
  last_step: number;
  wrong_tries: number;
  wait_until: Date | null;
  made_at: Date;
  used_at: Date | null;
}): KeptAppCode {
  return {
    sealedSecret: row.sealed_secret,
    lastStep: row.last_step,
    wrongTries: row.wrong_tries,
    waitUntil: row.wait_until ?? undefined,
    madeAt: row.made_at,
    usedAt: row.used_at ?? undefined,
  };
}
