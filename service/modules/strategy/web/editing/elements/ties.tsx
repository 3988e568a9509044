import { z } from 'zod';
import { choice, many, text } from '#platform/forms/fields.ts';
import { readForm } from '#platform/forms/read-form.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { PageRequest, Route } from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { sayUnanswered } from '../../../actions/elements/say-unanswered.ts';
import { tieMeasure, untieMeasure } from '../../../actions/elements/tie-measure.ts';
import { tieSubject, untieSubject } from '../../../actions/elements/tie-subject.ts';
import type { EditRefusal } from '../../../domain/edit.ts';
import type { MeasureTieDocument } from '../../../domain/framework-document.ts';
import { measureRoles } from '../../../domain/framework-document.ts';
import type { SubjectRegistry } from '../../../domain/thread.ts';
import type { FrameworkView } from '../../../queries/framework.ts';
import { places } from '../../places.ts';
import { editRoutes, mend, mendField, type Saved } from '../edit-page.tsx';
import { editWords } from '../refusal-words.ts';
import { measureSources, tiesPage } from './ties-page.tsx';

/** What is tied to an element: measures, and whatever else other rooms hold. */
export function tiesRoutes(registry: SubjectRegistry<Ctx>): readonly Route[] {
  return editRoutes('/frameworks/:slug/elements/:key/ties', {
    show: (request, view, showing) => tiesPage({ request, view, showing, registry }),
    save: (request, view) => save({ request, view, registry }),
  });
}

type Parts = { request: PageRequest; view: FrameworkView; registry: SubjectRegistry<Ctx> };
type Measure = Pick<MeasureTieDocument, 'source' | 'code' | 'role'>;

async function save(parts: Parts): Promise<Saved> {
  const key = parts.request.params['key'] ?? '';
  if (!parts.view.document.elements.some((element) => element.key === key)) return 'not-here';
  switch (parts.request.posted['act']?.[0]) {
    case 'tie':
      return tieTicked(parts, key);
    case 'untie':
      return untie(parts, key);
    case 'name':
      return tieNamed(parts, key);
    case 'nothing':
      return sayNothing(parts, key);
    default:
      return 'not-here';
  }
}

const tieForm = z.object({ subject: many(20), role: choice('how it answers', measureRoles) });

async function tieTicked({ request, view, registry }: Parts, key: string): Promise<Saved> {
  const read = readForm(tieForm, request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const { subject: ticked, role } = read.value;
  if (ticked.length === 0) return mendField('subject', 'Tick what should be tied');
  const { slug } = view.stored;
  const refused = await request.write(async (ctx) => {
    for (const value of ticked) {
      const [kind = '', id = ''] = splitAt(value, ' ');
      const measure = kind === 'measure' ? measureOf(id, role) : undefined;
      const tied = measure
        ? await tieMeasure(ctx, { slug, key, measure })
        : await tieSubject(ctx, { slug, key, subject: { kind, id }, role, registry });
      if (!tied.done && tied.refusal.reason !== 'already-tied') return tied.refusal;
    }
    return undefined;
  });
  if (!refused)
    return { to: places.ties(slug, key), notice: ticked.length === 1 ? 'Tied.' : `${ticked.length} tied.` };
  if (refused.reason === 'not-allowed' || refused.reason === 'framework-missing') return 'not-here';
  if (refused.reason === 'subject-missing')
    return mendField('subject', 'That is not there any more. Search again');
  return mendField('subject', wordsOf(editWords, refused));
}

async function untie({ request, view }: Parts, key: string): Promise<Saved> {
  const { slug } = view.stored;
  const [kind = '', rest = ''] = splitAt(request.posted['tied']?.[0] ?? '', ' ');
  const tieId = kind === 'tie' ? idFrom<'tie'>(rest) : undefined;
  const measure = kind === 'measure' ? measureHeld(rest) : undefined;
  const untied = await request.write(async (ctx) => {
    if (tieId) return untieSubject(ctx, { slug, key, tieId });
    return measure ? untieMeasure(ctx, { slug, key, measure }) : undefined;
  });
  if (!untied) return 'not-here';
  if (untied.done) return { to: places.ties(slug, key), notice: 'Untied.' };
  const { refusal } = untied;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  return mendField('main', wordsOf<EditRefusal>(editWords, refusal));
}

const nameForm = z.object({
  source: choice('who publishes it', measureSources),
  code: text('its name or code'),
  namedRole: choice('how it answers', measureRoles),
});

async function tieNamed({ request, view }: Parts, key: string): Promise<Saved> {
  const read = readForm(nameForm, request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const { source, code, namedRole: role } = read.value;
  const { slug } = view.stored;
  const tied = await request.write((ctx) => tieMeasure(ctx, { slug, key, measure: { source, code, role } }));
  if (tied.done) return { to: places.ties(slug, key), notice: 'Tied.' };
  const { refusal } = tied;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  return mendField('code', wordsOf(editWords, refusal));
}

const nothingForm = z.object({ why: text('why', 400), wouldAnswer: text('what would answer it', 400) });

async function sayNothing({ request, view }: Parts, key: string): Promise<Saved> {
  const read = readForm(nothingForm, request.posted);
  if (!read.done) return mend(read.refusal.errors);
  const { slug } = view.stored;
  const said = await request.write((ctx) => sayUnanswered(ctx, { slug, key, ...read.value }));
  if (said.done) return { to: places.element(slug, key), notice: 'Said plainly: nothing answers this yet.' };
  const { refusal } = said;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'framework-missing') return 'not-here';
  if (refusal.reason === 'has-a-measure')
    return mendField('why', 'A measure is tied to it. Untie it first, if it does not answer this');
  return mendField('why', wordsOf(editWords, refusal));
}

/** A measure's id on the thread is its source, a colon and the source's own code. */
function measureOf(id: string, role: Measure['role']): Measure | undefined {
  const [source, code = ''] = splitAt(id, ':');
  const known = measureSources.find((one) => one === source);
  return known && code !== '' ? { source: known, code, role } : undefined;
}

/** A measure as `tiesHeld` names it: source, role, code. */
function measureHeld(text: string): Measure | undefined {
  const [source, rest = ''] = splitAt(text, ' ');
  const [role, code = ''] = splitAt(rest, ' ');
  const known = measureSources.find((one) => one === source);
  const how = measureRoles.find((one) => one === role);
  return known && how && code !== '' ? { source: known, code, role: how } : undefined;
}

function splitAt(text: string, mark: string): [string, string] | [string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
