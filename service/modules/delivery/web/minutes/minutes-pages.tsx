import { z } from 'zod';
import { allowed } from '#platform/access/policy.ts';
import { optionalText, text, version } from '#platform/forms/fields.ts';
import type { Answers } from '#platform/forms/inputs.tsx';
import { readForm } from '#platform/forms/read-form.ts';
import {
  file,
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { decide } from '../../actions/decisions/decide.ts';
import { agreeMinutes, endMeeting } from '../../actions/minutes/close-meeting.ts';
import { writeNote, type ToNote } from '../../actions/minutes/write-note.ts';
import { sayDecisionNumber } from '../../domain/decision.ts';
import { keepBoards, readBoards, takeMinutes } from '../../domain/permissions.ts';
import { decisionChoices } from '../../queries/decisions/decision-choices.ts';
import { elementOfItem } from '../../queries/minutes/decision-begun.ts';
import { laterMeetings } from '../../queries/minutes/later-meetings.ts';
import { minutesForEverybody } from '../../queries/minutes/minutes-for-everybody.ts';
import { minutesOf } from '../../queries/minutes/minutes-of.ts';
import { agendaPlaces } from '../agenda/agenda-places.ts';
import { readDecision } from '../decisions/decision-form.tsx';
import { decideRefusals, fieldOfRefusal } from '../decisions/decision-words.ts';
import { publicMinutesPage } from './public-minutes.tsx';
import { publishMinutesRoutes } from './publish-minutes-page.tsx';
import { minutesPage, type Deciding } from './minutes-page.tsx';
import { endRefusals, noteRefusals } from './minutes-words.ts';

const at = '/meetings/:meeting/minutes';

/** Minutes are taken, decisions written down, the meeting ended, the minutes agreed. */
export const minutesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: at,
    policy: 'everyone',
    answer: (request) =>
      allowed(request.actor, readBoards) && request.query.get('for') !== 'public'
        ? show(request, { answers: { errors: [] }, deciding: request.query.get('decide') ?? undefined })
        : showEverybody(request),
  },
  { method: 'POST', path: `${at}/notes`, policy: takeMinutes, answer: note },
  { method: 'POST', path: `${at}/decisions`, policy: takeMinutes, answer: writeDecision },
  { method: 'POST', path: `${at}/end`, policy: takeMinutes, answer: end },
  { method: 'POST', path: `${at}/agree`, policy: keepBoards, answer: agree },
  ...publishMinutesRoutes,
];

async function showEverybody(request: PageRequest): Promise<Answer> {
  const minutes = await request.read((ctx) => minutesForEverybody(ctx, keyOf(request)));
  if (!minutes) return notFound();
  return page(publicMinutesPage(minutes, allowed(request.actor, readBoards) ? 'member' : 'anybody'));
}

const keyOf = ({ params }: PageRequest) => params['meeting'] ?? '';

/** What stands in an address for "under no item". */
const noItem = 'none';

type Shown = { answers: Answers; deciding: string | undefined };

async function show(request: PageRequest, { answers, deciding }: Shown): Promise<Answer> {
  const found = await request.read(async (ctx) => {
    const minutes = await minutesOf(ctx, keyOf(request));
    if (!minutes) return undefined;
    const later = await laterMeetings(ctx, minutes.meeting);
    if (deciding === undefined) return { minutes, later, newKey: () => ctx.newId() };
    const items = minutes.items.flatMap(({ item }) => item ?? []);
    const item = items.find(({ id }) => id === deciding);
    const element = await elementOfItem(ctx, item, minutes.meeting);
    const open: Deciding = {
      under: item?.id ?? noItem,
      choices: await decisionChoices(ctx, { meeting: minutes.meeting, items }),
      begun: {
        restsOn: item && item.subject.kind !== '' ? `${item.subject.kind}:${item.subject.id}` : '',
        element: element.elementKey === '' ? '' : `${element.frameworkSlug}/${element.elementKey}`,
        replaces: item?.subject.kind === 'decision' ? item.subject.id : '',
        isExempt: item?.publishing.publish === 'exempt',
        ground: item?.publishing.ground ?? '',
      },
    };
    return { minutes, later, newKey: () => ctx.newId(), open };
  });
  if (!found) return notFound();
  const content = minutesPage({ ...found, request, answers });
  return answers.errors.length > 0 ? pageToMend(content) : page(content);
}

