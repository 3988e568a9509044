import { Button } from '#packages/govuk-jsx';
import { dayPosted, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { kept, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import type { Day } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { stepForward, type StepAsked } from '../../actions/commissioning/step-forward.ts';
import { verdicts, type Commission } from '../../domain/commissioning/commission.ts';
import { nextSteps } from '../../domain/commissioning/take-step.ts';
import { keepCommissioning } from '../../domain/permissions.ts';
import { commissionView } from '../../queries/commissioning/commission-view.ts';
import { commissionErrors, sayNext } from './commission-words.ts';
import { commissionPlaces } from './places.ts';
import { StepFields } from './step-fields.tsx';
import { Theirs } from './parts/theirs.tsx';

const path = commissionPlaces.step(':key');

/** A joint purchase is taken one step on; each step asks what it needs, and keeps why. */
export const stepRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: keepCommissioning,
    answer: async (request) => {
      const content = await formPage(request, { errors: [] });
      return content ? page(content) : notFound();
    },
  },
  { method: 'POST', path, policy: keepCommissioning, answer: step },
];

type To = StepAsked['to'];
const all: readonly To[] = ['options', 'decision', 'service', 'outcome', 'ended'];

async function step(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const key = request.params['key'] ?? '';
  const to = all.find((one) => one === kept(posted, 'to'));
  if (!to) return notFound();
  const again = async (errors: readonly FieldError[] | undefined, theirs?: Commission) => {
    const content = errors && (await formPage(request, { posted, errors }, theirs));
    return content ? pageToMend(content) : notFound();
  };
  const read = readStep(request, to);
  if ('errors' in read) return again(read.errors);
  const seen = Number(/^\d{1,9}$/.exec(kept(posted, 'seen'))?.[0] ?? '0');
  const taken = await request.write((ctx) => stepForward(ctx, { key, seen, step: read.step }));
  if (taken.done) return redirectTo(commissionPlaces.one(key), 'It went one step on.');
  const { refusal } = taken;
  const meanwhile = refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined;
  return again(commissionErrors(refusal)?.map(atWords(meanwhile)), meanwhile);
}

/** On this page there is no title to point at: what came between is said at the words. */
function atWords(meanwhile: Commission | undefined) {
  return (error: FieldError): FieldError => (meanwhile ? { ...error, field: 'words' } : error);
}

const longest = 4000;

function readStep({ posted }: PageRequest, to: To): { step: StepAsked } | { errors: FieldError[] } {
  const errors: FieldError[] = [];
  const line = (field: string) => {
    const typed = kept(posted, field).trim();
    if (typed.length > longest)
      errors.push({ field, message: `This must be ${longest.toLocaleString('en-GB')} characters or fewer` });
    return typed;
  };
  const day = (field: string): Day | undefined => {
    const found = dayPosted(posted, field);
    if (found !== 'no-such-day') return found === 'empty' ? undefined : found;
    errors.push({ field, message: 'Enter a day that exists, such as 1 9 2026' });
    return undefined;
  };
  const asked = askedOf(to, { line, day });
  return errors.length > 0 ? { errors } : { step: asked };
}

type Reading = { line(field: string): string; day(field: string): Day | undefined };

function askedOf(to: To, { line, day }: Reading): StepAsked {
  const words = line('words');
  switch (to) {
    case 'options':
    case 'ended':
      return { to, words };
    case 'decision': {
      const number = /^D?(\d{1,7})$/i.exec(line('decision'))?.[1];
      return {
        to,
        words,
        optionId: line('option'),
        decisionNumber: number === undefined ? undefined : Number(number),
      };
    }
    case 'service':
      return {
        to,
        words,
        name: line('name'),
        provider: line('provider'),
        from: day('from'),
        until: day('until'),
      };
    case 'outcome':
      return {
        to,
        words,
        outcome: line('outcome'),
        verdict: verdicts.find((one) => one === line('verdict')),
        reason: line('reason'),
      };
  }
}

async function formPage(
  request: PageRequest,
  answers: Answers,
  theirs?: Commission,
): Promise<PageContent | undefined> {
  const key = request.params['key'] ?? '';
  const view = await request.read((ctx) => commissionView(ctx, key));
  const [to] = view ? nextSteps(view.commission) : [];
  if (!view || !to) return undefined;
  const { commission } = view;
  const title = sayNext(commission, to);
  return {
    title,
    breadcrumbs: [
      { text: 'Buying together', href: commissionPlaces.all },
      { text: commission.title, href: commissionPlaces.one(key) },
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        <p class="lead">{commission.title}</p>
        {theirs ? <Theirs title={theirs.title} words={theirs.need} /> : null}
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="seen" value={String(commission.version)} />
          <input type="hidden" name="to" value={to} />
          <StepFields to={to} view={view} answers={answers} />
          <div class="actions">
            <Button text="Save" preventDoubleClick />
            <a href={commissionPlaces.one(key)}>Leave it as it was</a>
          </div>
        </form>
      </>
    ),
  };
}
