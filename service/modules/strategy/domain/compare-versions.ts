import type { ElementDocument, FrameworkDocument } from './framework-document.ts';

/** One thing that differs between two versions of a framework. */
export type Change =
  | { kind: 'framework-changed'; field: string; before: string; after: string }
  | { kind: 'added'; list: ListName; key: string; name: string }
  | { kind: 'removed'; list: ListName; key: string; name: string }
  | {
      kind: 'changed';
      list: ListName;
      key: string;
      name: string;
      field: string;
      before: string;
      after: string;
    }
  | { kind: 'moved-tier'; key: string; name: string; before: string; after: string }
  /** among the elements of its tier; `after` is the label of the one that it now follows, or nothing where it is first */
  | { kind: 'moved-place'; key: string; name: string; after: string }
  | { kind: 'tied' | 'untied'; key: string; name: string; to: TieKind; other: string };

export type ListName = 'tiers' | 'elements' | 'owners' | 'organisations' | 'passages';
/** What an element can be tied to, as a sentence names it. */
export type TieKind =
  | 'serves'
  | 'serves-tier'
  | 'owner'
  | 'organisation'
  | 'measure'
  | 'way-in'
  | 'unanswered'
  | 'passage';

/** What changed between two versions, in the order in which a reader meets it. Things are the same where their keys are. */
export function compareVersions(before: FrameworkDocument, after: FrameworkDocument): Change[] {
  return [
    ...wholeChanges(before, after),
    ...(['tiers', 'elements', 'owners', 'organisations', 'passages'] as const).flatMap((list) =>
      listChanges(list, before, after),
    ),
    ...elementMoves(before, after),
    ...tieChanges(before, after),
  ];
}

function wholeChanges(before: FrameworkDocument, after: FrameworkDocument): Change[] {
  const was = wholeFields(before);
  const is = wholeFields(after);
  return Object.keys(was)
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ kind: 'framework-changed', field, before: was[field] ?? '', after: is[field] ?? '' }));
}

function wholeFields(document: FrameworkDocument): Record<string, string> {
  const { period, source } = document;
  return {
    name: document.name,
    partnership: document.partnership,
    status: document.status,
    areas: document.areas.join(', '),
    footprint: document.footprint ?? '',
    'first day': period.start ?? '',
    'last day': period.end ?? '',
    'name of the period': period.words ?? '',
    'statements of its length': document.periodStatements.map(({ words }) => words).join('; '),
    source: [source?.title, source?.publishedOn, source?.note]
      .filter((part) => part !== undefined)
      .join('; '),
    'targets shown': document.targetsShown ? 'yes' : 'no',
  };
}

type Listed = { key: string; name: string; fields: Record<string, string> };

function listChanges(list: ListName, before: FrameworkDocument, after: FrameworkDocument): Change[] {
  const was = new Map(listedOf(list, before).map((item) => [item.key, item]));
  const is = listedOf(list, after);
  const kept = new Set(is.map(({ key }) => key));
  return [
    ...is.flatMap((item) => itemChanges(list, was.get(item.key), item)),
    ...[...was.values()]
      .filter(({ key }) => !kept.has(key))
      .map(({ key, name }): Change => ({ kind: 'removed', list, key, name })),
  ];
}

function itemChanges(list: ListName, was: Listed | undefined, is: Listed): Change[] {
  const { key, name } = is;
  if (!was) return [{ kind: 'added', list, key, name }];
  return Object.keys(is.fields)
    .filter((field) => was.fields[field] !== is.fields[field])
    .map((field) => ({
      kind: 'changed',
      list,
      key,
      name: was.name,
      field,
      before: was.fields[field] ?? '',
      after: is.fields[field] ?? '',
    }));
}

function listedOf(list: ListName, document: FrameworkDocument): Listed[] {
  switch (list) {
    case 'tiers':
      return document.tiers.map(({ key, name, plural, role, note = '' }) => ({
        key,
        name,
        fields: { name, plural, role, note },
      }));
    case 'elements':
      return document.elements.map((element) => ({
        key: element.key,
        name: element.label,
        fields: elementFields(element),
      }));
    case 'owners':
      return document.owners.map(({ key, name, kind, partOf = '' }) => ({
        key,
        name,
        fields: { name, kind, 'part of': partOf },
      }));
    case 'organisations':
      return document.organisations.map(({ key, name, kind = '' }) => ({
        key,
        name,
        fields: { name, kind },
      }));
    case 'passages':
      return document.passages.map(({ key, title, kind, text, link = '', wording }) => ({
        key,
        name: title,
        fields: { title, kind, text, link, 'whose words': wording },
      }));
  }
}

