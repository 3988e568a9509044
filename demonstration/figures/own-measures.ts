import {
  describeOwnMeasure,
  enterOwnFigures,
  previewRelease,
  releaseOwnFigures,
  type Act,
  type OwnMeasureWords,
} from '#modules/indicators/index.ts';
import { county, zones } from '../county.ts';

/** What Brackenshire counts itself: nobody publishes whether children are asked. */
const asked: OwnMeasureWords = {
  title: 'Asked what they want',
  counts: 'Children who were asked what they want from their plan',
  outOf: 'children whose early help plan began in the quarter',
  kind: 'proportion',
  times: 100,
  polarity: 'high-is-good',
  rhythm: 'quarter',
  origin: 'cases',
  source: 'the invented early help record',
  owner: 'The early help team',
};

/** By quarter: how many were asked of how many, zone by zone in the order of the alphabet. One zone is always small. */
const quarters: readonly { start: string; counted: readonly (readonly [number, number])[] }[] = [
  {
    start: '2025-07-01',
    counted: [
      [21, 44],
      [33, 61],
      [4, 12],
      [40, 78],
      [26, 51],
      [18, 39],
      [37, 66],
    ],
  },
  {
    start: '2025-10-01',
    counted: [
      [24, 46],
      [36, 60],
      [5, 13],
      [44, 80],
      [29, 52],
      [21, 41],
      [40, 65],
    ],
  },
  {
    start: '2026-01-01',
    counted: [
      [28, 47],
      [41, 63],
      [6, 11],
      [49, 82],
      [33, 54],
      [22, 38],
      [45, 70],
    ],
  },
  {
    start: '2026-04-01',
    counted: [
      [31, 48],
      [44, 62],
      [7, 14],
      [55, 84],
      [37, 55],
      [25, 40],
      [50, 71],
    ],
  },
];

/** Describes the measure, enters its figures and releases what may be shown of them, as its owner would. */
export async function loadOwnMeasures(act: Act): Promise<void> {
  const described = await act('write', (ctx) => describeOwnMeasure(ctx, asked));
  if (!described.done) return;
  const { code } = described.value;
  for (const { start, counted } of quarters) {
    const lines = [
      [county.code, wholeOf(counted)] as const,
      ...zones.map((zone, index) => [zone.code, counted[index]] as const),
    ];
    const entered = await act('write', (ctx) =>
      enterOwnFigures(ctx, {
        code,
        start,
        breakdown: '',
        lines: lines.flatMap(([areaCode, pair]) =>
          pair ? [{ areaCode, count: String(pair[0]), base: String(pair[1]), schools: '', seen: 0 }] : [],
        ),
      }),
    );
    if (!entered.done)
      throw new Error(`invented figures of ${start} were refused: ${entered.refusal.reason}`);
  }
  for (const audience of ['partners', 'public'] as const) {
    const preview = await previewRelease(act, { code, audience });
    if (!preview.done) throw new Error(`invented figures are not safe: ${preview.refusal.reason}`);
    await releaseOwnFigures(act, { code, audience, seen: preview.value.seen });
  }
}

function wholeOf(counted: readonly (readonly [number, number])[]): readonly [number, number] {
  return counted.reduce<[number, number]>(([count, base], [c, b]) => [count + c, base + b], [0, 0]);
}
