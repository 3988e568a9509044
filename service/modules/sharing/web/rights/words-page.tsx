import { Button } from '#packages/govuk-jsx';
import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { allowed } from '#platform/access/policy.ts';
import {
  notFound,
  page,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type Outcome } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import {
  decide,
  decidedBy,
  keepBack,
  takeOutWords,
  type DecideRefusal,
} from '../../actions/rights/decide.ts';
import { keepBackReasons, removeReasons, undecided, type GatheredFact } from '../../domain/rights/answer.ts';
import { answerRights, signRights } from '../../domain/permissions.ts';
import type { RightsRequest } from '../../domain/rights/rights-request.ts';
import { gatheredSeen } from '../../queries/rights/requests-seen.ts';
import { FactToDecide } from './fact-to-decide.tsx';
import { rightsPlaces } from './places.ts';
import { isGone } from './request-acts.ts';
import { decideWords } from './rights-words.ts';

const factsAPage = 20;
const mostAtOnce = 500;

/** What was gathered, and what in it is about others: a person decides each. */
export const wordsRoutes: readonly Route[] = [
  { method: 'GET', path: rightsPlaces.words(':id'), policy: signRights, answer: (request) => show(request) },
  { method: 'POST', path: rightsPlaces.wordsAct(':id', 'decide'), policy: answerRights, answer: doDecide },
  { method: 'POST', path: rightsPlaces.wordsAct(':id', 'take-out'), policy: answerRights, answer: doTakeOut },
  {
    method: 'POST',
    path: rightsPlaces.wordsAct(':id', 'keep-back'),
    policy: answerRights,
    answer: doKeepBack,
  },
];

async function show(request: PageRequest, answers?: Answers): Promise<Answer> {
  const found = await request.look((ctx) => gatheredSeen(ctx, request.params['id'] ?? ''));
  if (!found || !found.request.gatheredAt) return notFound();
  const content = contentOf(request, found, answers);
  return answers ? page({ ...content, title: `Error: ${content.title}` }, 422) : page(content);
}

type Seen = { request: RightsRequest; facts: readonly GatheredFact[] };

function contentOf(
  request: PageRequest,
  { request: asked, facts }: Seen,
  answers: Answers | undefined,
): PageContent {
  const at = Math.max(
    1,
    Math.min(pages(facts), Number(request.query.get('page') ?? request.posted['page']?.[0]) || 1),
  );
  return {
    title: `What is about others: ${asked.reference}`,
    breadcrumbs: [{ text: `Request ${asked.reference}`, href: rightsPlaces.one(asked.id) }],
    body: (
      <>
        <Wrong errors={answers?.errors ?? []} />
        <h1>What is about others</h1>
        <p class="lead">{sayLeft(undecided(facts))}</p>
        <p>
          Marked words may be about somebody else. Take them out or leave them in, each with its reason.
          People who acted in their work are normally named. What is taken out is not in the copy at all.
        </p>
        <p class="actions">
          <ToTheNext id={asked.id} facts={facts} />
          <a href={rightsPlaces.preview(asked.id)}>Read it as it would leave</a>
          <a href={rightsPlaces.one(asked.id)}>Back to the request</a>
        </p>
        {facts.length === 0 ? <p class="empty">Nothing is held about them.</p> : null}
        <AllAtWork request={request} seen={{ request: asked, facts }} />
        <Facts request={request} seen={{ request: asked, facts }} at={at} />
        <Pages id={asked.id} at={at} of={pages(facts)} />
      </>
    ),
  };
}

/** The first fact in which something is still to be decided, on whichever page it stands. */
function ToTheNext({ id, facts }: { id: string; facts: readonly GatheredFact[] }) {
  const at = facts.findIndex((fact) => undecided([fact]) > 0);
  const next = facts[at];
  if (!next) return null;
  const place = `${rightsPlaces.words(id)}?page=${Math.floor(at / factsAPage) + 1}#fact-${next.id}`;
  return (
    <a class="govuk-button" href={place}>
      Go to what is still to be decided
    </a>
  );
}

function sayLeft(left: number): string {
  if (left === 0) return 'Everything is decided.';
  return left === 1
    ? 'One stretch of words is still to be decided.'
    : `${left} stretches of words are still to be decided.`;
}

