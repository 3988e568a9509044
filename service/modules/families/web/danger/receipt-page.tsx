import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { text } from '#platform/forms/fields.ts';
import { LineField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { readForm } from '#platform/forms/read-form.ts';
import { page, pageToMend, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { openReceipt, type OpenReceipt, type ReceiptRefusal } from '../../actions/danger/open-receipt.ts';
import { Leave } from './numbers.tsx';
import { dangerPlaces } from './places.ts';
import { sayMoment } from './say-moments.ts';
import { dangerWordsIn } from './words/words.ts';

const around = { path: dangerPlaces.receipt, policy: 'everyone', standsAlone: true } as const;

/** What became of it, by the words of a receipt: moments and the reader's answer, and nothing of what was told. */
export const receiptRoutes: readonly Route[] = [
  {
    method: 'GET',
    ...around,
    answer: async (request) => page(asked(request, { errors: [] })),
  },
  {
    method: 'POST',
    ...around,
    // guessing is slow
    secretAddress: true,
    answer: shown,
  },
];

const refusals: WordsFor<ReceiptRefusal> = {
  'not-a-receipt': () => 'A receipt is five of our words, such as “apple river candle moon boat”',
  'receipt-unknown': () => 'We do not know these five words. Look at how you wrote them down',
  'receipt-locked': () =>
    'There were too many tries. Wait an hour, then try again. If it cannot wait, ring one of the numbers',
};

const schema = z.object({ receipt: text('the five words of your receipt', 200) });

async function shown(request: PageRequest): Promise<Answer> {
  const read = readForm(schema, request.posted);
  if (!read.done) return pageToMend(asked(request, { posted: request.posted, errors: read.refusal.errors }));
  const given = { typed: read.value.receipt, browser: request.browser };
  const outcome = await request.write((ctx) => openReceipt(ctx, given));
  if (outcome.done)
    return page({
      title: 'What came of what you told us',
      body: <Came receipt={outcome.value} request={request} />,
      scripts: ['leave.js'],
    });
  const errors = [{ field: 'receipt', message: wordsOf(refusals, outcome.refusal) }];
  return pageToMend(asked(request, { posted: request.posted, errors }));
}

function asked(request: PageRequest, answers: Answers) {
  return {
    title: 'See what came of it',
    body: (
      <>
        <Leave words={dangerWordsIn(request.language)} />
        <Wrong errors={answers.errors} />
        <h1>See what came of it</h1>
        <p class="lead">When you told us, you got five words. Write them here.</p>
        <form method="post" action={dangerPlaces.receipt} autocomplete="off">
          <CsrfField csrf={request.csrf} />
          <LineField
            answers={answers}
            name="receipt"
            label="Your five words"
            hint="Big or small letters, with blanks between."
          />
          <Button text="See it" />
        </form>
        <p>
          Did you lose them? We cannot find them again. You can{' '}
          <a href={dangerPlaces.now}>ring, or tell us once more</a>.
        </p>
      </>
    ),
    scripts: ['leave.js'],
  };
}

function Came({ receipt, request }: { receipt: OpenReceipt; request: PageRequest }) {
  const { toldAt, readAt, actedAt, answer } = receipt;
  return (
    <>
      <Leave words={dangerWordsIn(request.language)} />
      <h1>What came of what you told us</h1>
      <ol class="told-steps">
        <li>
          <strong>We got it</strong> on {sayMoment(toldAt)}.
        </li>
        <li>
          {readAt ? (
            <>
              <strong>Somebody read it</strong> on {sayMoment(readAt)}.
            </>
          ) : (
            <>Nobody has read it yet.</>
          )}
        </li>
        <li>
          {actedAt ? (
            <>
              <strong>Somebody did something about it</strong> on {sayMoment(actedAt)}.
            </>
          ) : (
            <>What was done will stand here.</>
          )}
        </li>
      </ol>
      {answer === '' ? null : <h2>What we can say to you</h2>}
      {answer === '' ? null : <p class="as-told">{answer}</p>}
      <p>
        If it gets worse, do not wait: <a href={dangerPlaces.now}>ring, or tell us again</a>.
      </p>
    </>
  );
}
