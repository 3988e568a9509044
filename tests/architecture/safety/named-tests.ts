import { globSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);
const files = '{service,packages,frameworks,reference,demonstration,bin,bench,tests}/**/*.test.{ts,tsx}';

/** One test, by the words after `test(`; what a template puts in stands as `${…}`. */
export type NamedTest = { file: string; name: string };

let known: readonly NamedTest[] | undefined;

/** Every test of the program, by file and name. */
export function namedTests(): readonly NamedTest[] {
  known ??= globSync(files, { cwd: root.pathname, exclude: (path) => /node_modules|\/dist\//.test(path) })
    .toSorted()
    .flatMap((file) => namesIn(readFileSync(new URL(file, root), 'utf8')).map((name) => ({ file, name })));
  return known;
}

/** The names of the tests in a file's text. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(/\b(?:test|it)\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g)].map(([, , name = '']) =>
    name.replaceAll(/\\(.)/g, '$1'),
  );
}

/** The tests whose names bear a row's id, such as `R13` or `ASVS 6.5.1`, as a word of its own. */
export function testsNaming(id: string, among: readonly NamedTest[] = namedTests()): readonly NamedTest[] {
  const word = new RegExp(`(?<![\\w.])${id.replaceAll('.', '\\.')}(?![\\w.]*\\d)`);
  return among.filter(({ name }) => word.test(name));
}

/** The tests of a file whose name has these words in it: how a table points at what proves a line of it. */
export function testsPointedAt(
  pointer: { file: string; says: string },
  among: readonly NamedTest[] = namedTests(),
): readonly NamedTest[] {
  return among.filter(({ file, name }) => file === pointer.file && name.includes(pointer.says));
}
