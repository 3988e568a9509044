import type { OwnFile } from './own-files.ts';
import { nameOf, part, syntaxOf } from './syntax.ts';

const hollow = /^(utils?|helpers?|common|shared|misc|managers?|data|info|dtos?)$/;
/** a file's name, without what its end says of it */
const base = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$|^[A-Z]+(\.md)?$/;
/** a page's title is a sentence, and may say anything */
const titles = /\.md$/;

/** Paths that are not kebab-case, or that hide a missing concept behind a hollow word. */
export function looseNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const parts = path.split('/');
    const wrong = parts.filter((part) => !base.test(part));
    const empty = parts.filter(
      (part) => !titles.test(part) && part.split(/[.-]/).some((word) => hollow.test(word)),
    );
    return [
      ...wrong.map((part) => `${path} is not kebab-case in ${part}`),
      ...empty.map((part) => `${path} has a hollow name: ${part}`),
    ];
  });
}

/** Types named with an I in front or a Dto behind, and classes named Manager. */
export function looseTypeNames(file: OwnFile): string[] {
  return syntaxOf(file).flatMap(({ node, lines }) => {
    const isType = /^(TsTypeAliasDeclaration|TsInterfaceDeclaration|ClassDeclaration)$/.test(node.type);
    const name = isType ? nameOf(part(node, 'id') ?? part(node, 'identifier')) : undefined;
    const wrong = name !== undefined && /^I[A-Z][a-z]|(Dto|DTO|Manager|Helper|Utils?|Info|Data)$/.test(name);
    return wrong ? [`${file.path}:${lines.first} names a type ${name}`] : [];
  });
}
