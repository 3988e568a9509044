import { declaredBy, type Graph, type Import } from './cruised.ts';
import { importTable, type ImportRow } from './import-table.ts';

/** Every import that the table does not allow, and every file that has no row, as a sentence each. */
export function againstTable(graph: Graph, base?: string): string[] {
  const homeless = graph.modules
    .filter((file) => !rowOf(file))
    .map((file) => `${file} has no row in the table`);
  const forbidden = graph.imports.flatMap((found) => {
    const row = rowOf(found.from);
    if (!row || row.may.some((allowed) => allows(allowed, found, base))) return [];
    const what = found.typeOnly ? 'the types of ' : '';
    return [`${found.from} (${row.place}) imports ${what}${found.to}`];
  });
  return [...homeless, ...new Set(forbidden)].toSorted();
}

/** Imports that the shape of a path forbids, wherever they stand. */
export function againstPaths({ imports, modules }: Graph): string[] {
  const outOfPackage = imports
    .filter(({ written }) => written.startsWith('.'))
    .filter(({ from, to }) => from.startsWith('packages/') && !to.startsWith(packageOf(from)))
    .map(({ from, written }) => `${from} leaves its package by ${written}`);
  const intoPackage = imports
    .filter(({ written }) => written.startsWith('.'))
    .filter(({ from, to }) => to.startsWith('packages/') && !from.startsWith(packageOf(to)))
    .map(({ from, written }) => `${from} enters a package by ${written} instead of #packages`);
  const deep = imports
    .filter(({ from, to }) => to.startsWith('packages/') && !from.startsWith('packages/'))
    .filter(({ to }) => /\.tsx?$/.test(to) && !/^packages\/[^/]+\/index\.ts$/.test(to))
    .map(({ from, to }) => `${from} reaches past the front of a package to ${to}`);
  const known = new Set(modules);
  const doorsInDoors = imports
    .filter(({ from, to }) => from.endsWith('/index.ts') && to.endsWith('/index.ts') && known.has(to))
    .map(({ from, to }) => `${from} passes on the front door ${to}`);
  const onTests = imports
    .filter(({ to }) => /\/testing(\.tsx?$|\/)/.test(to))
    .filter(({ from }) => !/^(tests|demonstration|bench)\/|\.test\.tsx?$|\/testing(\.tsx?$|\/)/.test(from))
    .map(({ from, to }) => `${from} leans on ${to}, which is for tests`);
  return [...outOfPackage, ...intoPackage, ...deep, ...doorsInDoors, ...onTests].toSorted();
}

function packageOf(file: string): string {
  return `${file.split('/').slice(0, 2).join('/')}/`;
}

function rowOf(file: string): ImportRow | undefined {
  return importTable.find(({ files }) => files.test(file));
}

function allows(allowed: string, found: Import, base?: string): boolean {
  if (allowed.startsWith('types ')) return found.typeOnly && allows(allowed.slice(6), found, base);
  if (allowed === 'node:*') return found.to.startsWith('node:');
  if (allowed === 'npm:*') return found.to.startsWith('npm:');
  const [, declaring] = /^npm: declared by (.+)$/.exec(allowed) ?? [];
  if (declaring) return found.to.startsWith('npm:') && declaredBy(declaring, base).has(found.to.slice(4));
  return allowed.endsWith('/') ? found.to.startsWith(allowed) : found.to === allowed;
}
