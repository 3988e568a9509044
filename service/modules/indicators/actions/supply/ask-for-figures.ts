import { organisations, ownPartnership } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { currentLink, stateOf, type Link } from '#platform/links/link.ts';
import { linksFor, makeLink, partsOfEveryLink } from '#platform/links/links.ts';
import type { LetterPart } from '#platform/mail/letter.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import type { Schedule } from '#platform/outbox/schedules.ts';
import type { OwnMeasure } from '../../domain/own/own-measure.ts';
import { ownPeriod, periodsToEnter } from '../../domain/own/own-period.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import {
  figuresPurpose,
  lettersToWrite,
  type FiguresAsked,
  type Supplier,
} from '../../domain/supply/supplier.ts';
import { ownFigures } from '../../store/own/own-figures.ts';
import { ownMeasure, ownMeasures } from '../../store/own/own-measures.ts';
import {
  askOf,
  askedAnew,
  askedOf,
  letterWritten,
  lockAsked,
  supplierById,
  suppliers,
} from '../../store/supply/suppliers.ts';

/** Each morning: a period that has ended is asked for, and what was not answered is asked for again. */
export const askForFiguresDaily: Schedule = {
  name: 'indicators.ask-for-figures',
  turn: ({ today }) => today,
  work: ({ act }) => act('write', askForFigures),
};

/** Asks everybody for the newest period of what they count, and reminds those who are late; once a week at most. */
export async function askForFigures(ctx: Ctx): Promise<void> {
  const standing = new Set((await organisations(ctx)).map(({ key }) => key));
  const measures = new Map((await ownMeasures(ctx)).map((own) => [own.code, own]));
  const active = (await suppliers(ctx)).filter(
    ({ stoppedAt, organisationKey }) => stoppedAt === undefined && standing.has(organisationKey),
  );
  for (const supplier of active) {
    const own = measures.get(supplier.measureCode);
    const [newest] = own ? periodsToEnter(own.rhythm, ctx.today, 1) : [];
    if (newest) await askOf(ctx, supplier.id, newest.start);
  }
  await writeLetters(ctx, { active, measures });
}

type Due = FiguresAsked & { supplier: Supplier; own: OwnMeasure; email: string; link: Link | undefined };

async function writeLetters(
  ctx: Ctx,
  { active, measures }: { active: readonly Supplier[]; measures: ReadonlyMap<string, OwnMeasure> },
): Promise<void> {
  const due: Due[] = [];
  for (const supplier of active) {
    const own = measures.get(supplier.measureCode);
    if (own) due.push(...(await openAsks(ctx, supplier, own)));
  }
  for (const { asks } of lettersToWrite(due, ctx.now)) await writeOne(ctx, asks);
}

/** What a supplier has not answered, and nobody entered in their place; with where it was handed on to. */
async function openAsks(ctx: Ctx, supplier: Supplier, own: OwnMeasure): Promise<Due[]> {
  const open = (await askedOf(ctx, [supplier.id])).filter(({ state }) => state === 'asked');
  if (open.length === 0) return [];
  const figures = await ownFigures(ctx, own.code);
  const isEntered = ({ start }: FiguresAsked) =>
    supplier.areaCodes.every((code) =>
      figures.some(
        (figure) => figure.areaCode === code && figure.breakdown === '' && figure.period.start === start,
      ),
    );
  const links = await linksFor(ctx, { purpose: figuresPurpose, subjectIds: open.map(({ id }) => id) });
  return open
    .filter((ask) => !isEntered(ask))
    .map((ask) => {
      const ofAsk = links.filter(({ subjectId }) => subjectId === ask.id);
      const link = currentLink(ofAsk, ctx.now);
      return { ...ask, supplier, own, email: link?.to ?? supplier.email, link };
    });
}

