import { z } from 'zod';
import { choice, optionalText, text } from '#platform/forms/fields.ts';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import { notFound, redirectTo, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { addPriority } from '../../actions/plan/write-priority.ts';
import { agreePlan, beginNextPlan, closeYear } from '../../actions/years/close-year.ts';
import { sayLookBack, takeLookBack } from '../../actions/years/say-look-back.ts';
import { turnBack } from '../../actions/years/turn-back.ts';
import { carryAllOpen, turnLine } from '../../actions/years/turn-line.ts';
import { keepPlan, lookBack, turnYear } from '../../domain/permissions.ts';
import { judgements, speakers } from '../../domain/years/look-back.ts';
import { becamings } from '../../domain/years/turn-line.ts';
import { planAfter } from '../../queries/years/next-plan.ts';
import { yearView } from '../../queries/years/year-view.ts';
import { priorityWords } from '../plan/plan-words.ts';
import { yearPlaces } from './places.ts';
import { lineMark } from './turned-line.tsx';
import { yearToMend } from './year-page.tsx';
import {
  agreeWords,
  becameWords,
  closeWords,
  lookBackWords,
  turnBackWords,
  turnWords,
} from './year-words.ts';

/** What can be done on the page of a year that turns. */
export const yearActs: readonly Route[] = [
  { method: 'POST', path: '/years/:plan/look-backs', policy: lookBack, answer: say },
  { method: 'POST', path: '/years/:plan/look-backs/:id/take-out', policy: lookBack, answer: takeOut },
  { method: 'POST', path: '/years/:plan/turn', policy: turnYear, answer: turn },
  { method: 'POST', path: '/years/:plan/turn-back', policy: turnYear, answer: back },
  { method: 'POST', path: '/years/:plan/carry-all', policy: turnYear, answer: carryAll },
  { method: 'POST', path: '/years/:plan/next', policy: turnYear, answer: begin },
  { method: 'POST', path: '/years/:plan/next/priorities', policy: keepPlan, answer: add },
  { method: 'POST', path: '/years/:plan/next/agree', policy: keepPlan, answer: agree },
  { method: 'POST', path: '/years/:plan/close', policy: keepPlan, answer: close },
];

const gone: readonly string[] = ['not-allowed', 'plan-missing', 'look-back-missing', 'line-missing'];

const planKeyOf = ({ params }: PageRequest) => params['plan'] ?? '';

/** The page again with what is wrong in one form; or no page, where there is nothing to mend. */
function mend(request: PageRequest, form: string, errors: readonly FieldError[]): Promise<Answer> {
  return yearToMend(request, { form, posted: request.posted, errors });
}

const lookBackForm = z.object({
  who: choice('who looks back', speakers),
  saidFor: text('for which organisation or group this is said', 200),
  judgement: choice('what they say', judgements),
  words: text('what you want to say of the year', 4000),
  evidence: optionalText(2000),
  priority: optionalText(60),
});

async function say(request: PageRequest): Promise<Answer> {
  const read = readForm(lookBackForm, request.posted);
  if (!read.done) return mend(request, 'look-back', read.refusal.errors);
  const { evidence = '', priority, ...words } = read.value;
  const priorityId = priority === undefined ? undefined : idFrom<'priority'>(priority);
  const said = await request.write((ctx) =>
    sayLookBack(ctx, { planKey: planKeyOf(request), words: { ...words, evidence, priorityId } }),
  );
  if (said.done)
    return redirectTo(
      yearPlaces.part(planKeyOf(request), 'look-back'),
      'Written down, beside what others say.',
    );
  if (gone.includes(said.refusal.reason)) return notFound();
  return mend(request, 'look-back', [{ field: 'words', message: wordsOf(lookBackWords, said.refusal) }]);
}

async function takeOut(request: PageRequest): Promise<Answer> {
  const planKey = planKeyOf(request);
  const taken = await request.write((ctx) => takeLookBack(ctx, { planKey, id: request.params['id'] ?? '' }));
  return taken.done ? redirectTo(yearPlaces.part(planKey, 'look-back'), 'Taken out.') : notFound();
}

async function turn(request: PageRequest): Promise<Answer> {
  const planKey = planKeyOf(request);
  const subjectId = request.posted['subject']?.[0] ?? '';
  const field = `reason-${subjectId}`;
  const form = z.object({
    became: choice('what becomes of it', becamings),
    [field]: optionalText(1000),
  });
  const read = readForm(form, request.posted);
  if (!read.done)
    return mend(request, `turn-${subjectId}`, [{ field, message: 'Choose what becomes of it' }]);
  const became = becamings.find((one) => one === read.value['became']) ?? 'done';
  const reason = read.value[field] ?? '';
  const turned = await request.write((ctx) => turnLine(ctx, { planKey, subjectId, became, reason }));
  if (turned.done)
    return redirectTo(
      yearPlaces.part(planKey, 'turn'),
      `Kept: ${becameWords[became]}. Its history stays with it.`,
    );
  if (gone.includes(turned.refusal.reason)) return notFound();
  return mend(request, `turn-${subjectId}`, [{ field, message: wordsOf(turnWords, turned.refusal) }]);
}

async function back(request: PageRequest): Promise<Answer> {
  const planKey = planKeyOf(request);
  const subjectId = request.posted['subject']?.[0] ?? '';
  const turnId = request.posted['turn']?.[0] ?? '';
  const turned = await request.write((ctx) => turnBack(ctx, { planKey, subjectId, turnId }));
  if (turned.done)
    return redirectTo(yearPlaces.part(planKey, 'turn'), 'Turned back: it is as it was before.');
  if (gone.includes(turned.refusal.reason)) return notFound();
  const field = lineMark(subjectId);
  return mend(request, field, [{ field, message: wordsOf(turnBackWords, turned.refusal) }]);
}

async function carryAll(request: PageRequest): Promise<Answer> {
  const planKey = planKeyOf(request);
  const turned = await request.write((ctx) => carryAllOpen(ctx, { planKey, reason: '' }));
  if (!turned.done) return notFound();
  return redirectTo(
    yearPlaces.part(planKey, 'turn'),
    turned.value.length === 0
      ? 'Nothing was open.'
      : `Carried over: ${turned.value.length}. The history of each stays with it.`,
  );
}

async function begin(request: PageRequest): Promise<Answer> {
  const planKey = planKeyOf(request);
  const begun = await request.write((ctx) => beginNextPlan(ctx, planKey));
  if (!begun.done) return notFound();
  return redirectTo(yearPlaces.part(planKey, 'next'), `${begun.value.title} is a draft now.`);
}

const priorityForm = z.object({
  title: text('what matters most next year', 200),
  element: text('a part of the strategy', 200),
  why: text('why it matters now', 4000),
});

async function add(request: PageRequest): Promise<Answer> {
  const planKey = planKeyOf(request);
  const read = readForm(priorityForm, request.posted);
  if (!read.done) return mend(request, 'priority', read.refusal.errors);
  const { title, why, element: elementKey } = read.value;
  const view = await request.read((ctx) => yearView(ctx, planKey));
  if (!view?.next || view.next.plan.state !== 'draft') return notFound();
  const { key } = view.next.plan;
  if (!view.elements.some(({ value }) => value === elementKey))
    return mend(request, 'priority', [{ field: 'element', message: 'Choose a part of the strategy' }]);
  const added = await request.write((ctx) =>
    addPriority(ctx, { planKey: key, words: { title, why, elementKey } }),
  );
  if (added.done) return redirectTo(yearPlaces.part(planKey, 'next'), 'Added to the next plan.');
  if (gone.includes(added.refusal.reason)) return notFound();
  return mend(request, 'priority', [{ field: 'title', message: wordsOf(priorityWords, added.refusal) }]);
}

async function agree(request: PageRequest): Promise<Answer> {
  const planKey = planKeyOf(request);
  const chosen = request.posted['decision']?.[0] ?? '';
  if (!/^\d{1,6}$/.test(chosen))
    return mend(request, 'agree', [{ field: 'decision', message: 'Choose a decision' }]);
  const agreed = await request.write(async (ctx) => {
    const view = await yearView(ctx, planKey);
    const next = view && (await planAfter(ctx, view.plan));
    return next && agreePlan(ctx, { planKey: next.key, decision: Number(chosen) });
  });
  if (!agreed) return notFound();
  if (agreed.done) return redirectTo(yearPlaces.part(planKey, 'next'), `${agreed.value.title} is agreed.`);
  if (gone.includes(agreed.refusal.reason)) return notFound();
  return mend(request, 'agree', [{ field: 'decision', message: wordsOf(agreeWords, agreed.refusal) }]);
}

async function close(request: PageRequest): Promise<Answer> {
  const planKey = planKeyOf(request);
  const closed = await request.write((ctx) => closeYear(ctx, planKey));
  if (closed.done) return redirectTo(yearPlaces.year(planKey), 'The year is closed.');
  if (gone.includes(closed.refusal.reason)) return notFound();
  return mend(request, 'close', [{ field: 'close', message: wordsOf(closeWords, closed.refusal) }]);
}
