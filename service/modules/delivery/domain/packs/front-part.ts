import { sayDay } from '#platform/kernel/day.ts';
import type { PackAction, PackDecision, PackVersion } from './pack-document.ts';

/** A heading with the sentences beneath it, written to be read out. */
export type FrontSection = { heading: string; sentences: readonly string[] };

/** The first pages of a pack, in the order in which somebody reads them out. */
export type FrontPart = { sections: readonly FrontSection[]; minutes: number };

const wordsPerMinute = 130;
const mostMinutes = 5;
/** How much of each list is told, the fullest first: the fullest that can be read out in time is taken. */
const fullness = [
  { things: 8, words: 40 },
  { things: 6, words: 32 },
  { things: 5, words: 28 },
  { things: 4, words: 24 },
  { things: 3, words: 20 },
  { things: 2, words: 16 },
  { things: 1, words: 12 },
];
type Fullness = { things: number; words: number };

/**
 * What a room must know before it begins, in sentences that can be read out in five minutes at 130 words a minute: what
 * came of last time, what is to be decided, what needs eyes, what is late. What does not fit is counted, and stands
 * further on in the pack.
 */
export function frontPart(pack: PackVersion): FrontPart {
  const told = fullness.map((full) => sectionsOf(pack, full));
  const fits = told.find((sections) => wordsIn(sections) <= wordsPerMinute * mostMinutes);
  const sections = fits ?? told.at(-1) ?? [];
  return { sections, minutes: Math.max(1, Math.ceil(wordsIn(sections) / wordsPerMinute)) };
}

/** "About four minutes to read out". */
export function sayMinutes(minutes: number): string {
  const words = ['one', 'two', 'three', 'four', 'five'];
  return minutes === 1
    ? 'About one minute to read out'
    : `About ${words[minutes - 1] ?? minutes} minutes to read out`;
}

