import { Button } from '#packages/govuk-jsx';
import { WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { notFound, pageToMend, redirectTo, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { maskedAddress, stateOf } from '#platform/links/link.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { askNoMore, askOwner } from '../../actions/plan/ask-owner.ts';
import { keepPlan } from '../../domain/permissions.ts';
import { actionView, type ActionView } from '../../queries/plan/action-view.ts';
import { crumbsOf, numberIn } from './address-of-action.ts';
import { planPlaces } from '../plan/places.ts';
import { askWords } from '../plan/plan-words.ts';

type Props = { view: ActionView; request: PageRequest; answers: Answers };

/** Asking whoever answers for it by a letter with a link, and how the last one stands. */
export function AskByLetter({ view, request, answers }: Props) {
  const { action, link } = view;
  const open = link && stateOf(link, request.now) === 'open';
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">Ask by letter</h2>
      <LastLetter view={view} now={request.now} />
      {action.owner.email === '' ? (
        <p>
          No address is known. <a href={planPlaces.editAction(action.number)}>Give its owner one</a>, and they
          can answer from a link, without an account.
        </p>
      ) : (
        <form method="post" action={planPlaces.ask(action.number)} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          {open ? (
            <Button
              text="Take the letter’s link back"
              name="what"
              value="withdraw"
              classes="govuk-button--secondary"
            />
          ) : (
            <>
              <WordsField
                answers={answers}
                name="words"
                label={`A word to ${action.owner.email}`}
                hint="It may stay empty. The letter says what is asked, and reminds twice until it is answered."
                rows={2}
              />
              <Button text="Send a letter" preventDoubleClick />
            </>
          )}
        </form>
      )}
    </section>
  );
}

function LastLetter({ view: { link }, now }: { view: ActionView; now: Date }) {
  if (!link) return null;
  const on = sayDay(dayInEngland(link.madeAt));
  const to = maskedAddress(link.to);
  const state = stateOf(link, now);
  const words = {
    open: `A letter of ${on} to ${to} waits for its answer.`,
    used: `The letter of ${on} was answered from ${to}.`,
    expired: `The letter of ${on} to ${to} was never answered. Ring them.`,
    withdrawn: `The letter of ${on} to ${to} was taken back.`,
    'handed-on': `The letter of ${on} was handed on.`,
    replaced: `The letter of ${on} was replaced by a new one.`,
  } as const;
  return <p>{words[state]}</p>;
}

/** Sends the letter, or takes it back. */
export const askRoute: Route = {
  method: 'POST',
  path: planPlaces.ask(0).replace('0', ':number'),
  policy: keepPlan,
  answer: async (request) => {
    const number = numberIn(request);
    if (request.posted['what']?.[0] === 'withdraw') {
      const taken = await request.write((ctx) => askNoMore(ctx, number));
      return taken.done ? redirectTo(planPlaces.action(number), 'Its link opens nothing more.') : notFound();
    }
    const words = (request.posted['words']?.[0] ?? '').slice(0, 2000);
    const asked = await request.write((ctx) => askOwner(ctx, { number, words }));
    if (asked.done) return redirectTo(planPlaces.action(number), 'The letter is on its way.');
    const view = await request.read((ctx) => actionView(ctx, number));
    if (!view) return notFound();
    const answers = {
      posted: request.posted,
      errors: [{ field: 'words', message: wordsOf(askWords, asked.refusal) }],
    };
    return pageToMend({
      title: 'Ask by letter',
      breadcrumbs: crumbsOf(view),
      body: (
        <>
          <Wrong errors={answers.errors} />
          <h1>{view.action.title}</h1>
          <AskByLetter view={view} request={request} answers={answers} />
        </>
      ),
    });
  },
};
