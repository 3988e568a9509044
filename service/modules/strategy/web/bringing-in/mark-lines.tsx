import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import type { FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { addTierToMark, draftFromLines, markLines } from '../../actions/bringing-in/mark-lines.ts';
import { tierRoles } from '../../domain/framework-document.ts';
import type { DraftRefusal, LineMark } from '../../domain/pasting/draft-from-marks.ts';
import { editStrategy } from '../../domain/permissions.ts';
import { bringIn } from '../../queries/bring-in.ts';
import { editWords } from '../editing/refusal-words.ts';
import { places } from '../places.ts';
import { linesOnPage, linesPage, linesPerPage, type PastedHeld } from './lines-page.tsx';

const path = places.markLines(':id');

/** What each pasted line is, marked by hand, a page of lines at a time; every step is kept. */
export const markLinesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: editStrategy,
    answer: async (request) => {
      const held = await pastedHeld(request);
      if (!held) return notFound();
      return page(linesPage({ request, held, from: fromOf(request.query.get('from')), errors: [] }));
    },
  },
  { method: 'POST', path, policy: editStrategy, answer: receive },
];

async function pastedHeld(request: PageRequest): Promise<PastedHeld | undefined> {
  const found = await request.read((ctx) => bringIn(ctx, request.params['id'] ?? ''));
  return found?.content.kind === 'pasted' ? { id: found.id, content: found.content } : undefined;
}

async function receive(request: PageRequest): Promise<Answer> {
  const held = await pastedHeld(request);
  if (!held) return notFound();
  const from = fromOf(request.posted['from']?.[0] ?? null);
  const lines = linesOnPage(held.content, from).map(({ number }) => number);
  const { marks, errors } = readMarks(request, lines);
  const kept = await request.write((ctx) => markLines(ctx, { id: held.id, lines, marks }));
  if (!kept.done) return notFound();
  if (errors.length > 0) return again(request, from, errors);
  return next(request, held, from);
}

/** Where the button that was pressed leads: another tier, another page of lines, or the preview of it all. */
async function next(request: PageRequest, held: PastedHeld, from: number): Promise<Answer> {
  const { id } = held;
  const button = request.posted['go']?.[0] ?? 'preview';
  const at = (line: number) => `${places.markLines(id)}${line > 0 ? `?from=${line}` : ''}`;
  if (button === 'back') return redirectTo(at(Math.max(0, from - linesPerPage)));
  if (button === 'on') return redirectTo(at(from + linesPerPage));
  if (button === 'tier') {
    const name = (request.posted['tierName']?.[0] ?? '').trim();
    const role = tierRoles.find((one) => one === request.posted['tierRole']?.[0]);
    if (name === '' || name.length > 80)
      return again(request, from, [{ field: 'tierName', message: 'Enter a name of at most 80 characters' }]);
    if (!role) return again(request, from, [{ field: 'tierRole', message: 'Choose what it is for' }]);
    const added = await request.write((ctx) => addTierToMark(ctx, { id, name, role }));
    return added.done ? redirectTo(at(from), `Lines can now be marked as “${name}”.`) : notFound();
  }
  const drafted = await request.write((ctx) => draftFromLines(ctx, id));
  if (drafted.done) return redirectTo(places.broughtIn(id));
  const { refusal } = drafted;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'bring-in-missing') return notFound();
  const line = 'line' in refusal ? refusal.line : undefined;
  const index = held.content.lines.findIndex(({ number }) => number === line);
  const page = index < 0 ? from : Math.floor(index / linesPerPage) * linesPerPage;
  const field = line === undefined ? 'lines' : `line-${line}`;
  return again(request, page, [{ field, message: wordsOf(words, refusal) }]);
}

const words: WordsFor<DraftRefusal> = {
  ...editWords,
  'nothing-marked': () => 'Say what at least one line is',
  'line-missing': ({ line }) => `Line ${line} is not in the text any more`,
  'line-marked-twice': ({ line }) => `Line ${line} is marked twice`,
  'belongs-to-nothing': ({ line }) =>
    `Line ${line} goes on from the line above it, but no line above it is marked`,
  'parent-not-marked': ({ line, parent }) =>
    `Line ${line} serves line ${parent}, which is left out or is not there`,
};

async function again(request: PageRequest, from: number, errors: readonly FieldError[]): Promise<Answer> {
  const held = await pastedHeld(request);
  return held ? pageToMend(linesPage({ request, held, from, errors, posted: request.posted })) : notFound();
}

function readMarks(
  request: PageRequest,
  lines: readonly number[],
): { marks: LineMark[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const marks = lines.flatMap((line): LineMark[] => {
    const as = request.posted[`line-${line}`]?.[0] ?? '';
    if (as === 'statement' || as === 'continuation') return [{ line, as }];
    if (!as.startsWith('tier ')) return [];
    const serves = (request.posted[`serves-${line}`]?.[0] ?? '').trim();
    const tier = as.slice(5);
    if (serves === '') return [{ line, as: 'element', tier }];
    if (/^\d{1,5}$/.test(serves)) {
      const parent = Number(serves);
      if (parent !== line) return [{ line, as: 'element', tier, parent: parent === 0 ? 'nothing' : parent }];
    }
    const message = `Line ${line} must serve another line: give its number, 0 for none, or leave it empty`;
    errors.push({ field: `serves-${line}`, message });
    return [{ line, as: 'element', tier }];
  });
  return { marks, errors };
}

function fromOf(text: string | null): number {
  const from = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
  return Math.floor(from / linesPerPage) * linesPerPage;
}