/** Whoever acted in their work is normally named: one decision for all of them, each kept with its reason. */
function AllAtWork({ request, seen: { request: asked, facts } }: Omit<FactsProps, 'at'>) {
  const spans = facts
    .filter(({ keptBack }) => keptBack === undefined)
    .flatMap((fact) => fact.spans)
    .filter(({ decision, kind }) => decision === 'proposed' && kind === 'professional')
    .slice(0, mostAtOnce);
  if (spans.length < 2 || !mayDecide(request, asked)) return null;
  return (
    <form method="post" action={rightsPlaces.wordsAct(asked.id, 'decide')} class="rights-at-work">
      <Hidden request={request} asked={asked} at={1} />
      {spans.map(({ id }) => (
        <input key={id} type="hidden" name="span" value={id} />
      ))}
      <input type="hidden" name="reason" value="professional" />
      <p>{spans.length} of them say who acted in their work: whoever helps, looked, or wrote it down.</p>
      <Button
        text="Leave in all who acted in their work"
        classes="govuk-button--secondary"
        preventDoubleClick
      />
    </form>
  );
}

function mayDecide(request: PageRequest, asked: RightsRequest): boolean {
  return allowed(request.actor, answerRights) && !asked.answer;
}

type FactsProps = { request: PageRequest; seen: Seen; at: number };

function Facts({ request, seen: { request: asked, facts }, at }: FactsProps) {
  return (
    <>
      {facts.slice((at - 1) * factsAPage, at * factsAPage).map((fact) => (
        <section key={fact.id} class="rights-fact" id={`fact-${fact.id}`}>
          <h2 dir="auto">
            {sayDay(fact.on)}: {fact.title}
          </h2>
          <FactToDecide
            fact={fact}
            hidden={<Hidden request={request} asked={asked} at={at} />}
            requestId={asked.id}
            posted={request.posted}
            mayDecide={mayDecide(request, asked)}
          />
        </section>
      ))}
    </>
  );
}

function pages(facts: readonly GatheredFact[]): number {
  return Math.max(1, Math.ceil(facts.length / factsAPage));
}

function Hidden({ request, asked, at }: { request: PageRequest; asked: RightsRequest; at: number }) {
  return (
    <>
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="seen" value={String(asked.version)} />
      <input type="hidden" name="page" value={String(at)} />
    </>
  );
}

function Pages({ id, at, of }: { id: string; at: number; of: number }) {
  if (of === 1) return null;
  return (
    <nav aria-label="Pages" class="actions">
      {at > 1 ? <a href={`${rightsPlaces.words(id)}?page=${at - 1}`}>Before</a> : null}
      <span>
        Page {at} of {of}
      </span>
      {at < of ? <a href={`${rightsPlaces.words(id)}?page=${at + 1}`}>Next</a> : null}
    </nav>
  );
}

function heldOf({ params, posted }: PageRequest): { id: string; seen: number } {
  const seen = Number(/^\d{1,9}$/.exec(posted['seen']?.[0] ?? '')?.[0] ?? '0');
  return { id: params['id'] ?? '', seen };
}

async function doDecide(request: PageRequest): Promise<Answer> {
  const decided = decidedBy(request.posted['reason']?.[0] ?? '');
  const spanIds = (request.posted['span'] ?? []).slice(0, mostAtOnce);
  if (!decided) return wrong(request, 'Choose what becomes of these words');
  const alike = request.posted['alike'] ? 'same-words' : 'these';
  const done = await request.look((ctx) => decide(ctx, { ...heldOf(request), spanIds, decided, alike }));
  return cameTo(request, done);
}

async function doTakeOut(request: PageRequest): Promise<Answer> {
  const reason = removeReasons.find((one) => one === request.posted['reason']?.[0]);
  if (!reason) return wrong(request, 'Choose why these words are taken out');
  const factId = request.posted['fact']?.[0] ?? '';
  const words = (request.posted['words']?.[0] ?? '').replaceAll('\r\n', '\n').slice(0, 2000);
  return cameTo(
    request,
    await request.look((ctx) => takeOutWords(ctx, { ...heldOf(request), factId, words, reason })),
  );
}

async function doKeepBack(request: PageRequest): Promise<Answer> {
  const given = request.posted['reason']?.[0] ?? '';
  const reason = keepBackReasons.find((one) => one === given);
  if (!reason && given !== 'give') return wrong(request, 'Choose why it is kept back');
  const factId = request.posted['fact']?.[0] ?? '';
  return cameTo(request, await request.look((ctx) => keepBack(ctx, { ...heldOf(request), factId, reason })));
}

function cameTo(request: PageRequest, done: Outcome<unknown, DecideRefusal>): Promise<Answer> | Answer {
  const { id } = heldOf(request);
  const at = request.posted['page']?.[0] ?? '1';
  if (done.done)
    return redirectTo(`${rightsPlaces.words(id)}?page=${/^\d{1,4}$/.test(at) ? at : '1'}`, 'Saved.');
  if (isGone(done)) return notFound();
  return wrong(request, wordsOf(decideWords, done.refusal));
}

function wrong(request: PageRequest, message: string): Promise<Answer> {
  return show(request, { posted: request.posted, errors: [{ field: 'main', message }] });
}
