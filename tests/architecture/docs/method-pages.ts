import vm from 'node:vm';
import type { OwnFile } from '../code/own-files.ts';

/** A page of a statistical method, as far as it can be held to the code. */
export type MethodPage = {
  path: string;
  /** what its line "Functions:" names */
  functions: readonly string[];
  sections: readonly string[];
  examples: readonly Example[];
};

/** Code, and what the page says that it gives; undefined where the page says nothing. */
export type Example = { code: string; gives: string | undefined };

export const wantedSections = ['What it answers', 'When to use it', 'Formula', 'Source', 'Example'] as const;

/** Reads a page: its functions, its headings, and each example with the answer that stands after it. */
export function readMethodPage({ path, text }: OwnFile): MethodPage {
  const [, line = ''] = /^Functions: (.+)$/m.exec(text) ?? [];
  const [named = ''] = line.split(/\.(?: |$)/);
  const blocks = [...text.matchAll(/^```(ts|json)\n([^]*?)^```$/gm)];
  return {
    path,
    functions: [...named.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    sections: [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading),
    examples: blocks.flatMap(([, kind, code = ''], place) => {
      const next = blocks[place + 1];
      return kind === 'ts' ? [{ code, gives: next?.[1] === 'json' ? next[2] : undefined }] : [];
    }),
  };
}

type Exports = Readonly<Record<string, unknown>>;

/** Everything in which pages and package do not agree: a page for every function, and every example as it says. */
export function disagreements(pages: readonly MethodPage[], exported: Exports): string[] {
  const functions = Object.keys(exported).filter((name) => typeof exported[name] === 'function');
  const unpaged = functions.filter((name) => pages.every((page) => !page.functions.includes(name)));
  return [
    ...unpaged.map((name) => `${name} has no page`),
    ...pages.flatMap((page) => [
      ...page.functions
        .filter((name) => !functions.includes(name))
        .map((name) => `${page.path} names ${name}, which is not exported`),
      ...wantedSections
        .filter((heading) => !page.sections.includes(heading))
        .map((heading) => `${page.path} has no section “${heading}”`),
      ...ofExamples(page, exported),
    ]),
  ];
}

function ofExamples(page: MethodPage, exported: Exports): string[] {
  if (page.examples.length === 0) return [`${page.path} has no example`];
  const all = page.examples.map(({ code }) => code).join('\n');
  return [
    ...page.functions
      .filter((name) => !new RegExp(`\\b${name}\\(`).test(all))
      .map((name) => `${page.path} has no example of ${name}`),
    ...page.examples.flatMap((example, place) =>
      failures(example, exported).map((what) => `${page.path}, example ${place + 1}: ${what}`),
    ),
  ];
}

function failures({ code, gives }: Example, exported: Exports): string[] {
  if (gives === undefined) return ['the page does not say what it gives'];
  const [, names = '', body = ''] =
    /^import \{([^}]*)\} from '@goldenthread\/statistics';\n([^]*)$/.exec(code) ?? [];
  const imported = names.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const scope = Object.fromEntries(imported.map((name) => [name, exported[name]]));
  try {
    return differences(plain(vm.runInNewContext(body, scope)), JSON.parse(gives), 'it');
  } catch (fault) {
    return [`it does not run: ${String(fault)}`];
  }
}

/** As JSON has it: columns as arrays, and no number that is none. */
function plain(value: unknown): unknown {
  const text: unknown = JSON.stringify(value, (_, part: unknown) =>
    ArrayBuffer.isView(part) ? Object.values(part) : part,
  );
  return typeof text === 'string' ? JSON.parse(text) : undefined;
}

/** Where two answers differ; numbers may by a thousand millionth, for the page gives twelve digits. */
function differences(actual: unknown, said: unknown, where: string): string[] {
  if (typeof actual === 'number' && typeof said === 'number') {
    const near = Math.abs(actual - said) <= 1e-9 * Math.max(Math.abs(actual), Math.abs(said));
    return near ? [] : [`${where} is ${actual}, and the page says ${said}`];
  }
  const [left, right] = [entriesOf(actual), entriesOf(said)];
  if (!left || !right)
    return actual === said
      ? []
      : [`${where} is ${JSON.stringify(actual)}, and the page says ${JSON.stringify(said)}`];
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  return keys.flatMap((key) => differences(left.get(key), right.get(key), `${where}.${key}`));
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}
