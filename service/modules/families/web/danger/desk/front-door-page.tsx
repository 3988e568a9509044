import { z } from 'zod';
import { choice, optionalText, text, ticked, version } from '#platform/forms/fields.ts';
import type { Answers } from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayFrom } from '#platform/kernel/day.ts';
import { done, refuse, wordsOf, type Outcome, type WordsFor } from '#platform/kernel/outcome.ts';
import {
  endReading,
  nameReader,
  setFrontDoor,
  type DoorRefusal,
  type ReaderRefusal,
} from '../../../actions/danger/keep-front-door.ts';
import { mostOwnNumbers, type FrontDoor, type OwnNumber } from '../../../domain/danger/front-door.ts';
import { keepFrontDoor } from '../../../domain/permissions.ts';
import { frontDoorKept } from '../../../queries/danger/readers.ts';
import { FrontDoorView } from './front-door-view.tsx';
import { dangerPlaces } from '../places.ts';

const place = dangerPlaces.frontDoor;

/** The partnership's own numbers, links and hours, and who is named to read. */
export const frontDoorRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: place,
    policy: keepFrontDoor,
    answer: (request) => shown(request, { errors: [] }),
  },
  { method: 'POST', path: place, policy: keepFrontDoor, answer: kept },
  { method: 'POST', path: `${place}/readers`, policy: keepFrontDoor, answer: named },
  { method: 'POST', path: `${place}/readers/:readerId/end`, policy: keepFrontDoor, answer: ended },
];

const refusals: WordsFor<DoorRefusal | ReaderRefusal> = {
  'not-allowed': () => 'You cannot do this',
  'door-changed-meanwhile': () =>
    'A colleague saved other numbers while you were writing. Open this page in a second window, and compare',
  'not-yourself': () => 'Somebody else has to name you',
  'could-not-read': () => 'Choose somebody with a role that reads, and who comes from a school or service',
  'reads-already': () => 'They are named already',
  'reader-missing': () => 'They are not named any more',
};

const link = (what: string) =>
  optionalText(500)
    .transform((value) => value ?? '')
    .refine(
      (value) => value === '' || /^https:\/\/[^\s]+$/.test(value),
      `The address of ${what} must begin with https://`,
    );
const clock = (what: string) =>
  text(what, 5).refine((value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value), 'Write it like 08:30');

const doorSchema = z.object({
  version: version(),
  thresholdName: optionalText(200).transform((value) => value ?? ''),
  thresholdLink: link('the document'),
  referralLink: link('the referral'),
  unreadMinutes: text('how many minutes', 3)
    .transform(Number)
    .refine(
      (value) => Number.isInteger(value) && value >= 5 && value <= 480,
      'Enter minutes between 5 and 480',
    ),
  opens: clock('when readers begin'),
  closes: clock('when readers stop'),
});

const numberSchema = z.object({
  name: optionalText(120),
  number: optionalText(40),
  hours: optionalText(200),
  checkedOn: optionalText(10),
  outOfHours: ticked(),
});

async function kept(request: PageRequest): Promise<Answer> {
  const read = readForm(doorSchema, request.posted);
  const numbers = numbersIn(request);
  const late = read.done && read.value.closes <= read.value.opens;
  const errors = [
    ...(read.done ? [] : read.refusal.errors),
    ...(numbers.done ? [] : numbers.refusal.errors),
    ...(late ? [{ field: 'closes', message: 'Readers must stop later than they begin' }] : []),
  ];
  if (!read.done || !numbers.done || late) return shown(request, { posted: request.posted, errors });
  const door: FrontDoor = { ...read.value, numbers: numbers.value };
  const outcome = await request.write((ctx) => setFrontDoor(ctx, door));
  if (outcome.done) return redirectTo(place, 'The front door is set. The page for everybody shows it now.');
  const message = wordsOf(refusals, outcome.refusal);
  return shown(request, { posted: request.posted, errors: [{ field: 'number-1-name', message }] });
}

type NumbersRead = Outcome<readonly OwnNumber[], { reason: 'not-valid'; errors: readonly FieldError[] }>;

/** The numbers of the form: a line that is left empty is none; one that is half filled in is put right. */
function numbersIn({ posted }: PageRequest): NumbersRead {
  const found: OwnNumber[] = [];
  const errors: FieldError[] = [];
  for (let at = 1; at <= mostOwnNumbers; at += 1) {
    const field = (name: string) => `number-${at}-${name}`;
    const read = readForm(
      numberSchema,
      Object.fromEntries(Object.keys(numberSchema.shape).map((name) => [name, posted[field(name)] ?? []])),
    );
    if (!read.done) {
      errors.push(...read.refusal.errors.map((error) => ({ ...error, field: field(error.field) })));
      continue;
    }
    const { name, number, hours, checkedOn, outOfHours } = read.value;
    if (name === undefined && number === undefined) continue;
    const wrong = wrongIn({ name, number, checkedOn });
    if (wrong) errors.push({ field: field(wrong.field), message: wrong.message });
    else
      found.push({
        name: name ?? '',
        number: number ?? '',
        hours: hours ?? '',
        outOfHours,
        checkedOn: checkedOn ?? '',
      });
  }
  return errors.length > 0 ? refuse({ reason: 'not-valid', errors }) : done(found);
}

function wrongIn(line: {
  name: string | undefined;
  number: string | undefined;
  checkedOn: string | undefined;
}): FieldError | undefined {
  if (line.name === undefined) return { field: 'name', message: 'Say whose number it is' };
  if (line.number === undefined || !/^\+?[\d ]{3,}$/.test(line.number))
    return { field: 'number', message: 'Write the number in figures, as it is dialled' };
  if (!dayFrom(line.checkedOn ?? ''))
    return {
      field: 'checkedOn',
      message: 'Ring it, and say on which day you did, like 2026-11-23',
    };
  return undefined;
}

async function named(request: PageRequest): Promise<Answer> {
  const schema = z.object({
    personId: text('who reads', 40),
    part: choice('which part they have', ['reader', 'deputy']),
  });
  const read = readForm(schema, request.posted);
  if (!read.done) return shown(request, { posted: request.posted, errors: read.refusal.errors });
  const outcome = await request.write((ctx) => nameReader(ctx, read.value));
  if (outcome.done) return redirectTo(place, 'They are named to read, from now on.');
  const errors = [{ field: 'personId', message: wordsOf(refusals, outcome.refusal) }];
  return shown(request, { posted: request.posted, errors });
}

async function ended(request: PageRequest): Promise<Answer> {
  const id = request.params['readerId'] ?? '';
  const outcome = await request.write((ctx) => endReading(ctx, id));
  return outcome.done ? redirectTo(place, 'They read no more, from now on.') : notFound();
}

async function shown(request: PageRequest, answers: Answers): Promise<Answer> {
  const found = await request.read(frontDoorKept);
  if (!found) return notFound();
  const content = {
    title: 'The front door',
    body: <FrontDoorView request={request} kept={found} answers={answers} />,
  };
  return answers.errors.length > 0 ? pageToMend(content) : page(content);
}
