import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownCode } from './own-files.ts';
import { beyond, type Exception } from './reasoned-exceptions.ts';
import { looseTypes } from './type-rules.ts';

const code = ownCode();
const found = code.flatMap(looseTypes);

const exceptions: readonly Exception[] = [
  { what: 'service/platform/kernel/day.ts', because: 'the constructors of the branded day' },
  { what: 'service/platform/kernel/id.ts', because: 'the constructors of branded identifiers' },
  {
    what: 'service/platform/kernel/outcome.ts',
    because: 'a union and a record keyed by it: the compiler cannot follow that the two belong together',
  },
  {
    what: 'packages/govuk-jsx/test/nunjucks.d.ts',
    because: 'describes a module of others, whose one export is a default inside a namespace',
  },
  {
    what: 'packages/govuk-jsx/test/escaping.test.tsx',
    because: 'proves that the compiler refuses what it is told to expect',
  },
  {
    what: 'packages/govuk-jsx/test/package.test.ts',
    because: 'a line of the small project that is compiled against the packed package',
  },
];

test('no any, cast, !, enum, default export, namespace or silenced compiler, but for those with a reason', (t) => {
  t.diagnostic(`${code.length} files, ${found.length} places with a reason`);
  assert.ok(code.length > 600, `only ${code.length} files were read`);
  assert.deepEqual(beyond(withoutFronts(found), exceptions), []);
});

/** A front door passes on what others export: that is what it is for. */
function withoutFronts(findings: readonly string[]): string[] {
  return findings.filter((finding) => !/\/index\.ts:1 only passes on/.test(finding));
}

test('a planted violation of each kind is caught, and what looks like one is not', () => {
  const planted = [
    'export const a: any = 1;',
    'export const b = a as string;',
    'export const c = <string>a;',
    'export const d = a!;',
    'export enum E { one }',
    'export default d;',
    'export namespace N { export const n = 1; }',
    'export class K { constructor(private readonly k: string) {} }',
    "export const f: import('node:fs').Stats = g;",
    'export default function h() {}',
    'export { d as default };',
    'let later!: string;',
    ['// @ts', 'ignore because'].join('-'),
    'export const list: Array<{ one?: any }> = [];',
  ];
  for (const [index, line] of planted.entries()) {
    const told = looseTypes({ path: 'p.ts', text: `const é = 'é';\n\n${line}\n` });
    assert.equal(told.length, 1, `${line}: ${told.join(', ')}`);
    assert.match(told[0] ?? '', /^p\.ts:3 /, `${index} ${line}`);
  }
  const fine = [
    "export const a = ['x'] as const;",
    'export const b = { any: 1 } satisfies Record<string, number>;',
    'export const c = !d;',
    "export const e = 'as any';",
    "import { d as f } from './d.ts';",
  ];
  assert.deepEqual(
    fine.flatMap((text) => looseTypes({ path: 'p.ts', text })),
    [],
  );
});

test('a file that only passes on what others export is caught', () => {
  const text = "export { a } from './a.ts';\nexport * from './b.ts';\n";
  assert.deepEqual(looseTypes({ path: 'web/all.ts', text }), [
    'web/all.ts:1 only passes on what others export',
  ]);
  assert.deepEqual(looseTypes({ path: 'web/all.ts', text: `${text}export const own = 1;\n` }), []);
});

test('an exception that is no longer needed, or has no reason, is told', () => {
  assert.deepEqual(
    beyond(
      ['a.ts:1 casts', 'b.ts:2 casts'],
      [
        { what: 'a.ts', because: 'the constructor of a branded value' },
        { what: 'c.ts', because: 'a file that has been mended since' },
        { what: 'b', because: 'the beginning of a name is not a name' },
      ],
    ),
    ['b.ts:2 casts', 'no longer needed as an exception: c.ts', 'no longer needed as an exception: b'],
  );
  assert.equal(beyond(['a.ts:1 casts'], [{ what: 'a.ts', because: 'so' }]).length, 1);
});
