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
} from '#modules/indicators/index.ts';
import { claim, lowIncome, quality } from './claims.ts';
import { zones } from '../county.ts';

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

/** Lines of no one zone: a fund, an office of two people, a plan, and two help lines that sound alike. */
function wholeCounty(): string[] {
  return ofTheWhole.map(([what, partner, help, lasting, year, state, amount, people, source, audience]) =>
    line([
      what,
      partner,
      'whole area',
      help,
      says,
      'spend',
      lasting,
      year,
      state,
      amount,
      people,
      source,
      audience,
    ]),
  );
}

const ofTheWhole = [
  [
    'A fund for the young people’s own choice',
    'Brackenshire Council: Leadership and Strategy',
    'universal',
    'one-off',
    '2025-26',
    'actual',
    60_000,
    0,
    'Budget book of 2025-26 (invented)',
    'public',
  ],
  [
    'Safeguarding partnership office',
    'Brackenshire Council: Leadership and Strategy',
    'statutory',
    'on-going',
    '2025-26',
    'actual',
    148_000,
    2,
    'Budget book of 2025-26 (invented)',
    'partnership',
  ],
  [
    'Family support workers',
    'Brackenshire Council: Early Help and Family Hubs',
    'early',
    'on-going',
    '2026-27',
    'planned',
    4_650_000,
    70,
    'Budget book of 2026-27 (invented)',
    'public',
  ],
  [
    'Families’ own help line',
    'Lantern Families',
    'early',
    'on-going',
    '2025-26',
    'actual',
    42_000,
    3,
    'Letter of the trustees, May 2026 (invented)',
    'public',
  ],
  [
    'Help line for families',
    'NHS Brackenshire and Saltmoor Integrated Care Board',
    'early',
    'on-going',
    '2025-26',
    'actual',
    96_000,
    4,
    'Budget book of 2025-26 (invented)',
    'public',
  ],
] as const;

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
