import type { Ctx } from '#platform/db/database.ts';
import { dayOf, type Day } from '#platform/kernel/day.ts';
import { limitsWritten } from '../../store/limits/limits-decisions.ts';
import type { Act } from '../bring-in/handed-file.ts';
import { describeOwnMeasure } from '../own/describe-own-measure.ts';
import { enterOwnFigures } from '../own/enter-own-figures.ts';
import { previewRelease, releaseOwnFigures } from '../own/release-own-figures.ts';
import { ours } from '../report/testing.ts';

/** Visited in time, of three hundred who asked in the month: it moves up with the eighth. */
const visited = [
  168, 171, 160, 177, 165, 159, 162, 210, 214, 205, 203, 221, 208, 219, 202, 224, 211, 206, 203, 220,
];

/** The first days of the months that are counted, from January 2025 on. */
export const firstDays: readonly Day[] = visited.map((_, at) =>
  dayOf(2025 + Math.floor(at / 12), (at % 12) + 1, 1),
);

/** Counts something every month, twenty months long, and releases it to everybody; answers the measure's id. */
export async function countEveryMonth(act: Act): Promise<string> {
  const described = await act('write', (ctx) =>
    describeOwnMeasure(ctx, {
      title: 'A first visit within a week',
      counts: 'Families visited within seven days',
      outOf: 'families who asked in the month',
      kind: 'proportion',
      times: 100,
      polarity: 'high-is-good',
      rhythm: 'month',
      origin: 'cases',
      source: 'an invented record',
      owner: 'The early help team',
    }),
  );
  if (!described.done) throw new Error(described.refusal.reason);
  const { code } = described.value;
  for (const [at, count] of visited.entries()) {
    const line = { areaCode: ours, count: String(count), base: '300', schools: '', seen: 0 };
    const entered = await act('write', (ctx) =>
      enterOwnFigures(ctx, { code, start: firstDays[at] ?? dayOf(2025, 1, 1), breakdown: '', lines: [line] }),
    );
    if (!entered.done) throw new Error(entered.refusal.reason);
  }
  const preview = await previewRelease(act, { code, audience: 'public' });
  if (!preview.done) throw new Error(preview.refusal.reason);
  const released = await releaseOwnFigures(act, { code, audience: 'public', seen: preview.value.seen });
  if (!released.done) throw new Error(released.refusal.reason);
  return `local:${code}`;
}

/** What was decided about the limits of a measure in our area. */
export function decidedSoFar(ctx: Ctx, measure: string) {
  return limitsWritten(ctx, { measure, place: { codes: [ours] } });
}
