import type { OwnFile } from '../code/own-files.ts';
import { nameOf, part, syntaxOf, type SyntaxNode } from '../code/syntax.ts';

/** A reason for which something can be refused, where it is declared, and what else it tells. */
export type DeclaredRefusal = { reason: string; path: string; line: number; tells: readonly string[] };

/** Every refusal that the types of the files declare: each `{ reason: '…' }` in a type. */
export function refusalsDeclared(files: readonly OwnFile[]): DeclaredRefusal[] {
  return files
    .filter(({ text }) => /reason: '/.test(text))
    .flatMap((file) =>
      syntaxOf(file).flatMap(({ node, above, lines }) => {
        const reasons =
          node.type === 'TsPropertySignature' && nameOf(part(node, 'key')) === 'reason'
            ? literalsOf(node)
            : [];
        if (reasons.length > 0 && isAState(above[0])) return [];
        const tells = membersOf(above[0]).filter((name) => name !== 'reason');
        return reasons.map((reason) => ({ reason, path: file.path, line: lines.first, tells }));
      }),
    );
}

/**
 * Reasons that no page and no words of the same part of the service name. A refusal that brings its own words with it
 * (problems, errors) needs none.
 */
export function refusalsWithoutWords(
  declared: readonly DeclaredRefusal[],
  files: readonly OwnFile[],
): string[] {
  return declared.flatMap(({ reason, path, line, tells }) => {
    if (tells.some((name) => /^(problems|errors|words)$/.test(name))) return [];
    // what the platform refuses, any room may answer
    const part = path.startsWith('service/platform/') ? 'service/' : path.split('/').slice(0, 3).join('/');
    const told = files.some((file) => isOf(part, file) && speaks(file) && namesReason(file.text, reason));
    return told ? [] : [`${path}:${line} refuses with '${reason}', for which nobody has words`];
  });
}

/** A file of the room itself, or a command that asks it. */
function isOf(room: string, { path, text }: OwnFile): boolean {
  return (
    path.startsWith(room) ||
    (path.startsWith('bin/') && text.includes(`'${room.replace('service/', '#')}/index.ts'`))
  );
}

/** A page, or a file that holds words: where `not-allowed` and the like are answered as a thing that is not there. */
function speaks({ path, text }: OwnFile): boolean {
  return /\/web\//.test(path) || /\b(WordsFor<|wordsOf\()/.test(text);
}

function namesReason(text: string, reason: string): boolean {
  const key = /^[a-z]+$/.test(reason) ? `\\b${reason}:|` : '';
  return new RegExp(`${key}'${reason}'`).test(text);
}

/** A type such as `{ ranked: false; reason: … }` says how something stands, and refuses nobody anything. */
function isAState(holder: SyntaxNode | undefined): boolean {
  const members: unknown = holder?.['members'];
  return (
    Array.isArray(members) &&
    members.some((one: SyntaxNode) => {
      const annotation = part(one, 'typeAnnotation');
      const type = annotation && part(annotation, 'typeAnnotation');
      return type?.type === 'TsLiteralType' && part(type, 'literal')?.type === 'BooleanLiteral';
    })
  );
}

function literalsOf(property: SyntaxNode): string[] {
  const annotation = part(property, 'typeAnnotation');
  const type = annotation && part(annotation, 'typeAnnotation');
  if (!type) return [];
  const several = type.type === 'TsUnionType' && Array.isArray(type['types']) ? type['types'] : [type];
  return several.flatMap((one: SyntaxNode) => nameOf(part(one, 'literal')) ?? []);
}

function membersOf(holder: SyntaxNode | undefined): string[] {
  const members: unknown = holder?.['members'];
  return Array.isArray(members) ? members.flatMap((one: SyntaxNode) => nameOf(part(one, 'key')) ?? []) : [];
}
