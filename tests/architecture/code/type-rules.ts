import type { OwnFile } from './own-files.ts';
import { nameOf, part, syntaxOf, type Met } from './syntax.ts';

/** What the types of a file may not say, each as `path:line says what`. */
export function looseTypes(file: OwnFile): string[] {
  const found = syntaxOf(file).flatMap((met) => {
    const what = looseness(met);
    return what ? [`${file.path}:${met.lines.first} ${what}`] : [];
  });
  const silenced = file.text
    .split('\n')
    .flatMap((line, index) =>
      /@ts-(ignore|expect-error|nocheck)\b/.test(line) && /\/\/|\/\*/.test(line)
        ? [`${file.path}:${index + 1} silences the compiler`]
        : [],
    );
  return [...found, ...silenced];
}

function looseness({ node, above }: Met): string | undefined {
  switch (node.type) {
    case 'TsKeywordType':
      return node['kind'] === 'any' ? 'says any' : undefined;
    case 'TsAsExpression':
    case 'TsTypeAssertion':
      return 'casts';
    case 'TsNonNullExpression':
      return 'says !';
    case 'TsEnumDeclaration':
      return 'declares an enum';
    case 'TsModuleDeclaration':
      return 'declares a namespace';
    case 'TsParameterProperty':
      return 'declares a parameter property';
    case 'TsImportType':
      return 'imports a type in the middle of a line';
    case 'ExportDefaultDeclaration':
    case 'ExportDefaultExpression':
      return 'exports a default';
    case 'ExportSpecifier':
      return nameOf(part(node, 'exported')) === 'default' ? 'exports a default' : undefined;
    case 'VariableDeclarator':
      return node['definite'] === true ? 'says !' : undefined;
    default:
      return above.length === 0 ? barrel(node) : undefined;
  }
}

/** Only a front door passes on what others export, and nothing else. */
function barrel(module: Met['node']): string | undefined {
  const body: unknown = module['body'];
  if (!Array.isArray(body)) return undefined;
  const kinds = body.slice(1).map((statement: Met['node']) => statement);
  const passing = kinds.filter(
    (statement) =>
      statement.type === 'ExportAllDeclaration' ||
      (statement.type === 'ExportNamedDeclaration' && part(statement, 'source') !== undefined),
  );
  return kinds.length > 0 && passing.length === kinds.length
    ? 'only passes on what others export'
    : undefined;
}
