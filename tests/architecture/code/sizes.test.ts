import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTest, ownCode, type OwnFile } from './own-files.ts';
import { beyond } from './reasoned-exceptions.ts';
import { sizeExceptions } from './size-exceptions.ts';
import { fullFolders, functionsOf, longFiles, longFunctions } from './size-rules.ts';

const code = ownCode().filter(({ path }) => /\.tsx?$/.test(path));
const notTests = code.filter(({ path }) => !isTest(path));
const functions = notTests.flatMap(functionsOf);

test('files have 300 lines, functions 40 and 3 parameters, folders 15 files at most, but for those with a reason', (t) => {
  const longest = functions.toSorted((a, b) => b.lines - a.lines).slice(0, 3);
  t.diagnostic(
    `${notTests.length} files, ${functions.length} functions; the longest: ${longest.map(({ name, lines }) => `${name} ${lines}`).join(', ')}`,
  );
  assert.ok(notTests.length > 500, `only ${notTests.length} files were read`);
  assert.ok(functions.length > 4000, `only ${functions.length} functions were seen`);
  const found = [...longFiles(notTests), ...fullFolders(code), ...longFunctions(functions)];
  assert.deepEqual(beyond(found, sizeExceptions), []);
});

test('a planted long file, long function, greedy function and full folder are caught', () => {
  const body = (lines: number) => Array.from({ length: lines }, (_, line) => `  step(${line});`).join('\n');
  const file = (text: string): OwnFile => ({ path: 'service/p.ts', text });
  assert.deepEqual(longFiles([file(body(301))]), ['service/p.ts has 301 lines']);
  assert.deepEqual(longFiles([file(`${body(300)}\n`)]), []);
  const long = `function one() {\n${body(39)}\n}\nconst two = () => {\n${body(40)}\n};\nclass K {\n  three() {\n${body(39)}\n  }\n}\n`;
  assert.deepEqual(longFunctions(functionsOf(file(long))), [
    'service/p.ts one has 41 lines',
    'service/p.ts two has 42 lines',
    'service/p.ts three has 41 lines',
  ]);
  assert.deepEqual(longFunctions(functionsOf(file(`function one() {\n${body(38)}\n}\n`))), []);
  const greedy =
    'const a = (b: 1, c: 2, d: 3, e: 4) => b;\nclass K { f(b: 1, c: 2, d: 3, e: 4) {} }\nconst fine = (b: 1, c: 2, d: 3) => b;';
  assert.deepEqual(longFunctions(functionsOf(file(greedy))), [
    'service/p.ts a takes 4 things',
    'service/p.ts f takes 4 things',
  ]);
  const folder = Array.from({ length: 16 }, (_, index) => ({ path: `service/web/p${index}.ts`, text: '' }));
  assert.deepEqual(fullFolders(folder), ['service/web holds 16 files']);
  assert.deepEqual(fullFolders([...folder.slice(1), { path: 'service/web/p.test.ts', text: '' }]), []);
});
