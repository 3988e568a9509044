import type { FrameworkDocument } from '../framework-document.ts';
import { ringsIn } from './rings.ts';
import { closest } from './closest.ts';
import type { Path } from './problem.ts';

/** Something that the parts of a framework say of each other and that cannot be so. */
export type Contradiction = { path: Path; says: string; mend: string };

type Known = { of: string; keys: ReadonlySet<string> };
type Reference = { path: Path; key: string; known: Known };

/** Keys that stand twice, references to nothing, rings, days in the wrong order: what no schema can say. */
export function contradictions(document: FrameworkDocument): Contradiction[] {
  return [
    ...repeatedKeys(document),
    ...unknownReferences(document),
    ...repeatedReferences(document),
    ...rings(document),
    ...impossibleSpans(document),
    ...answeredAndNot(document),
  ];
}

function keysOf(of: string, items: readonly { key: string }[]): Known {
  return { of, keys: new Set(items.map((item) => item.key)) };
}

function repeatedKeys(document: FrameworkDocument): Contradiction[] {
  return (['tiers', 'elements', 'owners', 'organisations', 'passages'] as const).flatMap((list) => {
    const first = new Map<string, number>();
    const items: readonly { key: string }[] = document[list];
    return items.flatMap(({ key }, index) => {
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, index);
        return [];
      }
      return [
        {
          path: [list, index, 'key'],
          says: `The key “${key}” is already used by item ${earlier + 1} of this list`,
          mend: 'Give one of the two another key. Keys are never shown to readers.',
        },
      ];
    });
  });
}

function references(document: FrameworkDocument): Reference[] {
  const tiers = keysOf('tier', document.tiers);
  const elements = keysOf('element', document.elements);
  const owners = keysOf('owner', document.owners);
  const organisations = keysOf('organisation', document.organisations);
  const found: Reference[] = [];
  const add = (path: Path, key: string | undefined, known: Known) => {
    if (key !== undefined) found.push({ path, key, known });
  };
  const addAll = (path: Path, keys: readonly string[], known: Known) => {
    keys.forEach((key, index) => add([...path, index], key, known));
  };
  addAll(['wayIn'], document.wayIn, elements);
  document.owners.forEach((owner, index) => add(['owners', index, 'partOf'], owner.partOf, owners));
  document.elements.forEach((element, index) => {
    const here = ['elements', index];
    add([...here, 'tier'], element.tier, tiers);
    addAll([...here, 'serves'], element.serves, elements);
    addAll([...here, 'servesTiers'], element.servesTiers, tiers);
    addAll([...here, 'owners'], element.owners, owners);
    addAll([...here, 'organisations'], element.organisations, organisations);
  });
  document.passages.forEach((passage, index) =>
    addAll(['passages', index, 'about'], passage.about, elements),
  );
  document.measures.forEach((tie, index) => add(['measures', index, 'element'], tie.element, elements));
  document.unanswered.forEach((one, index) => add(['unanswered', index, 'element'], one.element, elements));
  return found;
}

function unknownReferences(document: FrameworkDocument): Contradiction[] {
  return references(document)
    .filter(({ key, known }) => !known.keys.has(key))
    .map(({ path, key, known }) => {
      const meant = closest(key, [...known.keys]);
      const add = `Add ${known.of === 'tier' ? 'a' : 'an'} ${known.of} with this key, or take the reference out.`;
      return {
        path,
        says: `There is no ${known.of} with the key “${key}”`,
        mend:
          meant === undefined
            ? add
            : `Did you mean “${meant}”? If not: ${add.charAt(0).toLowerCase()}${add.slice(1)}`,
      };
    });
}

function repeatedReferences(document: FrameworkDocument): Contradiction[] {
  const lists: { path: Path; keys: readonly string[] }[] = [
    { path: ['wayIn'], keys: document.wayIn },
    ...document.elements.flatMap((element, index) =>
      (['serves', 'servesTiers', 'owners', 'organisations'] as const).map((field) => ({
        path: ['elements', index, field],
        keys: element[field],
      })),
    ),
    ...document.passages.map((passage, index) => ({
      path: ['passages', index, 'about'],
      keys: passage.about,
    })),
  ];
  return lists.flatMap(({ path, keys }) =>
    keys.flatMap((key, index) =>
      keys.indexOf(key) === index
        ? []
        : [
            {
              path: [...path, index],
              says: `“${key}” stands twice in this list`,
              mend: 'Take one of the two out.',
            },
          ],
    ),
  );
}

function rings(document: FrameworkDocument): Contradiction[] {
  const owners = document.owners.map(({ key, partOf }) => ({
    key,
    above: partOf === undefined ? [] : [partOf],
  }));
  return [
    ...ringsIn(document.elements.map(({ key, serves }) => ({ key, above: serves }))).map((ring) => {
      const index = document.elements.findIndex(({ key }) => key === wrongWay(document, ring));
      return ringFound(ring, ['elements', index, 'serves']);
    }),
    ...ringsIn(owners).map((ring) => {
      const index = owners.findIndex(({ key }) => key === ring.at(-2));
      return ringFound(ring, ['owners', index, 'partOf']);
    }),
  ];
}

/** The element of a ring whose tie points down its tiers: the one to mend. The last, where none does. */
function wrongWay(document: FrameworkDocument, ring: readonly string[]): string | undefined {
  const tierOf = new Map(document.elements.map(({ key, tier }) => [key, tier]));
  const place = (key: string | undefined) =>
    document.tiers.findIndex(({ key: tier }) => tier === tierOf.get(key ?? ''));
  return ring.slice(0, -1).find((key, index) => place(key) < place(ring[index + 1])) ?? ring.at(-2);
}

function ringFound(ring: readonly string[], path: Path): Contradiction {
  const says =
    ring.length === 2
      ? `“${ring[0]}” stands above itself`
      : `These go round in a ring: ${ring.map((key) => `“${key}”`).join(' → ')}`;
  return {
    path,
    says,
    mend: 'Take out the tie that points the wrong way: each points one step up, towards the vision.',
  };
}

function impossibleSpans(document: FrameworkDocument): Contradiction[] {
  const { start, end } = document.period;
  const period: Contradiction[] =
    start !== undefined && end !== undefined && end < start
      ? [{ path: ['period', 'end'], says: 'The period ends before it starts', mend: 'Check the two days.' }]
      : [];
  const lists = ['tiers', 'elements', 'owners', 'organisations', 'passages', 'periodStatements'] as const;
  const lines = lists.flatMap((list) => {
    const items: readonly { line?: number | string | undefined }[] = document[list];
    return items.flatMap(({ line }, index) => {
      const [first = 0, last = 0] = String(line ?? '')
        .split('-')
        .map(Number);
      if (last === 0 || first <= last) return [];
      return [
        {
          path: [list, index, 'line'],
          says: `The lines “${line}” run backwards`,
          mend: `Write ${last}-${first}.`,
        },
      ];
    });
  });
  return [...period, ...lines];
}

function answeredAndNot(document: FrameworkDocument): Contradiction[] {
  const answered = new Set(document.measures.map((tie) => tie.element));
  return document.unanswered.flatMap(({ element }, index) =>
    answered.has(element)
      ? [
          {
            path: ['unanswered', index, 'element'],
            says: `“${element}” is said to have no measure, and a measure is tied to it`,
            mend: 'Keep one of the two: the measure, or the reason why there is none.',
          },
        ]
      : [],
  );
}
