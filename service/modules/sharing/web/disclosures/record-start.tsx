import { Button } from '#packages/govuk-jsx';
import { purposes } from '#platform/access/purposes.ts';
import { ChoiceField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import type { RecordingChoices } from '../../queries/disclosures/recording-view.ts';
import { sharingPlaces } from '../places.ts';
import { purposeTitles } from './disclosure-words.ts';
import { BodyFields, ChildField } from './between-fields.tsx';
import { happenings, startFields, type Happening } from './read-recording.ts';

const happened: Readonly<Record<Happening, { text: string; hint: string }>> = {
  share: { text: 'I share something', hint: 'Or have just shared it, having thought about it first.' },
  'not-share': {
    text: 'I decided not to share',
    hint: 'It counts as much as sharing, and is kept beside it.',
  },
  demand: {
    text: 'A court or the police demand something',
    hint: 'It is signed off first, and given once.',
  },
};

/** The first questions of a record: about whom, what happened, with whom, for what. They change nothing. */
export function RecordStart({ choices, answers }: { choices: RecordingChoices; answers: Answers }) {
  const { mine } = choices;
  return (
    <>
      <Wrong errors={answers.errors} />
      <h1>Write down what was shared, or not</h1>
      <p class="lead">Four short questions, then one page. What you have typed is never lost.</p>
      <DangerNow childId={answers.posted?.[startFields.child]?.[0]} />
      {mine.length === 0 ? (
        <p class="empty">
          There is no child here whom you work with. When somebody names you beside a family, you can write
          down here what you share about them. If a child is in danger now, call 999.
        </p>
      ) : (
        <StartForm choices={choices} answers={answers} />
      )}
    </>
  );
}

function StartForm({ choices, answers }: { choices: RecordingChoices; answers: Answers }) {
  return (
    <form method="get" action={sharingPlaces.record} class="edit" noValidate>
      <ChildField choices={choices} answers={answers} label="About which child?" />
      <ChoiceField
        answers={answers}
        name={startFields.happening}
        label="What happens?"
        options={happenings.map((value) => ({ value, ...happened[value] }))}
      />
      <BodyFields choices={choices} answers={answers} label="With which organisation?" />
      <ChoiceField
        answers={answers}
        name={startFields.purpose}
        label="What for?"
        hint="Leave it out where a court or the police demand it."
        options={purposes
          .filter((purpose) => purpose !== 'compelled-by-law')
          .map((value) => ({ value, text: purposeTitles[value] }))}
      />
      <div class="actions">
        <Button text="Go on" name="step" value="on" />
        <a href={sharingPlaces.ledger}>Back to the ledger</a>
      </div>
    </form>
  );
}

/** The way past every question, where a child is in danger. */
export function DangerNow({ childId }: { childId?: string | undefined }) {
  const about = childId === undefined || childId === '' ? '' : `?child=${childId}`;
  return (
    <aside class="share-now">
      <h2>Is somebody in danger?</h2>
      <p>Do not stop to write. In danger now, call 999. Then share what keeps the child safe.</p>
      <p>
        <a class="govuk-button share-now-button" href={`${sharingPlaces.now}${about}`}>
          Share now, write it down within a day
        </a>
      </p>
    </aside>
  );
}
