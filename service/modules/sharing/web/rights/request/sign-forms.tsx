import { Button } from '#packages/govuk-jsx';
import { WordsField } from '#platform/forms/inputs.tsx';
import type { RightsRequest } from '../../../domain/rights/rights-request.ts';
import { ActForm } from './act-form.tsx';
import { rightsPlaces } from '../places.ts';
import type { StepProps } from './step-props.ts';
import { sayInstant } from '../rights-words.ts';

const none = { errors: [] };

/** Two people sign, and then it leaves. */
export function SignForms(props: StepProps) {
  const { seen, request } = props;
  const { id } = seen.request;
  const mine = request.actor.kind === 'person' ? request.actor.personId : '';
  const signedByMe = seen.signed.some(({ personId }) => personId === mine);
  return (
    <>
      <Signed seen={seen} />
      <p class="actions">
        <a href={rightsPlaces.words(id)}>What was decided of each stretch</a>
        <a href={rightsPlaces.preview(id)}>Read it as it would leave</a>
      </p>
      {seen.signedByTwo ? (
        <ReleaseForm {...props} />
      ) : signedByMe ? (
        <p>You signed. It waits for somebody else.</p>
      ) : (
        <ActForm {...props} act="sign">
          <Button
            text={seen.signed.length === 0 ? 'I decided, and sign' : 'I looked, and sign'}
            preventDoubleClick
          />
        </ActForm>
      )}
    </>
  );
}

function Signed({ seen: { signed } }: Pick<StepProps, 'seen'>) {
  if (signed.length === 0)
    return (
      <p>The first signature says that everything is decided. The second is of somebody else who looked.</p>
    );
  return (
    <ul>
      {signed.map(({ place, name, at }) => (
        <li key={place}>
          {name} signed on {sayInstant(at)}
        </li>
      ))}
    </ul>
  );
}

function ReleaseForm(props: StepProps) {
  return (
    <ActForm {...props} act="release">
      <WordsField
        answers={props.around.answers ?? none}
        name="letter"
        label="A few words of yours to them"
        hint="They stand at the beginning. Warm, and in plain words. It may stay empty."
        rows={4}
      />
      <Button text="Let it go to them" preventDoubleClick />
    </ActForm>
  );
}

function sayHowItReaches({ askedBy, who }: RightsRequest): string {
  if (askedBy !== undefined)
    return 'They open it in their own account. You can also give it to them yourself, with somebody they chose.';
  return who.email !== '' && who.safeToWrite === 'yes'
    ? 'A letter with a link went to them. You can also give it to them yourself.'
    : 'It is not safe to write to them, or they have no e-mail address: give it to them yourself, with somebody they chose.';
}

/** An answer that left, to be given into somebody's hands. */
export function HandOver(props: StepProps) {
  const { seen } = props;
  const { id } = seen.request;
  if (!seen.released) return null;
  return (
    <section>
      <h2>Giving it into their hands</h2>
      <p>{sayHowItReaches(seen.request)}</p>
      <ul>
        <li>
          <a href={rightsPlaces.answer(id, 'pdf')}>To print (PDF)</a>
        </li>
        <li>
          <a href={rightsPlaces.answer(id, 'zip')}>
            For a memory stick: the page, the PDF and the record in one
          </a>
        </li>
      </ul>
      {seen.released.handedOverOn ? (
        <p>It was given to them.</p>
      ) : (
        <ActForm {...props} act="handed-over">
          <Button text="I gave it to them" preventDoubleClick />
        </ActForm>
      )}
    </section>
  );
}
