import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, ParsedNode, YAMLError, YAMLMap } from 'yaml';
import { mostProblemsTold } from './problem.ts';
import type { Path, Problem } from './problem.ts';

/** A file's content as plain data, and the line and column of anything in it. */
export type Positioned = { raw: unknown; at(path: Path): Position };
export type Position = { line: number; column: number };

type Parsed = Document.Parsed<ParsedNode, true>;

/** Reads YAML, of which JSON is a part. Refuses what could be read in two ways, or was made to exhaust the reader. */
export function positionedYaml(
  text: string,
): Outcome<Positioned, { reason: 'not-readable'; problems: readonly Problem[] }> {
  const counter = new LineCounter();
  const parsed = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    // quadratic in the reader; looked for below, in one walk
    uniqueKeys: false,
    stringKeys: true,
    schema: 'core',
  });
  const position = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const lastLine = text.trimEnd().split('\n').length;
  const problems = [
    ...[...parsed.errors, ...parsed.warnings].map(
      (error) => openQuote(parsed, error, position) ?? syntaxProblem(error, position(error.pos[0]), lastLine),
    ),
    ...trapsIn(parsed, position),
  ];
  if (problems.length > 0)
    return refuse({ reason: 'not-readable', problems: firstOfEachLine(problems).slice(0, mostProblemsTold) });
  return done({ raw: parsed.toJS(), at: (path) => position(offsetOf(parsed, path)) });
}

/** One mistake often makes several complaints about a line: the first is the one to mend. */
function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  const byLine = new Map<number, Problem>();
  for (const problem of problems) if (!byLine.has(problem.line)) byLine.set(problem.line, problem);
  return [...byLine.values()].toSorted((a, b) => a.line - b.line);
}

function offsetOf(parsed: Parsed, path: Path): number {
  let node: unknown = parsed.contents;
  let offset = parsed.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair) return offset;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      if (isScalar(node) || isMap(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

/** Aliases (a few lines of them can stand for billions), instructions, and fields that stand twice, of which one would be lost. */
function trapsIn(parsed: Parsed, position: (offset: number) => Position): Problem[] {
  const found: Problem[] = [];
  visit(parsed, {
    Node(_, node) {
      const place = { ...position(node.range?.[0] ?? 0), where: '' };
      if (isAlias(node)) found.push({ ...place, ...aliasWords(node.source) });
      else if (node.tag !== undefined) found.push({ ...place, says: exclamation[0], mend: exclamation[1] });
    },
    Map(_, map) {
      if (found.length >= mostProblemsTold) return visit.BREAK;
      found.push(...repeatedFields(map, position));
      return undefined;
    },
  });
  return found;
}

function aliasWords(name: string): { says: string; mend: string } {
  return {
    says: `“*${name}” stands for words written elsewhere in the file, which a framework file may not do`,
    mend: 'Write the words out in full here. If they should begin with a star, put them in quotes.',
  };
}

function repeatedFields(map: YAMLMap, position: (offset: number) => Position): Problem[] {
  const seen = new Map<string, number>();
  return map.items.flatMap(({ key }): Problem[] => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    const offset = key.range?.[0] ?? 0;
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, offset);
      return [];
    }
    const says = `“${name}” stands twice in the same place, first on line ${position(first).line}`;
    const mend = 'Keep one of the two, or put a dash before the second if it begins another item.';
    return [{ ...position(offset), where: '', says, mend }];
  });
}

/** A quotation mark that is never closed is reported at the end of the file; the place to mend is where it opens. */
function openQuote(
  parsed: Parsed,
  error: YAMLError,
  position: (offset: number) => Position,
): Problem | undefined {
  if (error.code !== 'MISSING_CHAR' || !error.message.includes('quote')) return undefined;
  let opens: number | undefined;
  visit(parsed, {
    Scalar(_, node) {
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      const start = node.range?.[0] ?? 0;
      if (quoted && start <= error.pos[0] && (node.range?.[2] ?? 0) >= error.pos[0]) opens = start;
    },
  });
  if (opens === undefined) return undefined;
  return {
    ...position(opens),
    where: '',
    says: 'A quotation mark opens here and is never closed',
    mend: 'Close it. If the file stops in the middle, part of it is missing: send the whole file again.',
  };
}

function syntaxProblem(error: YAMLError, place: Position, lastLine: number): Problem {
  const [says, mend] = syntaxWords(error);
  const atEnd = place.line >= lastLine && (error.code === 'MISSING_CHAR' || error.code === 'BAD_INDENT');
  if (!atEnd) return { ...place, where: '', says, mend };
  return {
    ...place,
    where: '',
    says: `The file stops in the middle (${says.charAt(0).toLowerCase()}${says.slice(1)})`,
    mend: 'Part of it seems to be missing: send the whole file again. Nothing was taken from this one.',
  };
}

const inQuotes = 'Put the words in double quotes, as in: label: "Children: safe and well"';
const exclamation: [says: string, mend: string] = [
  'An exclamation mark begins a special instruction, which a framework file may not hold',
  `${inQuotes}.`,
];
const inLine = 'Line it up, with spaces, under the item that it belongs to.';

type SyntaxWords = [says: string, mend: string];

const colon: SyntaxWords = [
  'A colon inside words, or a line that is not indented like its neighbours',
  `${inQuotes}; or check the indent.`,
];

const syntax: Partial<Readonly<Record<YAMLError['code'], SyntaxWords>>> = {
  TAB_AS_INDENT: [
    'A tab stands where spaces should',
    'Use spaces at the beginning of lines, two for each step inwards.',
  ],
  BLOCK_AS_IMPLICIT_KEY: colon,
  MULTILINE_IMPLICIT_KEY: colon,
  BAD_SCALAR_START: ['Words cannot begin with this character unless they are in quotes', `${inQuotes}.`],
  BAD_DQ_ESCAPE: [
    'A backslash inside double quotes has a meaning that this one lacks',
    'Write two backslashes for one.',
  ],
  MULTIPLE_DOCS: ['A line of three dashes begins a second document', 'Keep one framework in one file.'],
  BAD_INDENT: ['This line is not indented like its neighbours', inLine],
  RESOURCE_EXHAUSTION: ['Lists stand inside lists, hundreds deep', 'Check that this is a framework file.'],
  TAG_RESOLVE_FAILED: exclamation,
  NON_STRING_KEY: [
    'The name of a field must be one plain word',
    'Name a field, then a colon, then what it holds.',
  ],
};

const unknownSyntax: SyntaxWords = [
  'This cannot be read as YAML or JSON',
  'Check the quotes, colons and indents of this line and the one above it.',
];

function syntaxWords(error: YAMLError): SyntaxWords {
  if (error.code === 'MISSING_CHAR') return missingWords(error.message);
  return syntax[error.code] ?? unknownSyntax;
}

function missingWords(message: string): [says: string, mend: string] {
  if (message.includes('Sequence item')) return ['A line of a list has lost its dash or its indent', inLine];
  if (message.includes('Implicit map keys'))
    return ['A field has no colon after its name', 'Write a colon and a space after the name of the field.'];
  if (message.includes('between'))
    return ['A comma or a colon is missing', 'Put a comma between two items, a colon after a name.'];
  return [
    'Something is not closed or not finished',
    'Check brackets, braces, commas and quotes here and above.',
  ];
}