/** Words to be spoken: without the signs that a voice trips over. */
export function withoutSigns(words: string): string {
  return words
    .replaceAll(/(\d)\s*%/g, '$1 per cent')
    .replaceAll(/\b(\d{4})[/\u2013-](\d{2,4})\b/g, '$1 to $2')
    .replaceAll(/\s*[\u2013\u2014]\s*/g, ', ')
    .replaceAll('\u2212', 'minus ')
    .replaceAll('&', ' and ')
    .replaceAll(/[*#|<>=~^\u2190-\u21ff\u25a0-\u25ff\u2022]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function wordsIn(sections: readonly FrontSection[]): number {
  const texts = sections.flatMap(({ heading, sentences }) => [heading, ...sentences]);
  return texts.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);
}

function sectionsOf(pack: PackVersion, full: Fullness): FrontSection[] {
  return [
    { heading: 'Since last time', sentences: lastTime(pack, full) },
    { heading: 'What we ask you to decide', sentences: toDecide(pack, full) },
    { heading: 'What needs eyes', sentences: needsEyes(pack, full) },
    { heading: 'What is late, and what it holds up', sentences: late(pack, full) },
  ];
}

function lastTime({ lastTime: last }: PackVersion, full: Fullness): string[] {
  if (!last)
    return ['This is the first meeting of this board that is kept here. Nothing was decided before it.'];
  const { decisions, notPublic } = last;
  const met = `We last met on ${sayDay(last.on)}`;
  const hidden =
    notPublic.length === 0
      ? []
      : [`${capital(count(notPublic.length, 'decision'))} of that day can be read by members only.`];
  if (decisions.length === 0) return [`${met}. No decision of that day is told here.`, ...hidden];
  const actions = decisions.flatMap((decision) => decision.actions);
  const done = actions.filter((action) => action.doneOn !== undefined).length;
  const behind = actions.filter((action) => action.isLate).length;
  const came = `Of the ${count(actions.length, 'action')} that followed, ${number(done)} ${is(done)} done and ${number(behind)} ${is(behind)} late.`;
  return [
    `${met}, and made ${count(decisions.length, 'decision')}.`,
    ...(actions.length === 0 ? [] : [came]),
    ...listed(decisions, full, (decision) => sayDecision(decision, full)),
    ...hidden,
  ];
}

function sayDecision(decision: PackDecision, { words }: Fullness): string {
  const came =
    decision.cameOfIt === ''
      ? decision.actions.length === 0
        ? 'Nobody has told us yet what came of it.'
        : ''
      : `What came of it: ${ended(short(decision.cameOfIt, words))}`;
  const actions = decision.actions.slice(0, 2).map((action) => sayAction(action, words));
  return [`Decision ${decision.number}: ${ended(short(decision.title, words))}`, came, ...actions]
    .filter(Boolean)
    .join(' ');
}

function sayAction(action: PackAction, words: number): string {
  const reason = action.reason === '' ? '' : ` The reason: ${ended(short(action.reason, words))}`;
  if (action.doneOn !== undefined) return `Action ${action.number} was done on ${sayDay(action.doneOn)}.`;
  const by = action.due === undefined ? '' : `, due by ${sayDay(action.due)}`;
  const state = action.isLate ? 'late' : action.state;
  return `Action ${action.number} is ${state}${by}.${reason}`;
}

function toDecide({ agenda }: PackVersion, full: Fullness): string[] {
  const items = agenda.filter(({ asks }) => asks === 'to-decide');
  if (items.length === 0) return ['Nothing is put before you for a decision today.'];
  return [
    items.length === 1 ? 'There is one thing to decide.' : `There are ${items.length} things to decide.`,
    ...listed(items, full, ({ place, title }) => `Item ${place}: ${ended(short(title, full.words))}`),
  ];
}

function needsEyes({ eyes: { measures } }: PackVersion, full: Fullness): string[] {
  if (measures.length === 0)
    return ['No number has moved, or differs from England, by more than chance would explain.'];
  return listed(
    measures,
    { ...full, things: Math.min(full.things, 4) },
    ({ title, finding }) => `${ended(short(title, full.words))} ${ended(short(finding, full.words))}`,
  );
}

function late(pack: PackVersion, full: Fullness): string[] {
  if (pack.late.length === 0) return ['No action is late.'];
  return [
    `${capital(count(pack.late.length, 'action'))} ${is(pack.late.length)} late.`,
    ...listed(pack.late, { ...full, things: Math.min(full.things, 4) }, (action) => {
      const reason = action.reason === '' ? '' : ` The reason: ${ended(short(action.reason, full.words))}`;
      const [first] = action.holdsUp;
      const holds = first === undefined ? '' : ` It holds up: ${ended(short(first, full.words))}`;
      return `Action ${action.number}: ${ended(short(action.title, full.words))}${reason}${holds}`;
    }),
  ];
}

/** As many as are told, and how many more there are. */
function listed<Thing>(
  things: readonly Thing[],
  { things: most }: Fullness,
  say: (thing: Thing) => string,
): string[] {
  const more = things.length - most;
  const rest = more > 0 ? [`${more} more ${more === 1 ? 'stands' : 'stand'} further on.`] : [];
  return [...things.slice(0, most).map(say), ...rest];
}

/** The first words of a text, up to the end of a sentence where one comes in time. */
function short(text: string, most: number): string {
  const words = withoutSigns(text).split(' ');
  if (words.length <= most) return words.join(' ');
  const kept = words.slice(0, most).join(' ');
  const end = Math.max(kept.lastIndexOf('. '), kept.lastIndexOf('; '));
  return end > 0 ? kept.slice(0, end) : `${kept}, and more`;
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

const small = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function number(many: number): string {
  return small[many] ?? String(many);
}

function count(many: number, thing: string): string {
  return `${many === 0 ? 'no' : number(many)} ${thing}${many === 1 ? '' : 's'}`;
}

function is(number: number): string {
  return number === 1 ? 'is' : 'are';
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