async function writeOne(ctx: Ctx, asks: readonly Due[], words: readonly string[] = []): Promise<void> {
  const [first] = asks;
  if (!first) return;
  const parts: LetterPart[] = [];
  let until = ctx.now;
  for (const ask of asks) {
    const { linkId, expiresAt, title } = await linkFor(ctx, ask);
    if (expiresAt > until) until = expiresAt;
    parts.push({ kind: 'one-use-link', text: title, linkId });
    await letterWritten(ctx, ask);
  }
  const letters = Math.max(...asks.map(({ letters: sent }) => sent));
  const subject =
    asks.length === 1
      ? `${letters > 0 ? 'A reminder: ' : ''}${titleOf(first)}`
      : `${letters > 0 ? 'A reminder: ' : ''}figures of ${asks.length} measures are asked of you`;
  await writeLetter(ctx, {
    key: `figures:${asks.map(({ id, letters: sent }) => `${id}.${sent}`).join(',')}:${ctx.now.getTime()}`,
    to: first.email,
    subject,
    askedBy: first.supplier.namedBy,
    parts: [...(await greeting(ctx, first, words)), ...parts, ...partsOfEveryLink(until)],
  });
}

async function greeting(
  ctx: Ctx,
  { supplier, letters, lastLetterAt }: Due,
  words: readonly string[],
): Promise<LetterPart[]> {
  const partnership = (await ownPartnership(ctx))?.name ?? 'The partnership';
  const asks = `${partnership} asks ${supplier.organisation} for figures that only you can count. It takes a few minutes.`;
  const on = lastLetterAt === undefined ? '' : ` on ${sayDay(dayInEngland(lastLetterAt))}`;
  const reminds = `We wrote to you${on} and have not heard yet. If you cannot give the figures, open the link and say why: then we stop asking.`;
  return [
    { kind: 'words', text: 'Hello,' },
    { kind: 'words', text: asks },
    ...(letters > 0 && words.length === 0 ? [{ kind: 'words' as const, text: reminds }] : []),
    ...words.map((text) => ({ kind: 'words' as const, text })),
  ];
}

const linkDays = 60;

/** The link that is out, or a new one. */
async function linkFor(ctx: Ctx, ask: Due): Promise<{ linkId: string; expiresAt: Date; title: string }> {
  const { link, own, supplier } = ask;
  const title = titleOf(ask);
  if (link && stateOf(link, ctx.now) === 'open') return { linkId: link.id, expiresAt: link.expiresAt, title };
  const expiresAt = new Date(ctx.now.getTime() + linkDays * 86_400_000);
  const linkId = await makeLink(ctx, {
    purpose: figuresPurpose,
    subjectId: ask.id,
    title: titleOf({ own, start: ask.start }),
    organisation: supplier.organisation,
    to: ask.email,
    expiresAt,
    askedBy: supplier.namedBy,
  });
  return { linkId, expiresAt, title };
}

/** "Asked what they want: July to September 2026" */
function titleOf({ own, start }: Pick<Due, 'own' | 'start'>): string {
  // a period that was asked for had ended, so it ends before any later day
  const period = ownPeriod(own.rhythm, start, lastDay);
  return `${own.title}: ${period ? sayPeriod(period) : start}`;
}

const lastDay = dayInEngland(new Date('2999-12-31T12:00:00Z'));

export type AskRefusal =
  | NotAllowed
  | { reason: 'not-asked' }
  | { reason: 'supplier-stopped' }
  | { reason: 'no-words' };

/** Asks for the same figures once more, with words that say why; what was given before is not taken in. */
export async function askAgain(
  ctx: Ctx,
  { id, words }: { id: string; words: string },
): Promise<Outcome<{ code: string }, AskRefusal>> {
  if (!allowed(ctx.actor, keepOwnMeasures)) return refuse({ reason: 'not-allowed' });
  const ask = await lockAsked(ctx, id);
  const supplier = ask && (await supplierById(ctx, ask.supplierId));
  const own = supplier && (await ownMeasure(ctx, supplier.measureCode));
  if (!ask || !supplier || !own) return refuse({ reason: 'not-asked' });
  if (supplier.stoppedAt) return refuse({ reason: 'supplier-stopped' });
  if (words.trim() === '') return refuse({ reason: 'no-words' });
  const links = await linksFor(ctx, { purpose: figuresPurpose, subjectIds: [ask.id] });
  const link = currentLink(links, ctx.now);
  await writeOne(ctx, [{ ...ask, supplier, own, email: link?.to ?? supplier.email, link }], [words.trim()]);
  await askedAnew(ctx, ask.id);
  await ctx.record({
    type: 'indicators.figures-asked-again',
    subject: { kind: 'measure', id: `local:${own.code}` },
    details: { organisation: supplier.organisationKey, start: ask.start },
  });
  return done({ code: own.code });
}
