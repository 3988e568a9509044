import { people } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays, compareDays, sayDay } from '#platform/kernel/day.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import type { Schedule } from '#platform/outbox/schedules.ts';
import { definitionOf, measurePath } from '../../domain/figures/measure-definition.ts';
import { whomToTell, type LateFigure } from '../../domain/freshness/late-figures.ts';
import { periodsToEnter } from '../../domain/own/own-period.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { allMeasureCards } from '../../store/measure-cards.ts';
import { measuresById } from '../../store/measures.ts';
import { ownFigures } from '../../store/own/own-figures.ts';
import { ownMeasures } from '../../store/own/own-measures.ts';
import { suppliers } from '../../store/supply/suppliers.ts';

/** Once a month, whoever keeps a measure is told what is late: one letter, and none where nothing is. */
export const remindOwnersMonthly: Schedule = {
  name: 'indicators.remind-owners',
  turn: ({ today }) => today.slice(0, 7),
  work: ({ act, turn }) => act('write', (ctx) => remindOwners(ctx, turn)),
};

/** @param month the month of the letter, "2026-11": an address gets one for each, however often this runs */
export async function remindOwners(ctx: Ctx, month: string): Promise<void> {
  const late = [...(await latePublished(ctx)), ...(await lateOfOurs(ctx))];
  for (const [to, figures] of whomToTell(late, await people(ctx)))
    await writeLetter(ctx, {
      key: `late-figures:${month}:${to}`,
      to,
      subject: figures.length === 1 ? 'A figure is late' : `${figures.length} figures are late`,
      askedBy: undefined,
      parts: [
        { kind: 'words', text: 'Hello,' },
        { kind: 'words', text: 'These figures are looked for, and have not come:' },
        ...figures.flatMap(({ title, since, path }) => [
          { kind: 'page' as const, text: `${title}: ${since}`, path },
        ]),
        {
          kind: 'words',
          text: 'We write once a month at most, and not at all once nothing is late. Where a day was wrong, change it on the page of the measure.',
        },
      ],
    });
}

/** Published measures whose card names a day that has gone by. */
async function latePublished(ctx: Ctx): Promise<LateFigure[]> {
  const cards = [...(await allMeasureCards(ctx))].filter(
    ([, { nextOn }]) => nextOn !== undefined && compareDays(nextOn, ctx.today) < 0,
  );
  const found = await measuresById(
    ctx,
    cards.map(([measure]) => measure),
  );
  return cards.flatMap(([measure, { owner, nextOn }]) => {
    const facts = found.get(measure);
    if (!facts || nextOn === undefined) return [];
    const { title } = definitionOf(facts);
    return [{ title, path: measurePath(facts), owner, since: `expected on ${sayDay(nextOn)}` }];
  });
}

const graceDays = 30;

/** Own measures whose newest period ended a month ago and has no figure; not those that a partner is asked for. */
async function lateOfOurs(ctx: Ctx): Promise<LateFigure[]> {
  const asked = new Set(
    (await suppliers(ctx)).flatMap(({ stoppedAt, measureCode }) =>
      stoppedAt === undefined ? [measureCode] : [],
    ),
  );
  const late: LateFigure[] = [];
  for (const own of await ownMeasures(ctx)) {
    const [newest] = periodsToEnter(own.rhythm, addDays(ctx.today, -graceDays), 1);
    if (!newest || asked.has(own.code)) continue;
    const figures = await ownFigures(ctx, own.code);
    // one that has never had a figure is being set up
    if (figures.length === 0 || figures.some(({ period }) => period.start >= newest.start)) continue;
    const since = `nothing yet for ${sayPeriod(newest)}`;
    late.push({ title: own.title, path: `/own-measures/${own.code}`, owner: own.owner, since });
  }
  return late;
}
