import {
  bringMoneyLines,
  describeOwnMeasure,
  enterOwnFigures,
  keepClaim,
  keepQuality,
  previewRelease,
  releaseOwnFigures,
  sayChildren,
  type Act,
  type OwnMeasureWords,
} from '#modules/indicators/index.ts';
import { county, zones } from './county.ts';

/** What stands for need in each zone: nobody publishes it of zones, so the county counts it. */
const lowIncome: OwnMeasureWords = {
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

/** Of 100 children, how many: zone by zone in the order of the alphabet. */
const poor = [17.4, 12.1, 24.6, 19.8, 15.3, 18.9, 33.2] as const;

type Service = {
  what: string;
  partner: string;
  help: 'universal' | 'early' | 'targeted' | 'statutory';
  /** pounds for each child in the first year; how it grows each year */
  perChild: number;
  grows: number;
  /** how much more where need is greater: 0 not at all */
  follows: number;
  people: number;
  audience?: 'partnership' | 'public';
};

const services: readonly Service[] = [
  {
    what: 'Family hubs and stay and play',
    partner: 'Brackenshire Council: Early Help and Family Hubs',
    help: 'universal',
    perChild: 31,
    grows: 1.01,
    follows: 0.2,
    people: 9,
  },
  {
    what: 'Family support workers',
    partner: 'Brackenshire Council: Early Help and Family Hubs',
    help: 'early',
    perChild: 44,
    grows: 1.05,
    follows: 0.7,
    people: 8,
  },
  {
    what: 'Health visitors',
    partner: 'Brackenshire Council: Public Health',
    help: 'universal',
    perChild: 38,
    grows: 1.02,
    follows: 0.1,
    people: 11,
  },
  {
    what: 'Youth workers in parks and at bus stops',
    partner: 'Wayfinders Youth Trust',
    help: 'early',
    perChild: 9,
    grows: 1.04,
    follows: 0.9,
    people: 2,
  },
  {
    what: 'Help for families with several worries',
    partner: "Brackenshire Council: Children's Social Care",
    help: 'targeted',
    perChild: 52,
    grows: 1.03,
    follows: 0.8,
    people: 7,
  },
  {
    what: 'Child protection and care at home',
    partner: "Brackenshire Council: Children's Social Care",
    help: 'statutory',
    perChild: 128,
    grows: 1.08,
    follows: 1.1,
    people: 19,
  },
];

const years = [2022, 2023, 2024, 2025] as const;
const heads =
  'Service or team,Partner,Place,Early or late,Who says so,Spend or staff,One-off or on-going,Financial year,Planned or actual,Amount,People behind it,Source,For whom';

/** Four years of every service in every zone, two lines for the whole county, and what is planned. */
function table(): string {
  const rows = years.flatMap((year, at) =>
    services.flatMap((service) => [
      ...zones.map((zone, place) =>
        rowOf(service, { year, at, place, name: zone.name, children: zone.children }),
      ),
      ...staffOf(service, year, at),
    ]),
  );
  return [heads, ...rows, ...wholeCounty()].join('\n');
}

type At = { year: number; at: number; place: number; name: string; children: number };

function rowOf(service: Service, { year, at, place, name, children }: At): string {
  const { what, partner, help, perChild, grows, follows, people, audience = 'public' } = service;
  const need = ((poor[place] ?? 0) - 20.2) / 20.2;
  const amount = Math.round((children * perChild * grows ** at * (1 + follows * need)) / 100) * 100;
  return line([
    what,
    partner,
    name,
    help,
    says,
    'spend',
    'on-going',
    sayYear(year),
    'actual',
    amount,
    people,
    budget(year),
    audience,
  ]);
}

function staffOf(service: Service, year: number, at: number): string[] {
  const posts = Math.round(service.people * 5.2 * (1 + (service.grows - 1) * at) * 2) / 2;
  const { what, partner, help } = service;
  const people = Math.ceil(posts * 1.2);
  return [
    line([
      what,
      partner,
      'whole area',
      help,
      says,
      'staff',
      'on-going',
      sayYear(year),
      'actual',
      posts,
      people,
      budget(year),
      'public',
    ]),
  ];
}

function wholeCounty(): string[] {
  const council = 'Brackenshire Council: Leadership and Strategy';
  return [
    line([
      'A fund for the young people’s own choice',
      council,
      'whole area',
      'universal',
      says,
      'spend',
      'one-off',
      '2025-26',
      'actual',
      60_000,
      0,
      budget(2025),
      'public',
    ]),
    line([
      'Safeguarding partnership office',
      council,
      'whole area',
      'statutory',
      says,
      'spend',
      'on-going',
      '2025-26',
      'actual',
      148_000,
      2,
      budget(2025),
      'partnership',
    ]),
    line([
      'Family support workers',
      'Brackenshire Council: Early Help and Family Hubs',
      'whole area',
      'early',
      says,
      'spend',
      'on-going',
      '2026-27',
      'planned',
      4_650_000,
      70,
      budget(2026),
      'public',
    ]),
    line([
      'Families’ own help line',
      'Lantern Families',
      'whole area',
      'early',
      says,
      'spend',
      'on-going',
      '2025-26',
      'actual',
      42_000,
      3,
      'Letter of the trustees, May 2026 (invented)',
      'public',
    ]),
    line([
      'Help line for families',
      'NHS Brackenshire and Saltmoor Integrated Care Board',
      'whole area',
      'early',
      says,
      'spend',
      'on-going',
      '2025-26',
      'actual',
      96_000,
      4,
      budget(2025),
      'public',
    ]),
  ];
}

const says = 'Brackenshire early help strategy, section 3 (invented)';

function budget(year: number): string {
  return `Budget book of ${sayYear(year)} (invented)`;
}

function sayYear(year: number): string {
  return `${year}-${String(year + 1).slice(2)}`;
}

function line(cells: readonly (string | number)[]): string {
  return cells.map((cell) => (typeof cell === 'number' ? String(cell) : `"${cell}"`)).join(',');
}

/** What the county spends, beside what stands for need; once, however often asked. */
export async function loadMoney(act: Act): Promise<void> {
  const brought = await act('write', (ctx) => bringMoneyLines(ctx, table()));
  if (!brought.done) throw new Error(`invented spend was refused: ${JSON.stringify(brought.refusal)}`);
  const counts = Object.fromEntries(zones.map(({ code, children }) => [code, String(children)]));
  await act('write', (ctx) =>
    sayChildren(ctx, {
      counts,
      ofYear: 2024,
      source: 'Children and young people from birth to 24 (invented)',
    }),
  );
  await loadNeed(act);
  await act('write', async (ctx) => {
    const kept = await keepClaim(ctx, { id: undefined, seen: 0, words: claim });
    if (!kept.done) throw new Error(`an invented claim was refused: ${JSON.stringify(kept.refusal)}`);
    for (const said of quality) await keepQuality(ctx, { id: undefined, seen: 0, said });
  });
}

const familySupport = {
  service: 'Family support workers',
  partner: 'Brackenshire Council: Early Help and Family Hubs',
  audience: 'public',
} as const;

const claim: Parameters<typeof keepClaim>[1]['words'] = {
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

const quality: readonly Parameters<typeof keepQuality>[1]['said'][] = [
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

async function loadNeed(act: Act): Promise<void> {
  const described = await act('write', (ctx) => describeOwnMeasure(ctx, lowIncome));
  if (!described.done) return;
  const { code } = described.value;
  const counted = zones.map(({ code: areaCode, children }, at) => {
    const base = Math.round(children * 0.7);
    return {
      areaCode,
      count: String(Math.round((base * (poor[at] ?? 0)) / 100)),
      base: String(base),
      schools: '',
      seen: 0,
    };
  });
  const entered = await act('write', (ctx) =>
    enterOwnFigures(ctx, { code, start: '2024-04-01', breakdown: '', lines: counted }),
  );
  if (!entered.done) throw new Error(`invented need was refused: ${entered.refusal.reason}`);
  const preview = await previewRelease(act, { code, audience: 'public' });
  if (!preview.done) throw new Error(`invented need is not safe: ${preview.refusal.reason}`);
  await releaseOwnFigures(act, { code, audience: 'public', seen: preview.value.seen });
}
