import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { audiences } from '../audience.ts';
import { yearFrom } from './financial-year.ts';
import { helps, lastings, lineKinds, lineStates, type LineWords } from './money-line.ts';

/** A line as somebody typed it, in a form or in a table. */
export type TypedLine = { readonly [Field in keyof LineWords]: string };

export type LineField = keyof LineWords;

/** A place that a line can be of. */
export type LinePlace = { readonly code: string; readonly name: string };

export type LineProblem =
  | { reason: 'empty'; field: LineField }
  | { reason: 'too-long'; field: LineField; most: number }
  | { reason: 'not-one-of'; field: LineField; text: string }
  | { reason: 'no-such-place'; field: LineField; text: string }
  | { reason: 'no-such-year'; field: LineField; text: string }
  | { reason: 'not-an-amount'; field: LineField; text: string }
  | { reason: 'not-people'; field: LineField; text: string }
  | { reason: 'more-posts-than-people'; field: LineField; posts: number }
  | { reason: 'not-an-address'; field: LineField; text: string };

export type LineRefusal = { reason: 'line-wrong'; problems: readonly LineProblem[] };

/** Reads a line as it was typed, against the places there are: all that is wrong with it, or the line. */
export function readLine(typed: TypedLine, places: readonly LinePlace[]): Outcome<LineWords, LineRefusal> {
  const problems: LineProblem[] = [];
  const words = wordsIn(typed, problems);
  const chosen = choicesIn(typed, problems);
  const place = placeIn(typed.areaCode, places, problems);
  const counted = numbersIn(typed, chosen?.kind, problems);
  if (!chosen || !place || !counted || problems.length > 0) return refuse({ reason: 'line-wrong', problems });
  return done({ ...words, ...chosen, ...counted, areaCode: place.code });
}

const mostOf = { what: 200, partner: 200, helpSource: 300, source: 300, note: 1000 } as const;

function wordsIn(typed: TypedLine, problems: LineProblem[]) {
  const read = (field: keyof typeof mostOf, needed: 'needed' | 'free') => {
    const text = typed[field].trim();
    const most = mostOf[field];
    if (needed === 'needed' && text === '') problems.push({ reason: 'empty', field });
    if (text.length > most) problems.push({ reason: 'too-long', field, most });
    return text;
  };
  const planLink = typed.planLink.trim();
  if (planLink !== '' && !/^https?:\/\/[^\s]{3,500}$/i.test(planLink))
    problems.push({ reason: 'not-an-address', field: 'planLink', text: planLink });
  return {
    what: read('what', 'needed'),
    partner: read('partner', 'needed'),
    helpSource: read('helpSource', 'needed'),
    source: read('source', 'needed'),
    note: read('note', 'free'),
    planLink,
  };
}

function choicesIn(typed: TypedLine, problems: LineProblem[]) {
  const help = oneOf(helps, { field: 'help', text: typed.help }, problems);
  const kind = oneOf(lineKinds, { field: 'kind', text: typed.kind }, problems);
  const lasting = oneOf(lastings, { field: 'lasting', text: typed.lasting }, problems);
  const state = oneOf(lineStates, { field: 'state', text: typed.state }, problems);
  const audience = oneOf(audiences, { field: 'audience', text: typed.audience }, problems);
  return help && kind && lasting && state && audience ? { help, kind, lasting, state, audience } : undefined;
}

/** One of some choices, by its key or by the first words of its name: "Early help" is early. */
function oneOf<Choice extends string>(
  choices: readonly Choice[],
  { field, text: typed }: { field: LineField; text: string },
  problems: LineProblem[],
): Choice | undefined {
  const text = typed.trim();
  const plain = text.toLowerCase().replaceAll(/[\s_-]+/g, ' ');
  const found = choices.find((choice) => {
    const name = choice.replaceAll('-', ' ');
    return plain === name || plain.startsWith(`${name} `) || plain === name.replaceAll(' ', '');
  });
  if (text === '') problems.push({ reason: 'empty', field });
  else if (!found) problems.push({ reason: 'not-one-of', field, text });
  return found;
}

function placeIn(text: string, places: readonly LinePlace[], problems: LineProblem[]): LinePlace | undefined {
  const asked = text.trim().toLowerCase();
  const found =
    asked === 'whole area'
      ? places[0]
      : places.find(({ code, name }) => code.toLowerCase() === asked || name.toLowerCase() === asked);
  if (asked === '') problems.push({ reason: 'empty', field: 'areaCode' });
  else if (!found) problems.push({ reason: 'no-such-place', field: 'areaCode', text: text.trim() });
  return found;
}

function numbersIn(typed: TypedLine, kind: LineWords['kind'] | undefined, problems: LineProblem[]) {
  const year = yearFrom(typed.year);
  if (typed.year.trim() === '') problems.push({ reason: 'empty', field: 'year' });
  else if (year === undefined)
    problems.push({ reason: 'no-such-year', field: 'year', text: typed.year.trim() });
  const amount = amountFrom(typed.amount);
  if (typed.amount.trim() === '') problems.push({ reason: 'empty', field: 'amount' });
  else if (amount === undefined)
    problems.push({ reason: 'not-an-amount', field: 'amount', text: typed.amount.trim() });
  const people = /^\d{1,6}$/.test(typed.people.trim()) ? Number(typed.people.trim()) : undefined;
  if (typed.people.trim() === '') problems.push({ reason: 'empty', field: 'people' });
  else if (people === undefined)
    problems.push({ reason: 'not-people', field: 'people', text: typed.people.trim() });
  if (year === undefined || amount === undefined || people === undefined) return undefined;
  if (kind === 'staff' && amount > people)
    problems.push({ reason: 'more-posts-than-people', field: 'people', posts: amount });
  return { year, amount, people };
}

/** A sum or a number of posts as people write it: "£1,250,000", "12.5"; undefined where it is none or negative. */
export function amountFrom(text: string): number | undefined {
  const plain = text.trim().replace(/^£\s*/, '').replaceAll(/\s/g, '');
  const isGrouped = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(plain);
  if (!isGrouped && !/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return undefined;
  const amount = Number(plain.replaceAll(',', ''));
  return amount <= 1e12 ? amount : undefined;
}
