import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';

/** One import as it is resolved: to a file of ours, `npm:name` or `node:name`. */
export type Import = {
  from: string;
  to: string;
  /** as it is written */
  written: string;
  typeOnly: boolean;
  /** by `import()`, when it is wanted */
  later: boolean;
};

export type Graph = {
  modules: readonly string[];
  imports: readonly Import[];
  /** each cycle once, as the files that it goes through */
  cycles: readonly (readonly string[])[];
  unresolved: readonly string[];
};

const ownRoots = [
  'service',
  'packages',
  'bin',
  'demonstration',
  'frameworks',
  'reference',
  'tests',
  'bench',
] as const;

export const repository = resolve(fileURLToPath(new URL('../../../', import.meta.url)));

/**
 * The graph of every import under the roots. TypeScript 7 offers dependency-cruiser no parser, and without one it
 * cruises nothing and says that all is well, so the parser is named; whoever asks counts the modules.
 */
export async function cruised(base: string, roots: readonly string[] = ownRoots): Promise<Graph> {
  const { output } = await cruise([...roots], {
    baseDir: base,
    parser: 'swc',
    exclude: { path: '^packages/[^/]+/dist/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
    validate: true,
    ruleSet: { forbidden: [{ name: 'cycle', severity: 'error', from: {}, to: { circular: true } }] },
  });
  if (typeof output === 'string') throw new TypeError('dependency-cruiser answered in words instead of data');
  return graphFrom(output);
}

function graphFrom({ modules, summary }: ICruiseResult): Graph {
  const own = modules.filter(
    ({ source }) => /\.(tsx?|mjs)$/.test(source) && !source.includes('node_modules'),
  );
  const imports = own.flatMap((module) =>
    module.dependencies.map((found) => ({
      from: module.source,
      to: found.coreModule ? nodePart(found.module) : place(found.resolved),
      written: found.module,
      typeOnly: found.dependencyTypes.some((type) => type === 'type-only'),
      later: found.dynamic,
    })),
  );
  const unresolved = own.flatMap((module) =>
    module.dependencies
      .filter(({ couldNotResolve }) => couldNotResolve)
      .map((found) => `${module.source} imports ${found.module}`),
  );
  const cycles = summary.violations.map(({ from, cycle = [] }) => [from, ...cycle.map(({ name }) => name)]);
  return { modules: own.map(({ source }) => source), imports, cycles: distinct(cycles), unresolved };
}

function nodePart(name: string): string {
  return `node:${name.replace(/^(node:)+/, '')}`;
}

function place(resolved: string): string {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(resolved) ?? [];
  return name ? `npm:${name}` : resolved;
}

/** A cycle is found once from each of its files. */
function distinct(cycles: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(cycles.map((cycle) => [[...new Set(cycle)].toSorted().join(' '), cycle])).values()];
}

/** Every file that is loaded before a file's first line runs, itself among them. */
export function loadedWith(file: string, { imports }: Graph): ReadonlySet<string> {
  const imported = Map.groupBy(
    imports.filter(({ typeOnly, later }) => !typeOnly && !later),
    ({ from }) => from,
  );
  const loaded = new Set([file]);
  // a set is walked on into what is added to it meanwhile
  for (const from of loaded) for (const { to } of imported.get(from) ?? []) loaded.add(to);
  return loaded;
}

/** The npm packages that a package of ours declares. */
export function declaredBy(packageFolder: string, base = repository): ReadonlySet<string> {
  const text: unknown = JSON.parse(readFileSync(`${base}/${packageFolder}/package.json`, 'utf8'));
  const names = (key: string) => {
    const listed: unknown =
      typeof text === 'object' && text !== null && key in text ? Reflect.get(text, key) : {};
    return typeof listed === 'object' && listed !== null ? Object.keys(listed) : [];
  };
  return new Set([...names('dependencies'), ...names('peerDependencies')]);
}