const noteForm = z.object({
  client: text('the key of the note', 100),
  item: optionalText(60),
  seen: version(),
  words: optionalText(20_000),
  next: optionalText(20),
  by: optionalText(20),
});

async function note(request: PageRequest): Promise<Answer> {
  const read = readForm(noteForm, request.posted);
  const again = (message: string) =>
    byScript(request)
      ? told({ saved: false, message })
      : show(request, {
          answers: { posted: request.posted, errors: [{ field: noteField(request), message }] },
          deciding: undefined,
        });
  if (!read.done) return again(read.refusal.errors[0]?.message ?? '');
  const { item, next, words = '', client: clientKey, seen } = read.value;
  const goOn = next === 'decide';
  const to = goOn
    ? agendaPlaces.decide(keyOf(request), item ?? noItem)
    : agendaPlaces.inMinutes(keyOf(request), item ?? noItem);
  if (goOn && words === '' && seen === 0) return redirectTo(to);
  const itemId = item === undefined ? undefined : idFrom<'agenda-item'>(item);
  const given: ToNote = { meetingKey: keyOf(request), itemId, clientKey, words, seen };
  const noted = await request.write((ctx) => writeNote(ctx, given));
  if (!noted.done) {
    const { reason } = noted.refusal;
    if (reason === 'not-allowed' || reason === 'meeting-missing') return notFound();
    return again(wordsOf(noteRefusals, noted.refusal));
  }
  const { note: kept, besides } = noted.value;
  if (byScript(request)) return told({ saved: true, version: kept.version, besides: besides !== undefined });
  return redirectTo(
    to,
    besides === undefined
      ? 'Your note is kept.'
      : 'You wrote this note in two places. Both wordings are kept: the other one stands under your note.',
  );
}

function byScript({ posted }: PageRequest): boolean {
  return posted['by']?.[0] === 'script';
}

/** The field of a note on the page: its box. */
function noteField({ posted }: PageRequest): string {
  return `note-${posted['client']?.[0] ?? ''}`;
}

function told(answer: object): Answer {
  return file('application/json; charset=utf-8', JSON.stringify(answer));
}

async function writeDecision(request: PageRequest): Promise<Answer> {
  const under = request.posted['item']?.[0] ?? noItem;
  const again = (errors: Answers['errors']) =>
    show(request, { answers: { posted: request.posted, errors }, deciding: under });
  const read = readDecision(request.posted);
  if ('errors' in read) return again(read.errors);
  const itemId = under === noItem ? undefined : idFrom<'agenda-item'>(under);
  const decided = await request.write((ctx) =>
    decide(ctx, { meetingKey: keyOf(request), itemId, ...read.written }),
  );
  if (!decided.done) {
    const { refusal } = decided;
    if (refusal.reason === 'not-allowed' || refusal.reason === 'meeting-missing') return notFound();
    return again([{ field: fieldOfRefusal[refusal.reason], message: wordsOf(decideRefusals, refusal) }]);
  }
  const { decision, action } = decided.value;
  const became = action ? `, and A${action.number} is in the plan` : '';
  return redirectTo(
    agendaPlaces.inMinutes(keyOf(request), under),
    `${sayDecisionNumber(decision)} is written down${became}.`,
  );
}

async function end(request: PageRequest): Promise<Answer> {
  const ended = await request.write((ctx) => endMeeting(ctx, keyOf(request)));
  const to = agendaPlaces.minutes(keyOf(request));
  if (ended.done) return redirectTo(to, 'The meeting was held. Notes can be mended until they are agreed.');
  if (ended.refusal.reason === 'not-allowed' || ended.refusal.reason === 'meeting-missing') return notFound();
  return redirectTo(to, wordsOf(endRefusals, ended.refusal));
}

async function agree(request: PageRequest): Promise<Answer> {
  const agreedIn = request.posted['agreedIn']?.[0] ?? '';
  const agreed = await request.write((ctx) => agreeMinutes(ctx, { meetingKey: keyOf(request), agreedIn }));
  if (agreed.done)
    return redirectTo(agendaPlaces.minutes(keyOf(request)), 'The minutes are agreed, and stand as they are.');
  const { refusal } = agreed;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'meeting-missing') return notFound();
  const message = wordsOf(endRefusals, refusal);
  return show(request, {
    answers: { posted: request.posted, errors: [{ field: 'agreedIn', message }] },
    deciding: undefined,
  });
}
