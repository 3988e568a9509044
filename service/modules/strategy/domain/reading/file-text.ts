import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { isReadable } from '../framework-document.ts';
import type { Problem } from './problem.ts';

/** 2 MB: some forty times the longest of the strategies that this was made for. */
const mostBytes = 2 * 1024 * 1024;
/** Brackets, commas and line ends: more than this is not a strategy, and would keep everybody else waiting. */
const mostMarks = 120_000;

export type NotText = { reason: 'too-large' | 'not-text' | 'empty'; problems: readonly Problem[] };

/** The text of a file, or why it is none: too large, empty, not UTF-8, or not text at all. */
export function fileText(file: string | Uint8Array): Outcome<string, NotText> {
  if (tooLarge(file)) return refuse({ reason: 'too-large', problems: [largeProblem] });
  const text = typeof file === 'string' ? file : decoded(file);
  if (typeof text !== 'string') return refuse({ reason: 'not-text', problems: [text] });
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (plain.trim() === '') return refuse({ reason: 'empty', problems: [emptyProblem] });
  const bad = unreadableAt(plain);
  if (bad) return refuse({ reason: 'not-text', problems: [bad] });
  if (marksIn(plain) > mostMarks) return refuse({ reason: 'too-large', problems: [largeProblem] });
  return done(plain);
}

const largeProblem: Problem = {
  line: 1,
  column: 1,
  where: '',
  says: 'The file is larger than any strategy (2 MB, or 120,000 list marks)',
  mend: 'Check that it is the right file. Keep long evidence as links, not in the framework.',
};

const emptyProblem: Problem = {
  line: 1,
  column: 1,
  where: '',
  says: 'The file is empty',
  mend: 'Check that it was saved, or that the copy has finished, and send it again.',
};

const saveAsUtf8 =
  'Open the file where it was written, choose “Save as” with the encoding UTF-8, and send it again.';

function tooLarge(file: string | Uint8Array): boolean {
  return (typeof file === 'string' ? Buffer.byteLength(file) : file.byteLength) > mostBytes;
}

function decoded(bytes: Uint8Array): string | Problem {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (wide) return atStart('The file is in UTF-16, not UTF-8', saveAsUtf8);
  if (first === 0x50 && second === 0x4b)
    return atStart(
      'This is a Word, Excel or zip file, not a framework file',
      'Copy the words out of it and bring them in as pasted text.',
    );
  if (first === 0x25 && second === 0x50)
    return atStart(
      'This is a PDF, not a framework file',
      'Copy the words out of it and bring them in as pasted text.',
    );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const lossy = new TextDecoder('utf-8').decode(bytes);
    return unreadableAt(lossy) ?? atStart('The file is not in UTF-8', saveAsUtf8);
  }
}

function atStart(says: string, mend: string): Problem {
  return { line: 1, column: 1, where: '', says, mend };
}

function unreadableAt(text: string): Problem | undefined {
  if (isReadable(text)) return undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (isReadable(line)) continue;
    const column = [...line].findIndex((character) => !isReadable(character)) + 1;
    const says = line.includes('\u0000')
      ? 'The file is not text (it holds a zero byte)'
      : 'A character here cannot be read: the file is not in UTF-8, or was damaged on its way';
    return { line: index + 1, column: Math.max(1, column), where: '', says, mend: saveAsUtf8 };
  }
  return undefined;
}

function marksIn(text: string): number {
  let marks = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // line feed, comma, dash, [ and {
    if (code === 10 || code === 44 || code === 45 || code === 91 || code === 123) marks += 1;
  }
  return marks;
}
