import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { dayFrom } from '#platform/kernel/day.ts';
import { settled } from '../edit.ts';
import { frameworkStatuses } from '../framework-document.ts';
import type { ElementDocument, FrameworkDocument, TierDocument, TierRole } from '../framework-document.ts';
import { labelAndStatement } from '../pasting/label-and-statement.ts';
import { keyFor } from '../reading/element-key.ts';
import { ringsIn } from '../reading/rings.ts';
import type { FieldProblem } from '../reading/shape-problems.ts';
import { identifierPrefix, readNotes } from './kept-notes.ts';
import { lostFromStratml } from './lost-from-stratml.ts';
import { child, children, list, plainText, textOf } from './parsed-tag.ts';
import type { Tag } from './parsed-tag.ts';
import { apartName, indicatorsName } from './stratml-shape.ts';

export type NotAFramework =
  | { reason: 'no-goals' }
  | { reason: 'not-acceptable'; problems: readonly FieldProblem[] };

export type ReadStratml = {
  document: FrameworkDocument;
  /** what of the file has no place in a framework, each in a sentence */
  lost: readonly string[];
};

/** What is gathered on the way through the file. */
type Gathered = {
  tiers: Map<string, TierDocument>;
  elements: ElementDocument[];
  owners: Map<string, FrameworkDocument['owners'][number]>;
  organisations: Map<string, FrameworkDocument['organisations'][number]>;
  measures: FrameworkDocument['measures'];
  keys: Set<string>;
  /** descriptions cut short, and ties left out of rings */
  cut: number;
  untied: number;
};

/** A draft framework from the root of a parsed StratML file. */
export function frameworkFrom(root: Tag): Outcome<ReadStratml, NotAFramework> {
  const core = child(root, 'StrategicPlanCore') ?? {};
  const goals = children(core, 'Goal');
  if (goals.length === 0) return refuse({ reason: 'no-goals' });
  const gathered: Gathered = {
    tiers: new Map(),
    elements: [],
    owners: new Map(),
    organisations: new Map(),
    measures: [],
    keys: new Set(),
    cut: 0,
    untied: 0,
  };
  for (const organisation of children(core, 'Organization')) people(gathered, organisation);
  const top = visions(gathered, core);
  for (const goal of goals) goalFrom(gathered, goal, top);
  for (const value of children(core, 'Value'))
    add(gathered, value, {
      tier: { name: 'Value', plural: 'Values', role: 'principle' },
      name: textOf(value, 'Name'),
      serves: [],
    });
  if (gathered.elements.length === 0) return refuse({ reason: 'no-goals' });
  const notes = wholeNotes(root, core);
  const made = settled({
    format: 'goldenthread-framework/1',
    ...notes,
    tiers: ordered([...gathered.tiers.values()]),
    owners: [...gathered.owners.values()],
    organisations: [...gathered.organisations.values()],
    elements: withoutRings(gathered),
    measures: gathered.measures,
  });
  if (made.done) return done({ document: made.value, lost: lostFromStratml(root, gathered) });
  return refuse(made.refusal.reason === 'not-acceptable' ? made.refusal : { reason: 'no-goals' });
}

/** Ties to what is not there are dropped; so is one of every ring, which only a file mended by hand can hold. */
function withoutRings(gathered: Gathered): ElementDocument[] {
  const serves = new Map(
    gathered.elements.map(({ key, serves: above }) => [key, above.filter((one) => gathered.keys.has(one))]),
  );
  for (;;) {
    const [ring] = ringsIn([...serves].map(([key, above]) => ({ key, above })));
    const [from, to] = ring?.slice(-2) ?? [];
    if (from === undefined || to === undefined) break;
    serves.set(
      from,
      (serves.get(from) ?? []).filter((key) => key !== to),
    );
    gathered.untied += 1;
  }
  return gathered.elements.map((element) => ({ ...element, serves: serves.get(element.key) ?? [] }));
}

function wholeNotes(root: Tag, core: Tag) {
  const notes = textOf(root, 'OtherInformation');
  const line = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(notes)?.[1]?.trim();
  const [organisation = {}] = children(core, 'Organization');
  const administrative = child(root, 'AdministrativeInformation') ?? {};
  const name = textOf(root, 'Name').slice(0, 200) || 'A plan without a name';
  const day = (tag: string) => dayFrom(textOf(administrative, tag).slice(0, 10));
  const source = line('Source') ?? textOf(administrative, 'Source');
  const start = day('StartDate');
  const end = day('EndDate');
  const words = line('Period');
  const publishedOn = day('PublicationDate');
  const footprint = textOf(root, 'Description').slice(0, 600);
  const status = frameworkStatuses.find((one) => one === line('Status') && one !== 'closed') ?? 'draft';
  return {
    slug: slugOf(textOf(administrative, 'Identifier'), name),
    name,
    partnership: textOf(organisation, 'Name').slice(0, 200) || 'Not stated',
    status,
    ...(footprint === '' ? {} : { footprint }),
    period: {
      ...(start ? { start } : {}),
      ...(end ? { end } : {}),
      ...(words ? { words: words.slice(0, 80) } : {}),
    },
    source: {
      title: source.slice(0, 200) || `StratML: ${name}`.slice(0, 200),
      ...(publishedOn ? { publishedOn } : {}),
    },
  };
}

function slugOf(identifier: string, name: string): string {
  const [, ours] = /^gt-([a-z0-9]+(?:-[a-z0-9]+)*)-plan$/.exec(identifier) ?? [];
  return ours ?? keyFor(name, new Set());
}

