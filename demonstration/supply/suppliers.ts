import {
  askForFigures,
  describeOwnMeasure,
  givenBefore,
  nameSupplier,
  previewRelease,
  releaseOwnFigures,
  type Act,
  type OwnMeasureWords,
} from '#modules/indicators/index.ts';
import { addDays, dayFrom, type Day } from '#platform/kernel/day.ts';
import { zones } from '../county.ts';

/** What an invented charity counts, and sends from a link in a letter. */
const walkedBeside: OwnMeasureWords = {
  title: 'Families still walked beside after six months',
  counts: 'Families whom a parent of Lantern Families still walks beside',
  outOf: 'families who began six months before',
  kind: 'proportion',
  times: 100,
  polarity: 'high-is-good',
  rhythm: 'quarter',
  origin: 'cases',
  source: 'the invented diary of Lantern Families',
  owner: 'Lantern Families',
};

const charity = { key: 'lantern-families', email: 'samuel@lantern-families.example' };

/** Two quarters back, by zone in the order of the alphabet: how many of how many. */
const quarterBefore: readonly (readonly [number, number])[] = [
  [14, 22],
  [23, 31],
  [38, 54],
  [11, 19],
  [25, 36],
  [16, 24],
  [21, 29],
];

/** Describes the measure, names the charity, and takes in its last quarter; its letter for this quarter goes out now. */
export async function loadSuppliers(act: Act): Promise<void> {
  const described = await act('write', (ctx) => describeOwnMeasure(ctx, walkedBeside));
  if (!described.done) return;
  const { code } = described.value;
  await act('write', async (ctx) => {
    const named = await nameSupplier(ctx, {
      code,
      organisationKey: charity.key,
      email: charity.email,
      areaCodes: zones.map((zone) => zone.code),
    });
    if (!named.done) throw new Error(`the invented charity was refused: ${named.refusal.reason}`);
    const lines = zones.flatMap((zone, index) => {
      const pair = quarterBefore[index];
      return pair
        ? [{ areaCode: zone.code, count: String(pair[0]), base: String(pair[1]), schools: '' }]
        : [];
    });
    await givenBefore(ctx, { supplierId: named.value, start: beforeLast(ctx.today), lines });
    await askForFigures(ctx);
  });
  const preview = await previewRelease(act, { code, audience: 'partners' });
  if (preview.done) await releaseOwnFigures(act, { code, audience: 'partners', seen: preview.value.seen });
}

/** The first day of the quarter before the one that ended last. */
function beforeLast(today: Day) {
  const quarterOf = (day: string) => {
    const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
    return dayFrom(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
  };
  const begun = [0, 1].reduce<Day>((day) => {
    const start = quarterOf(day);
    return start ? addDays(start, -1) : day;
  }, today);
  return quarterOf(begun) ?? today;
}
