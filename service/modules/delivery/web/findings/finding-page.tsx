import { z } from 'zod';
import { optionalText } from '#platform/forms/fields.ts';
import { kept, readForm, type FieldError } from '#platform/forms/read-form.ts';
import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { dayInEngland } from '#platform/kernel/day.ts';
import { actOnFinding } from '../../actions/findings/act-on-finding.ts';
import { findingActs, sayFinding, type FindingAct } from '../../actions/findings/say-finding.ts';
import { keepPlan } from '../../domain/permissions.ts';
import { findingView, type FindingView } from '../../queries/findings/finding-view.ts';
import { FindingBody } from './finding-parts.tsx';
import { Acts } from './finding-acts.tsx';
import { actingError, sayingError } from './finding-words.ts';
import { findingPlaces } from './places.ts';

const ofAny = ':number';

/** One finding: read, answered, closed by somebody else. */
export const findingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: findingPlaces.one(ofAny),
    policy: 'everyone',
    answer: async (request) => {
      const view = await viewOf(request);
      return view ? page(contentOf(request, view, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path: findingPlaces.say(ofAny), policy: 'at-work', answer: say },
  { method: 'POST', path: findingPlaces.act(ofAny), policy: keepPlan, answer: act },
];

/** The number in the address; -1, which nothing has, where it is none. */
export function numberOf({ params }: PageRequest): number {
  const text = params['number'] ?? '';
  return /^\d{1,7}$/.test(text) ? Number(text) : -1;
}

function viewOf(request: PageRequest): Promise<FindingView | undefined> {
  return request.read((ctx) => findingView(ctx, numberOf(request)));
}

const notices: { readonly [Act in FindingAct]: string } = {
  note: 'Your note stands with it.',
  mended: 'Said. Somebody else will look, and close it.',
  close: 'Closed.',
  reopen: 'It is open again.',
};

async function say(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const chosen = findingActs.find((one) => one === kept(posted, 'act'));
  if (!chosen) return notFound();
  const number = numberOf(request);
  const seen = Number(/^\d{1,9}$/.exec(kept(posted, 'seen'))?.[0] ?? '0');
  const again = async (errors: readonly FieldError[] | undefined) => {
    const view = errors && (await viewOf(request));
    return errors && view ? pageToMend(contentOf(request, view, { posted, errors })) : notFound();
  };
  const words = readForm(z.object({ said: optionalText(4000) }), posted);
  if (!words.done) return again(words.refusal.errors);
  const { said = '' } = words.value;
  const came = await request.write((ctx) => sayFinding(ctx, { number, seen, act: chosen, words: said }));
  return came.done
    ? redirectTo(findingPlaces.one(number), notices[chosen])
    : again(sayingError(came.refusal));
}

async function act(request: PageRequest): Promise<Answer> {
  const number = numberOf(request);
  const known = Number(/^\d{1,5}$/.exec(kept(request.posted, 'known'))?.[0] ?? '0');
  const made = await request.write((ctx) => actOnFinding(ctx, { number, known }));
  if (made.done)
    return redirectTo(
      `/actions/${made.value.number}`,
      `This action answers finding F${number}. Say more of it where it needs more.`,
    );
  const message = actingError(made.refusal);
  const view = message && (await viewOf(request));
  if (!message || !view) return notFound();
  return pageToMend(contentOf(request, view, { errors: [{ field: 'make-action', message }] }));
}

function contentOf(request: PageRequest, view: FindingView, answers: Answers): PageContent {
  const { finding } = view;
  return {
    title: finding.title,
    breadcrumbs: [{ text: 'Findings', href: findingPlaces.all }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <FindingBody view={view} today={dayInEngland(request.now)} />
        <Acts view={view} answers={answers} csrf={request.csrf} />
      </>
    ),
  };
}