function elementFields(element: ElementDocument): Record<string, string> {
  return {
    label: element.label,
    'whose words the label is': element.labelWording,
    statement: element.statement ?? '',
    'whose words the statement is': element.statement === undefined ? '' : element.statementWording,
    audience: element.audience ?? '',
    direction: element.direction ?? '',
    due: element.due ?? '',
    'line in the source': String(element.line ?? ''),
  };
}

function elementMoves(before: FrameworkDocument, after: FrameworkDocument): Change[] {
  const was = new Map(before.elements.map((element) => [element.key, element]));
  const toTier = after.elements.flatMap((element): Change[] => {
    const earlier = was.get(element.key);
    if (!earlier || earlier.tier === element.tier) return [];
    const { key, label: name } = element;
    return [
      {
        kind: 'moved-tier',
        key,
        name,
        before: tierName(before, earlier.tier),
        after: tierName(after, element.tier),
      },
    ];
  });
  return [...toTier, ...after.tiers.flatMap(({ key }) => movesWithin(key, before, after))];
}

/** The fewest elements whose move explains the new order: all but the longest run that kept its order. */
function movesWithin(tier: string, before: FrameworkDocument, after: FrameworkDocument): Change[] {
  const inTier = (document: FrameworkDocument) =>
    document.elements.filter((element) => element.tier === tier);
  const place = new Map(inTier(before).map(({ key }, index) => [key, index]));
  const now = inTier(after);
  const kept = now.filter(({ key }) => place.has(key));
  const stayed = longestRising(kept.map(({ key }) => place.get(key) ?? 0));
  return kept
    .filter((_, index) => !stayed.has(index))
    .map(({ key, label: name }) => {
      const index = now.findIndex((element) => element.key === key);
      return { kind: 'moved-place', key, name, after: now[index - 1]?.label ?? '' };
    });
}

/** Indexes of one longest rising run within a list (patience sorting). */
function longestRising(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    let low = tails.findIndex((tail) => (values[tail] ?? 0) >= value);
    if (low < 0) low = tails.length;
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const run = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) run.add(index);
  return run;
}

type HeldTie = { element: string; to: TieKind; other: string };

function tieChanges(before: FrameworkDocument, after: FrameworkDocument): Change[] {
  const was = tiesIn(before);
  const is = tiesIn(after);
  const left = new Set(after.elements.map(({ key }) => key));
  const told = (kind: 'tied' | 'untied', ties: ReadonlyMap<string, HeldTie>, document: FrameworkDocument) =>
    [...ties.values()].map(({ element, to, other }): Change => {
      const name = document.elements.find(({ key }) => key === element)?.label ?? element;
      return { kind, key: element, name, to, other };
    });
  const only = (some: Map<string, HeldTie>, others: ReadonlyMap<string, HeldTie>) =>
    new Map([...some].filter(([id, tie]) => !others.has(id) && left.has(tie.element)));
  return [...told('tied', only(is, was), after), ...told('untied', only(was, is), before)];
}

/** Every tie of a document by what it joins, so that two documents' ties can be laid side by side. */
function tiesIn(document: FrameworkDocument): Map<string, HeldTie> {
  const labels = new Map(document.elements.map(({ key, label }) => [key, label]));
  const owners = new Map(document.owners.map(({ key, name }) => [key, name]));
  const organisations = new Map(document.organisations.map(({ key, name }) => [key, name]));
  const found = new Map<string, HeldTie>();
  const add = (element: string, to: TieKind, joined: { id: string; other: string }) =>
    found.set(`${element} ${to} ${joined.id}`, { element, to, other: joined.other });
  for (const { key, ...element } of document.elements) {
    for (const id of element.serves) add(key, 'serves', { id, other: labels.get(id) ?? id });
    for (const id of element.servesTiers) add(key, 'serves-tier', { id, other: tierName(document, id) });
    for (const id of element.owners) add(key, 'owner', { id, other: owners.get(id) ?? id });
    for (const id of element.organisations)
      add(key, 'organisation', { id, other: organisations.get(id) ?? id });
  }
  for (const { element, source, code, role, note = '' } of document.measures)
    add(element, 'measure', {
      id: `${source} ${code} ${role} ${note}`,
      other: `${code} (${source}, ${role})`,
    });
  for (const { element, why, wouldAnswer } of document.unanswered)
    add(element, 'unanswered', { id: `${why} ${wouldAnswer}`, other: why });
  for (const key of document.wayIn) add(key, 'way-in', { id: '', other: '' });
  for (const passage of document.passages)
    for (const key of passage.about) add(key, 'passage', { id: passage.key, other: passage.title });
  return found;
}

function tierName(document: FrameworkDocument, key: string): string {
  return document.tiers.find((tier) => tier.key === key)?.name ?? key;
}
