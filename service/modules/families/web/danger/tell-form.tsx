import { Button } from '#packages/govuk-jsx';
import { ChoiceField, LineField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import type { FieldError } from '#platform/forms/read-form.ts';
import type { PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { NumbersInShort } from '#platform/page/numbers-to-ring.tsx';
import type { FrontDoor } from '../../domain/danger/front-door.ts';
import type { WayToTell } from '../../domain/danger/concern.ts';
import { numbersForErrors } from '../../queries/danger/front-door.ts';
import { Leave } from './numbers.tsx';
import { dangerPlaces } from './places.ts';
import { sayWhenRead } from './say-moments.ts';
import { dangerAnswers, safeAnswers, tellWords } from './tell-words.ts';
import type { DangerWords } from './words/english.ts';

type TellProps = {
  request: PageRequest;
  words: DangerWords;
  way: WayToTell;
  door: FrontDoor;
  isRead: boolean;
  errors: readonly FieldError[];
  showing: string;
  /** why it could not be taken in, though nothing was wrong with it */
  trouble?: 'down' | 'nobody-reads';
};

/** The form, with the numbers above it: nobody has to answer anything before they can ring. */
export function TellPage(props: TellProps) {
  const { request, words, way, trouble, errors } = props;
  const said = tellWords[way];
  const numbers = numbersForErrors(request.partnershipId);
  const offered = props.isRead || errors.length > 0 || trouble !== undefined;
  return (
    <>
      <Leave words={words} />
      <Wrong errors={errors} />
      {trouble ? <NotReceived trouble={trouble} /> : null}
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <section class="danger-box" aria-label="Numbers to ring">
        <p>
          <strong>Can it not wait? Ring now.</strong>
        </p>
        <NumbersInShort numbers={numbers} />
      </section>
      {offered ? <TellForm {...props} /> : <p>{words.nobodyReads}</p>}
      <p>
        <a href={dangerPlaces.now}>All the numbers</a>
      </p>
    </>
  );
}

/** Said first, and in no doubt: it was not received. */
function NotReceived({ trouble }: { trouble: 'down' | 'nobody-reads' }) {
  return (
    <div class="danger-now" role="alert">
      <h2>We did not get it</h2>
      <p>
        {trouble === 'down'
          ? 'Something is broken on our side. What you wrote is still here, below. Nobody has read it.'
          : 'Nobody is there to read it. What you wrote is still here, below.'}
      </p>
      <p>
        <strong>
          {trouble === 'down' ? 'Please ring. Or wait a minute and press “Send” again.' : 'Please ring.'}
        </strong>
      </p>
    </div>
  );
}

function TellForm({ request, way, door, errors, showing }: TellProps) {
  const said = tellWords[way];
  const answers: Answers = request.posted['showing'] ? { posted: request.posted, errors } : { errors };
  return (
    <form method="post" action={request.path} noValidate autocomplete="off">
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="showing" value={showing} />
      <WordsField
        answers={answers}
        name="happened"
        label={said.happened}
        hint={said.happenedHint}
        rows={way === 'child' ? 6 : 8}
      />
      <LineField answers={answers} name="about" label={said.about} hint={said.aboutHint} />
      <ChoiceField answers={answers} name="danger" label={said.danger} options={dangerAnswers} />
      <Who request={request} way={way} answers={answers} />
      <LineField answers={answers} name="reach" label={said.reach} hint={said.reachHint} />
      {way === 'at-work' ? null : (
        <ChoiceField
          answers={answers}
          name="reachIsSafe"
          label="Is it safe to ring or write to you there?"
          hint="Could somebody see it or hear it who should not?"
          options={safeAnswers}
        />
      )}
      <h2>What happens then?</h2>
      <ul>
        <li>{sayWhenRead(request.now, door)}</li>
        <li>They have to act if a child may not be safe. So we cannot promise to keep it secret.</li>
        <li>You cannot read it again when it is sent. You get five words to write down.</li>
        <li>With the five words you can see if it was read, and what came of it.</li>
      </ul>
      <Button text="Send" preventDoubleClick />
    </form>
  );
}

/** Who tells. A person at work who signed in is named already. */
function Who({ request, way, answers }: { request: PageRequest; way: WayToTell; answers: Answers }) {
  const said = tellWords[way];
  const { actor } = request;
  const known = way === 'at-work' && actor.kind === 'person';
  return (
    <>
      {known ? (
        <p>
          You are signed in as <strong>{actor.name}</strong>. Whoever reads it sees that it comes from you.
        </p>
      ) : (
        <LineField answers={answers} name="sender" label={said.sender} hint={said.senderHint} />
      )}
      {said.setting === '' || known ? null : (
        <LineField answers={answers} name="setting" label={said.setting} hint="You can leave this out." />
      )}
    </>
  );
}
