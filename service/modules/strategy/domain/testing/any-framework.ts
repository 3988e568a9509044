import fc from 'fast-check';
import {
  frameworkDocument,
  isReadable,
  measureRoles,
  passageKinds,
  tierRoles,
} from '../framework-document.ts';
import type { FrameworkDocument } from '../framework-document.ts';

/** Words of every kind that people and machines write: quotes, colons, emoji, line breaks, Welsh, formulas, YAML's own marks. */
const anyWords = (most: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(most, 40) }),
      fc.string({
        unit: fc.constantFrom(...' \n-#:"\'[]{}&*!|>%@`=+,ab1ŵ’'),
        minLength: 1,
        maxLength: Math.min(most, 30),
      }),
      fc.constantFrom(
        'true',
        'null',
        '~',
        '2026-09-01',
        '1e3',
        '0x1F',
        '=1+1',
        '- a',
        'a: b',
        '# no',
        '---',
        'yes',
      ),
    )
    .map((text) => text.replace(/\r\n?/g, '\n').trim())
    .filter((text) => text.length > 0 && text.length <= most && isReadable(text) && !text.includes('\uFEFF'));

const anyLine = fc.option(fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constant('12-14')), {
  nil: undefined,
});
const keysFrom = (keys: readonly string[]) =>
  keys.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 3 });

/** Any framework that holds together: up to five tiers, twelve elements whose ties only point back. */
export const anyFramework: fc.Arbitrary<FrameworkDocument> = fc
  .record({
    tiers: fc.integer({ min: 1, max: 5 }),
    elements: fc.nat({ max: 12 }),
    people: fc.nat({ max: 3 }),
  })
  .chain((size) => {
    const keys = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
    const tiers = keys('tier', size.tiers);
    const elements = keys('element', size.elements);
    const owners = keys('owner', size.people);
    return fc.record({
      format: fc.constant('goldenthread-framework/1' as const),
      slug: fc.constant('any'),
      name: anyWords(200),
      partnership: anyWords(200),
      footprint: fc.option(anyWords(600), { nil: undefined }),
      status: fc.constantFrom('draft' as const, 'adopted' as const, 'closed' as const),
      period: fc.constantFrom({}, { start: '2026-04-01', end: '2029-03-31', words: '2026-29' }),
      targetsShown: fc.boolean(),
      wayIn: keysFrom(elements),
      owners: together(
        owners.map((key) =>
          fc.record({
            key: fc.constant(key),
            name: anyWords(160),
            kind: fc.constantFrom('board' as const, 'role' as const),
          }),
        ),
      ),
      organisations: together(
        owners.map((key) => fc.record({ key: fc.constant(key), name: anyWords(160), line: anyLine })),
      ),
      tiers: together(
        tiers.map((key) =>
          fc.record({
            key: fc.constant(key),
            name: anyWords(80),
            plural: anyWords(80),
            role: fc.constantFrom(...tierRoles),
          }),
        ),
      ),
      elements: together(
        elements.map((key, index) =>
          fc.record({
            key: fc.constant(key),
            tier: fc.constantFrom(...tiers),
            label: anyWords(200),
            labelWording: fc.constantFrom('published' as const, 'ours' as const),
            statement: fc.option(anyWords(4000), { nil: undefined }),
            line: anyLine,
            serves: keysFrom(elements.slice(0, index)),
            servesTiers: keysFrom(tiers),
            owners: keysFrom(owners),
            organisations: keysFrom(owners),
            direction: fc.constantFrom(undefined, 'increase' as const, 'close-gap' as const),
          }),
        ),
      ),
      passages: fc
        .array(
          fc.record({
            kind: fc.constantFrom(...passageKinds),
            title: anyWords(200),
            text: anyWords(8000),
            about: keysFrom(elements),
          }),
          { maxLength: 3 },
        )
        .map((passages) => passages.map((passage, index) => ({ key: `passage-${index}`, ...passage }))),
      measures:
        elements.length === 0
          ? fc.constant([])
          : fc.array(
              fc.record({
                element: fc.constantFrom(...elements),
                source: fc.constantFrom('lait' as const, 'local' as const),
                code: anyWords(200),
                role: fc.constantFrom(...measureRoles),
              }),
              { maxLength: 3 },
            ),
    });
  })
  .map((document) => frameworkDocument.parse(document));

function together<Item>(items: readonly fc.Arbitrary<Item>[]): fc.Arbitrary<Item[]> {
  return fc.tuple(...items);
}
