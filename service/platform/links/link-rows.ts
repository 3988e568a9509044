import { createHash } from 'node:crypto';
import type { Ctx } from '../db/database.ts';
import { storedId, type Id } from '../kernel/id.ts';
import type { Link } from './link.ts';
import type { LinksTables } from './tables.generated.ts';

/** Adds a link; nobody can open it until a letter carries a token of it. */
export async function addLink(ctx: Ctx, link: Omit<Link, 'madeAt' | 'ended'>): Promise<void> {
  await tables(ctx)
    .insertInto('platform.link')
    .values({
      id: link.id,
      partnership_id: ctx.partnershipId,
      purpose: link.purpose,
      subject_id: link.subjectId,
      title: link.title,
      organisation: link.organisation,
      to_address: link.to,
      asked_by: link.askedBy ?? null,
      made_at: ctx.now,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** The link of a token; undefined where there is none. */
export async function linkOfToken(ctx: Ctx, token: string): Promise<Link | undefined> {
  const row = await links(ctx)
    .innerJoin('platform.link_token as held', 'held.link_id', 'link.id')
    .where('held.hash', '=', digest(token))
    .executeTakeFirst();
  return row && linkFrom(row);
}

/** The link, held against everybody else until the transaction ends. */
export async function lockLink(ctx: Ctx, id: string): Promise<Link | undefined> {
  const row = await links(ctx).where('link.id', '=', id).forUpdate().executeTakeFirst();
  return row && linkFrom(row);
}

/** Every link that was ever made for a task, oldest first. */
export async function linksOfSubjects(
  ctx: Ctx,
  { purpose, subjectIds }: { purpose: string; subjectIds: readonly string[] },
): Promise<Link[]> {
  if (subjectIds.length === 0) return [];
  const rows = await links(ctx)
    .where('link.partnership_id', '=', ctx.partnershipId)
    .where('link.purpose', '=', purpose)
    .where('link.subject_id', 'in', [...subjectIds])
    .orderBy('link.made_at')
    .orderBy('link.id')
    .execute();
  return rows.map(linkFrom);
}

/** The links to an address that nothing has ended yet. */
export async function openLinksTo(ctx: Ctx, address: string): Promise<Link[]> {
  const rows = await links(ctx)
    .where('link.partnership_id', '=', ctx.partnershipId)
    .where('link.to_address', '=', address)
    .where('link.ended_at', 'is', null)
    .execute();
  return rows.map(linkFrom);
}

export async function endLink(ctx: Ctx, id: string, how: NonNullable<Link['ended']>['how']): Promise<void> {
  await tables(ctx)
    .updateTable('platform.link')
    .set({ ended_at: ctx.now, ended_how: how })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

export async function addToken(ctx: Ctx, linkId: string, token: string): Promise<void> {
  await tables(ctx)
    .insertInto('platform.link_token')
    .values({ hash: digest(token), partnership_id: ctx.partnershipId, link_id: linkId })
    .execute();
}

/** A code that was asked for. */
export type CodeRow = { id: string; hash: string | undefined; askedAt: Date; wrongTries: number };

/** The codes that were asked for a link, newest first. */
export async function codesOf(ctx: Ctx, linkId: string): Promise<CodeRow[]> {
  const rows = await tables(ctx)
    .selectFrom('platform.link_code')
    .select(['id', 'hash', 'asked_at', 'wrong_tries'])
    .where('link_id', '=', linkId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    hash: row.hash ?? undefined,
    askedAt: row.asked_at,
    wrongTries: row.wrong_tries,
  }));
}

export async function addCode(ctx: Ctx, linkId: string): Promise<Id<'link-code'>> {
  const id = ctx.newId<'link-code'>();
  await tables(ctx)
    .insertInto('platform.link_code')
    .values({ id, partnership_id: ctx.partnershipId, link_id: linkId, asked_at: ctx.now, wrong_tries: 0 })
    .execute();
  return id;
}

export async function setCode(ctx: Ctx, id: string, code: string): Promise<void> {
  await tables(ctx)
    .updateTable('platform.link_code')
    .set({ hash: codeDigest(id, code) })
    .where('id', '=', id)
    .execute();
}

/** Whether this is the code; a wrong one is counted. */
export async function codeFits(ctx: Ctx, { id, hash }: CodeRow, code: string): Promise<boolean> {
  if (hash !== undefined && hash === codeDigest(id, code)) return true;
  await tables(ctx)
    .updateTable('platform.link_code')
    .set((of) => ({ wrong_tries: of('wrong_tries', '+', 1) }))
    .where('id', '=', id)
    .execute();
  return false;
}

export async function addPass(
  ctx: Ctx,
  pass: { linkId: string; browser: string; endsAt: Date },
): Promise<void> {
  await tables(ctx)
    .insertInto('platform.link_pass')
    .values({
      link_id: pass.linkId,
      browser: pass.browser,
      partnership_id: ctx.partnershipId,
      ends_at: pass.endsAt,
    })
    .onConflict((conflict) => conflict.columns(['link_id', 'browser']).doUpdateSet({ ends_at: pass.endsAt }))
    .execute();
}

/** Whether this browser gave the code of the link, not too long ago. */
export async function hasPass(ctx: Ctx, { id }: Pick<Link, 'id'>, browser: string): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('platform.link_pass')
    .select('link_id')
    .where('link_id', '=', id)
    .where('browser', '=', browser)
    .where('ends_at', '>', ctx.now)
    .executeTakeFirst();
  return row !== undefined;
}

function digest(secret: string): string {
  return createHash('sha256').update(`link ${secret}`).digest('hex');
}

function codeDigest(id: string, code: string): string {
  return createHash('sha256').update(`code ${id} ${code}`).digest('hex');
}

function links(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('platform.link as link')
    .select([
      'link.id',
      'link.purpose',
      'link.subject_id',
      'link.title',
      'link.organisation',
      'link.to_address',
      'link.asked_by',
      'link.made_at',
      'link.expires_at',
      'link.ended_at',
      'link.ended_how',
    ]);
}

function linkFrom(row: Omit<LinksTables['platform.link'], 'partnership_id'>): Link {
  return {
    id: storedId(row.id),
    purpose: row.purpose,
    subjectId: row.subject_id,
    title: row.title,
    organisation: row.organisation,
    to: row.to_address,
    askedBy: row.asked_by ?? undefined,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    ended: row.ended_at === null ? undefined : { at: row.ended_at, how: endOf(row.ended_how) },
  };
}

function endOf(how: string | null): NonNullable<Link['ended']>['how'] {
  return how === 'used' || how === 'handed-on' || how === 'replaced' ? how : 'withdrawn';
}

function tables(ctx: Ctx) {
  return ctx.db.withTables<LinksTables>();
}
