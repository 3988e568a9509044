import { dirname } from 'node:path';
import { isTest, type OwnFile } from './own-files.ts';
import { nameOf, part, syntaxOf, type Met } from './syntax.ts';

const limits = { file: 300, function: 40, parameters: 3, folder: 15 } as const;

export function longFiles(files: readonly OwnFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > limits.file ? [`${path} has ${lines} lines`] : [];
  });
}

export function fullFolders(files: readonly OwnFile[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of files.filter((file) => !isTest(file.path)))
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts].flatMap(([folder, count]) =>
    count > limits.folder ? [`${folder} holds ${count} files`] : [],
  );
}

export type OwnFunction = { path: string; line: number; name: string; lines: number; parameters: number };

/** Every function, method and arrow with a body, with the name that it is known by. */
export function functionsOf(file: OwnFile): OwnFunction[] {
  return syntaxOf(file).flatMap((met) => {
    const { node, lines, above } = met;
    if (
      !/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ClassMethod|MethodProperty|Constructor)$/.test(
        node.type,
      )
    )
      return [];
    return [
      {
        path: file.path,
        line: lines.first,
        name: ownName(met) ?? `a function of ${enclosing(above)}`,
        lines: lines.last - lines.first + 1,
        parameters: parametersOf(node),
      },
    ];
  });
}

export function longFunctions(functions: readonly OwnFunction[]): string[] {
  return functions.flatMap(({ path, name, lines, parameters }) => [
    ...(lines > limits.function ? [`${path} ${name} has ${lines} lines`] : []),
    ...(parameters > limits.parameters ? [`${path} ${name} takes ${parameters} things`] : []),
  ]);
}

/** A method keeps its parameters in a part without a type. */
function parametersOf(node: Met['node']): number {
  const held: unknown = node['function'] ?? node;
  const list: unknown = typeof held === 'object' && held !== null && 'params' in held ? held.params : [];
  return Array.isArray(list) ? list.length : 0;
}

function ownName({ node, above }: Met): string | undefined {
  const own = nameOf(part(node, 'identifier') ?? part(node, 'key'));
  if (own !== undefined) return own;
  const [holder] = above;
  return holder && /^(VariableDeclarator|KeyValueProperty|AssignmentExpression)$/.test(holder.type)
    ? nameOf(part(holder, 'id') ?? part(holder, 'key') ?? part(holder, 'left'))
    : undefined;
}

function enclosing(above: Met['above']): string {
  for (const [place, node] of above.entries()) {
    const name = /Function|Method/.test(node.type)
      ? ownName({ node, above: above.slice(place + 1), lines: { first: 0, last: 0 } })
      : undefined;
    if (name !== undefined) return name;
  }
  return 'the file';
}
