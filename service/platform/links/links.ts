import { randomBytes, randomInt } from 'node:crypto';
import type { Ctx } from '../db/database.ts';
import { dayInEngland, sayDay } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Carrying } from '../mail/carry-letters.ts';
import type { LetterPart } from '../mail/letter.ts';
import { writeLetter } from '../mail/letters.ts';
import {
  addressFrom,
  codeLimits,
  newLinksADay,
  ofOneOrganisation,
  passHours,
  stateOf,
  type Link,
  type LinkRefusal,
} from './link.ts';
import {
  addCode,
  addLink,
  addPass,
  addToken,
  codeFits,
  codesOf,
  endLink,
  hasPass,
  linkOfToken,
  linksOfSubjects,
  lockLink,
  openLinksTo,
  setCode,
  type CodeRow,
} from './link-rows.ts';

export type LinkToMake = Pick<
  Link,
  'purpose' | 'subjectId' | 'title' | 'organisation' | 'to' | 'expiresAt'
> & {
  askedBy: string | undefined;
};

/** Makes a link without a letter: whoever makes it writes one that carries it, as `{ kind: 'one-use-link', linkId }`. */
export async function makeLink(ctx: Ctx, link: LinkToMake): Promise<Id<'link'>> {
  const id = ctx.newId<'link'>();
  await addLink(ctx, { id, ...link });
  return id;
}

/** Makes a link and sends it by itself. `words` stand before it in the letter. */
export async function sendLink(
  ctx: Ctx,
  link: LinkToMake & { words: readonly string[] },
): Promise<Id<'link'>> {
  const { words, ...rest } = link;
  const id = await makeLink(ctx, rest);
  await writeLetter(ctx, {
    key: `link:${id}`,
    to: link.to,
    subject: link.title,
    askedBy: link.askedBy,
    parts: [
      ...words.map((text) => ({ kind: 'words' as const, text })),
      { kind: 'one-use-link', text: link.title, linkId: id },
      ...partsOfEveryLink(link.expiresAt),
    ],
  });
  return id;
}

/** What a letter says below its links. */
export function partsOfEveryLink(expiresAt: Date): LetterPart[] {
  return [
    {
      kind: 'words',
      text: `No account and no password are needed. When you open the link we send a short code to this address, so that nobody else can use it: there is no harm in a forwarded letter, and no use. It works until ${sayDay(dayInEngland(expiresAt))}.`,
    },
  ];
}

/** The link of the token in an address; undefined where there is none. Opening never uses it up. */
export function openLink(ctx: Ctx, token: string): Promise<Link | undefined> {
  return linkOfToken(ctx, token);
}

/** Whether this browser gave the link's code. */
export function holdsLink(ctx: Ctx, link: Link, browser: string): Promise<boolean> {
  return hasPass(ctx, link, browser);
}

/**
 * Uses a link up, in the transaction that keeps what was said with it: of two who come at once, the second is refused.
 * @param opener the browser that gave the code
 */
export async function useLink(
  ctx: Ctx,
  { link: { id }, opener }: { link: Pick<Link, 'id'>; opener: string },
): Promise<Outcome<Link, LinkRefusal>> {
  const link = await lockLink(ctx, id);
  if (!link || !(await hasPass(ctx, link, opener))) return refuse({ reason: 'not-opened' });
  const over = overOf(link, ctx.now);
  if (over) return refuse(over);
  await endLink(ctx, link.id, 'used');
  await tell(ctx, link, 'used');
  return done(link);
}

function overOf(link: Link, now: Date): Extract<LinkRefusal, { reason: 'link-over' }> | undefined {
  const how = stateOf(link, now);
  return how === 'open' ? undefined : { reason: 'link-over', how, at: link.ended?.at ?? link.expiresAt };
}

/** Takes a link back, so that it opens nothing more; one that is over stays as it is. */
export async function withdrawLink(ctx: Ctx, id: string): Promise<void> {
  const link = await lockLink(ctx, id);
  if (!link || link.ended) return;
  await endLink(ctx, link.id, 'withdrawn');
  await tell(ctx, link, 'withdrawn');
}

/** Takes back every link that is still open to an address: whoever it belonged to left. */
export async function withdrawLinksTo(ctx: Ctx, address: string): Promise<void> {
  for (const { id } of await openLinksTo(ctx, address.toLowerCase())) await withdrawLink(ctx, id);
}

/** Every link that was made for some tasks, oldest first: for whoever asked, to see where it went. */
export function linksFor(ctx: Ctx, of: { purpose: string; subjectIds: readonly string[] }): Promise<Link[]> {
  return linksOfSubjects(ctx, of);
}

export type CodeRefusal = { reason: 'too-many-codes' } | { reason: 'code-wrong'; left: number } | LinkRefusal;

/** Sends a code to the address of the link: whoever holds only a forwarded letter does not get it. */
export async function askForCode(ctx: Ctx, id: string): Promise<Outcome<Link, CodeRefusal>> {
  const link = await lockLink(ctx, id);
  if (!link) return refuse({ reason: 'not-opened' });
  const codes = await codesOf(ctx, link.id);
  const anHourAgo = new Date(ctx.now.getTime() - 3_600_000);
  const lately = codes.filter(({ askedAt }) => askedAt > anHourAgo).length;
  if (lately >= codeLimits.anHour || codes.length >= codeLimits.everForOneLink)
    return refuse({ reason: 'too-many-codes' });
  const codeId = await addCode(ctx, link.id);
  await writeLetter(ctx, {
    key: `code:${codeId}`,
    to: link.to,
    subject: 'Your code',
    askedBy: link.askedBy,
    parts: [
      { kind: 'words', text: `Somebody, we hope you, opened our link “${link.title}”. This is the code:` },
      { kind: 'code', linkId: link.id },
      {
        kind: 'words',
        text: `It works for ${codeLimits.minutes} minutes. If it was not you, do nothing: without this code nothing opens.`,
      },
    ],
  });
  return done(link);
}

