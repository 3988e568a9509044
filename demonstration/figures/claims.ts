import type { keepClaim, keepQuality, OwnMeasureWords } from '#modules/indicators/index.ts';
import { county } from '../county.ts';

const familySupport = {
  service: 'Family support workers',
  partner: 'Brackenshire Council: Early Help and Family Hubs',
  audience: 'public',
} as const;

/** One cost that may have been avoided, with all that it rests on. */
export const claim: Parameters<typeof keepClaim>[1]['words'] = {
  title: 'Fewer second child protection plans since family support workers stay for a year',
  whatChanged: 'second plans within two years',
  changeSource: 'Our own record of plans, two years before beside two years after, 95% interval (invented)',
  change: { low: -3, middle: 14, high: 31 },
  whom: 'Children whose first plan ended in 2022-23 or 2023-24',
  areaCode: county.code,
  year: 2024,
  unitWhat: 'a child protection plan of ten months',
  unitCost: { low: 6200, middle: 8400, high: 11_900 },
  unitSource: 'Our own finance team, hours of workers by pay (invented)',
  unitYear: 2023,
  anyway: 'Second plans were falling by about three a year before, and in the counties most like ours too.',
  anywayShare: { low: 10, middle: 25, high: 45 },
  ours: { low: 20, middle: 40, high: 60 },
  oursSource: 'The Growing Group, after reading eighteen plans (invented)',
  costToDo: 61_000,
  costSource: 'Two more workers for a year (invented)',
  audience: 'public',
};

/** What one service came to, and the standards it keeps. */
export const quality: readonly Parameters<typeof keepQuality>[1]['said'][] = [
  {
    ...familySupport,
    kind: 'outcome',
    year: 2024,
    counts: 'families who reached what they had set out to',
    count: 412,
    source: 'The early help record, asked at the end (invented)',
  },
  {
    ...familySupport,
    kind: 'standard',
    name: 'A family has one worker for as long as the plan runs',
    source: 'Brackenshire early help standards, 2 (invented)',
    standing: 'partly',
    evidence: 'Kept in 31 of 40 plans that were read',
    checkedOn: '2026-05-14',
  },
  {
    ...familySupport,
    kind: 'standard',
    name: 'Whoever asks for help is rung back within five working days',
    source: 'Brackenshire early help standards, 1 (invented)',
    standing: 'met',
    evidence: 'Kept in 37 of 40',
    checkedOn: '2026-05-14',
  },
];

/** What stands for need in each zone: nobody publishes it of zones, so the county counts it. */
export const lowIncome: OwnMeasureWords = {
  title: 'Children in families with a low income',
  counts: 'Children in families with a low income',
  outOf: 'children who live there',
  kind: 'proportion',
  times: 100,
  polarity: 'low-is-good',
  rhythm: 'financial',
  origin: 'cases',
  source: 'the invented benefits record',
  owner: 'The performance team',
};