function visions(gathered: Gathered, core: Tag): string[] {
  return (['Vision', 'Mission'] as const).flatMap((name) => {
    const found = child(core, name);
    const text = found ? textOf(found, 'Description') : '';
    if (!found || text === '') return [];
    const [first = '', ...rest] = text.split('\n');
    const words = { Description: rest.join('\n'), Identifier: found['Identifier'] };
    return [
      add(gathered, words, { tier: { name, plural: `${name}s`, role: 'vision' }, name: first, serves: [] }),
    ];
  });
}

function goalFrom(gathered: Gathered, goal: Tag, top: readonly string[]): void {
  const apart = textOf(goal, 'Name') === apartName && textOf(goal, 'Identifier') === '';
  const key = apart
    ? undefined
    : add(gathered, goal, {
        tier: { name: 'Goal', plural: 'Goals', role: 'outcome' },
        name: textOf(goal, 'Name'),
        serves: top,
      });
  for (const objective of children(goal, 'Objective')) {
    const holder =
      textOf(objective, 'Name') === indicatorsName &&
      textOf(objective, 'Identifier').endsWith('--indicators');
    const serves = key === undefined ? [] : [key];
    const own = holder
      ? key
      : add(gathered, objective, {
          tier: { name: 'Objective', plural: 'Objectives', role: 'priority' },
          name: textOf(objective, 'Name'),
          serves,
        });
    for (const indicator of children(objective, 'PerformanceIndicator'))
      add(gathered, indicator, {
        tier: { name: 'Indicator', plural: 'Indicators', role: 'indicator' },
        name: textOf(indicator, 'MeasurementDimension'),
        serves: own === undefined ? [] : [own],
      });
  }
}

type Wanted = {
  tier: { name: string; plural: string; role: TierRole };
  name: string;
  serves: readonly string[];
};

/** Adds an element from a tag; answers its key. */
function add(gathered: Gathered, found: Tag, wanted: Wanted): string {
  const notes = readNotes(textOf(found, 'OtherInformation'));
  const words = labelAndStatement(
    wanted.name,
    [textOf(found, 'Description'), notes.rest].filter((text) => text !== ''),
  );
  const label =
    words.label === '' ? (words.statement ?? `${wanted.tier.name} without words`).slice(0, 200) : words.label;
  const statement = words.statement?.slice(0, 4000);
  if (words.statement !== undefined && statement !== undefined && statement.length < words.statement.length)
    gathered.cut += 1;
  const key = keyOf(gathered, textOf(found, 'Identifier'), label);
  const tier = tierFor(gathered, notes.tier ?? wanted.tier);
  const ties = people(gathered, found);
  gathered.elements.push({
    key,
    tier,
    label,
    labelWording: 'published',
    ...(statement === undefined ? {} : { statement }),
    statementWording: 'published',
    serves: [...new Set(notes.tier ? notes.serves : wanted.serves)],
    servesTiers: [],
    ...ties,
    ...(notes.direction ? { direction: notes.direction } : {}),
  });
  gathered.measures.push(...notes.measures.map((measure) => ({ ...measure, element: key })));
  return key;
}

function keyOf(gathered: Gathered, identifier: string, label: string): string {
  const ours = identifier.startsWith(identifierPrefix) ? identifier.slice(identifierPrefix.length) : '';
  const usable = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(ours) && ours.length <= 60 && !gathered.keys.has(ours);
  const key = usable ? ours : keyFor(label, gathered.keys);
  gathered.keys.add(key);
  return key;
}

function tierFor(gathered: Gathered, { name, plural, role }: Wanted['tier']): string {
  const known = gathered.tiers.get(`${name} ${plural} ${role}`);
  if (known) return known.key;
  const key = keyFor(name, new Set([...gathered.tiers.values()].map((tier) => tier.key)));
  gathered.tiers.set(`${name} ${plural} ${role}`, { key, name, plural, role });
  return key;
}

function people(
  gathered: Gathered,
  tag: Tag,
): { owners: string[]; organisations: string[]; audience?: string } {
  const owners = new Set<string>();
  const organisations = new Set<string>();
  let audience: string | undefined;
  for (const stakeholder of children(tag, 'Stakeholder')) {
    const name = textOf(stakeholder, 'Name').slice(0, 160);
    if (name === '') continue;
    const roles = children(stakeholder, 'Role');
    const type = stakeholder['@StakeholderTypeType'];
    const gains = roles.some((role) =>
      list(role['RoleType']).some((one) => plainText(one) === 'Beneficiary'),
    );
    if (roles.some((role) => textOf(role, 'Name') === 'Owner') || type === 'Person')
      owners.add(named(gathered.owners, { name, kind: type === 'Person' ? 'role' : 'board' }));
    else if (gains || type === 'Generic_Group') audience ??= name.slice(0, 80);
    else organisations.add(named(gathered.organisations, { name }));
  }
  return { owners: [...owners], organisations: [...organisations], ...(audience ? { audience } : {}) };
}

function named<Item extends { key: string; name: string }>(
  known: Map<string, Item>,
  item: Omit<Item, 'key'> & { name: string },
): string;
function named(known: Map<string, { key: string; name: string }>, item: { name: string }): string {
  const found = known.get(item.name);
  if (found) return found.key;
  const key = keyFor(item.name, new Set([...known.values()].map((one) => one.key)));
  known.set(item.name, { ...item, key });
  return key;
}

const order: readonly TierRole[] = [
  'vision',
  'outcome',
  'priority',
  'heading',
  'ask',
  'action',
  'programme',
  'practice',
  'indicator',
  'principle',
  'foundation',
];

function ordered(tiers: readonly TierDocument[]): TierDocument[] {
  return tiers.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}
