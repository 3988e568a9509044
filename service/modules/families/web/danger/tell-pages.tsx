import { z } from 'zod';
import { optionalChoice, optionalText, text } from '#platform/forms/fields.ts';
import { kept, readForm, type FieldError } from '#platform/forms/read-form.ts';
import { newSecret } from '#platform/http/csrf.ts';
import { page, pageToMend, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { tell } from '../../actions/danger/tell.ts';
import { dangers, mostTold, type Told, type WayToTell } from '../../domain/danger/concern.ts';
import { doorNow } from './door-now.ts';
import { dangerPlaces } from './places.ts';
import { SentPage } from './sent-page.tsx';
import { TellPage } from './tell-form.tsx';
import { tellWords } from './tell-words.ts';
import { dangerWordsIn } from './words/words.ts';

/** What somebody may tell, by three forms with the same few questions. */
export const tellRoutes: readonly Route[] = [
  ...formOf('anybody', dangerPlaces.tell),
  ...formOf('child', dangerPlaces.tellChild),
  ...formOf('at-work', dangerPlaces.tellWork),
];

const line = () => optionalText(mostTold.line).transform((value) => value ?? '');

const answers = z.object({
  happened: text('what happened', mostTold.happened),
  about: line(),
  danger: optionalChoice(dangers).transform((value) => value ?? 'not-known'),
  sender: line(),
  setting: line(),
  reach: line(),
  reachIsSafe: optionalChoice(['yes', 'no']).transform((value) => value ?? 'not-said'),
});

function formOf(way: WayToTell, path: string): readonly Route[] {
  const around = { path, policy: 'everyone', standsAlone: true } as const;
  return [
    { method: 'GET', ...around, answer: (request) => shown(request, way) },
    { method: 'POST', ...around, answer: (request) => sent(request, way) },
  ];
}

async function shown(request: PageRequest, way: WayToTell): Promise<Answer> {
  const { door, isRead } = await doorNow(request);
  return page(formPage(request, { way, door, isRead, errors: [], showing: newSecret() }));
}

async function sent(request: PageRequest, way: WayToTell): Promise<Answer> {
  const showing = showingOf(request);
  const { door, isRead } = await doorNow(request);
  const again = { way, door, isRead, showing };
  const read = readForm(answers, request.posted);
  if (!read.done) {
    const errors = read.refusal.errors.map((error) => withHowMany(request, error));
    return pageToMend(formPage(request, { ...again, errors }));
  }
  const told: Told = { way, ...read.value };
  let outcome;
  try {
    outcome = await request.write((ctx) => tell(ctx, { told, showing }));
  } catch {
    // whatever broke, their words and the numbers stand on the page: nothing may look as though it had been received
    return page(formPage(request, { ...again, errors: [], trouble: 'down' }), 503);
  }
  if (!outcome.done) return page(formPage(request, { ...again, errors: [], trouble: 'nobody-reads' }), 503);
  return page({
    title: 'We have it. Thank you.',
    body: (
      <SentPage
        told={told}
        receipt={outcome.value.receipt}
        door={door}
        at={request.now}
        words={dangerWordsIn(request.language)}
      />
    ),
    scripts: ['leave.js'],
  });
}

type Shown = Omit<Parameters<typeof TellPage>[0], 'request' | 'words'> & { errors: readonly FieldError[] };

function formPage(request: PageRequest, parts: Shown) {
  return {
    title: tellWords[parts.way].title,
    body: <TellPage request={request} words={dangerWordsIn(request.language)} {...parts} />,
    scripts: ['leave.js'],
  };
}

/** What this showing of the form was given; where it came mangled, a new one: no report is turned away for that. */
function showingOf({ posted }: PageRequest): string {
  const given = kept(posted, 'showing');
  return /^[A-Za-z0-9_-]{43}$/.test(given) ? given : newSecret();
}

/** A text that is too long says how long it is, so that somebody can tell how much to send at a time. */
function withHowMany({ posted }: PageRequest, error: FieldError): FieldError {
  const length = kept(posted, error.field).trim().length;
  const most = error.field === 'happened' ? mostTold.happened : mostTold.line;
  if (length <= most) return error;
  const say = (count: number) => count.toLocaleString('en-GB');
  const message = `This is too long to send at once: it has ${say(length)} letters, and ${say(most)} fit. All of it is still here. Send it in parts.`;
  return { ...error, message };
}