/** The newest code of a link, where it can still be given. */
export async function codeInForce(ctx: Ctx, link: Link): Promise<CodeRow | undefined> {
  const [newest] = await codesOf(ctx, link.id);
  if (!newest || newest.wrongTries >= codeLimits.wrongTries) return undefined;
  const until = newest.askedAt.getTime() + codeLimits.minutes * 60_000;
  return ctx.now.getTime() < until ? newest : undefined;
}

/** Opens the link for a browser, by its code. */
export async function giveCode(
  ctx: Ctx,
  { id, code, browser }: { id: string; code: string; browser: string },
): Promise<Outcome<Link, CodeRefusal>> {
  // held, so that a hundred guesses at once are a hundred guesses
  const link = await lockLink(ctx, id);
  const inForce = link && (await codeInForce(ctx, link));
  if (!link || !inForce) return refuse({ reason: 'code-wrong', left: 0 });
  if (!(await codeFits(ctx, inForce, code.replaceAll(/\s/g, ''))))
    return refuse({ reason: 'code-wrong', left: codeLimits.wrongTries - inForce.wrongTries - 1 });
  await addPass(ctx, { linkId: link.id, browser, endsAt: hoursAfter(ctx.now, passHours) });
  return done(link);
}

export type AnewRefusal =
  | { reason: 'not-again'; how: 'withdrawn' | 'handed-on' }
  | { reason: 'too-many-links' };

const monthMs = 30 * 86_400_000;

/** Sends a new link for the same task to the same address, in place of this one. */
export async function askForNewLink(ctx: Ctx, id: string): Promise<Outcome<Id<'link'>, AnewRefusal>> {
  const link = await lockLink(ctx, id);
  if (!link) return refuse({ reason: 'not-again', how: 'withdrawn' });
  const state = stateOf(link, ctx.now);
  if (state === 'withdrawn' || state === 'handed-on') return refuse({ reason: 'not-again', how: state });
  const all = await linksOfSubjects(ctx, { purpose: link.purpose, subjectIds: [link.subjectId] });
  const dayAgo = new Date(ctx.now.getTime() - 86_400_000);
  const lately = all.filter(({ to, madeAt }) => to === link.to && madeAt > dayAgo);
  if (lately.length > newLinksADay) return refuse({ reason: 'too-many-links' });
  for (const before of all)
    if (before.to === link.to && stateOf(before, ctx.now) === 'open')
      await endLink(ctx, before.id, 'replaced');
  const words = [
    'Here is the new link that somebody asked for at this address. The one before no longer works.',
  ];
  return done(await sendLink(ctx, { ...likeness(link, ctx.now), to: link.to, words }));
}

export type HandOnRefusal =
  | LinkRefusal
  | { reason: 'no-address' }
  | { reason: 'other-organisation' }
  | { reason: 'same-address' };

/** Hands the task to a colleague of the same organisation: a new link to them, the old one dead. */
export async function handOn(
  ctx: Ctx,
  { id, to: typed, opener }: { id: string; to: string; opener: string },
): Promise<Outcome<Id<'link'>, HandOnRefusal>> {
  const to = addressFrom(typed);
  if (to === undefined) return refuse({ reason: 'no-address' });
  const link = await lockLink(ctx, id);
  if (!link || !(await hasPass(ctx, link, opener))) return refuse({ reason: 'not-opened' });
  const over = overOf(link, ctx.now);
  if (over) return refuse(over);
  if (to === link.to) return refuse({ reason: 'same-address' });
  if (!ofOneOrganisation(link.to, to)) return refuse({ reason: 'other-organisation' });
  await endLink(ctx, link.id, 'handed-on');
  await tell(ctx, link, 'handed-on');
  const at = link.organisation === '' ? '' : ` at ${link.organisation}`;
  const words = [`A colleague of yours${at} handed this on to you. It takes a few minutes.`];
  return done(await sendLink(ctx, { ...likeness(link, ctx.now), to, words }));
}

function likeness(link: Link, now: Date): Omit<LinkToMake, 'to'> {
  const { purpose, subjectId, title, organisation, askedBy } = link;
  const aMonth = new Date(now.getTime() + monthMs);
  const expiresAt = link.expiresAt > aMonth ? link.expiresAt : aMonth;
  return { purpose, subjectId, title, organisation, askedBy, expiresAt };
}

/** What only a letter may hold is made while it is carried: 256 random bits for a link, six digits for its code. */
export const linkSecrets: Carrying['secrets'] = {
  async pathOf(ctx, linkId) {
    const token = randomBytes(32).toString('base64url');
    await addToken(ctx, linkId, token);
    return `/link/${token}`;
  },
  async codeOf(ctx, linkId) {
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    const [newest] = await codesOf(ctx, linkId);
    if (newest) await setCode(ctx, newest.id, code);
    return `${code.slice(0, 3)} ${code.slice(3)}`;
  },
};

async function tell(ctx: Ctx, link: Link, how: 'used' | 'withdrawn' | 'handed-on'): Promise<void> {
  await ctx.record({
    type: `platform.link-${how}`,
    subject: { kind: 'link', id: link.id },
    details: { purpose: link.purpose, of: link.subjectId },
  });
}

function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000);
}
