import { ChoiceField, LineField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { demanders, refusalGrounds } from '../../domain/disclosures/disclosure.ts';
import { demanderWords, refusalGroundWords } from './disclosure-words.ts';

/** Why it is not shared. */
export function RefusalFields({ answers }: { answers: Answers }) {
  return (
    <section>
      <h2>Why not</h2>
      <ChoiceField
        answers={answers}
        name="refusal-ground"
        label="What weighed most?"
        options={refusalGrounds.map((value) => ({ value, text: refusalGroundWords[value] }))}
      />
      <WordsField
        answers={answers}
        name="refusal-words"
        label="In your own words"
        hint="What was asked, what you weighed, and what could happen because it is not shared."
        rows={4}
      />
    </section>
  );
}

/** What demands it. */
export function DemandFields({ answers }: { answers: Answers }) {
  return (
    <section>
      <h2>What demands it</h2>
      <ChoiceField
        answers={answers}
        name="demanded-by"
        label="Who demands it?"
        options={demanders.map((value) => ({ value, text: demanderWords[value] }))}
      />
      <LineField
        answers={answers}
        name="demand-reference"
        label="Which order or letter?"
        hint="Its number or day, so that it can be found."
      />
    </section>
  );
}

/** The four questions of the duty to share, from the day on which it binds. */
export function DutyFields({ answers }: { answers: Answers }) {
  return (
    <section>
      <h2>The duty to share</h2>
      <p class="measure-notes">
        The law asks four things of everybody who holds something that matters for a child’s welfare.
      </p>
      <WordsField
        answers={answers}
        name="relevance"
        label="Why does it matter for the child’s safety or welfare?"
        rows={2}
      />
      <WordsField answers={answers} name="whose-function" label="Whose work does it help?" rows={2} />
      <WordsField answers={answers} name="how-far" label="How far does it go, and no further?" rows={2} />
      <ChoiceField
        answers={answers}
        name="detriment"
        label="Would sharing be worse for the child than not sharing?"
        options={[
          { value: 'not-more', text: 'No' },
          { value: 'more', text: 'Yes: then it is not shared' },
        ]}
      />
    </section>
  );
}
