import {
  ChoiceField,
  DayField,
  LineField,
  PickField,
  WordsField,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { bases, basisWords } from '../../domain/law/bases.ts';
import { conditions, conditionWords } from '../../domain/law/conditions.ts';
import { legalPowerFacts, powersOfDemands } from '../../domain/law/legal-powers.ts';
import type { RecordingAround } from '../../queries/disclosures/recording-view.ts';
import { sharingPlaces } from '../places.ts';
import type { Happening } from './read-recording.ts';

type Props = { answers: Answers; around: RecordingAround; happening: Happening };

/** Why the law allows it. Where an agreement says so already, it stands filled in. */
export function LawFields({ answers, around, happening }: Props) {
  const { agreed } = around;
  return (
    <section>
      <h2>Why the law allows it</h2>
      {agreed ? (
        <p class="measure-notes">
          <a href={sharingPlaces.agreement(agreed.number)}>{agreed.title}</a> covers this. What it says is
          filled in: nothing has to be chosen here, unless this share differs.
        </p>
      ) : (
        <p class="measure-notes">
          No agreement between the two is in force for this, so this is a single share with its own ground.
          Not sure about the law? Your governance lead can look with you. Data law does not stop you from
          keeping a child safe.
        </p>
      )}
      {agreed ? (
        <details open={inLaw(answers)}>
          <summary>Look at what is filled in, or change it</summary>
          <Answering answers={answers} around={around} happening={happening} />
        </details>
      ) : (
        <Answering answers={answers} around={around} happening={happening} />
      )}
    </section>
  );
}

/** Whether something of the law has to be put right. */
function inLaw({ errors }: Answers): boolean {
  const own = ['legal-power', 'basis', 'condition', 'rests', 'single-ground', 'consent', 'consent-on'];
  return errors.some(({ field }) => own.includes(field));
}

function Answering({ answers, around, happening }: Props) {
  const { agreed } = around;
  return (
    <>
      <Grounds answers={answers} around={around} happening={happening} />
      {agreed ? (
        <ChoiceField
          answers={answers}
          name="rests"
          label="What does it rest on?"
          options={[
            { value: 'agreement', text: `The agreement, SA${agreed.number}` },
            { value: 'single', text: 'A ground of its own, this once' },
          ]}
          before="agreement"
        />
      ) : (
        <input type="hidden" name="rests" value="single" />
      )}
      <WordsField
        answers={answers}
        name="single-ground"
        label={agreed ? 'If this once: why?' : 'Why share this, this once?'}
        hint="Why it is needed and fair, and what could happen if it were not shared."
        rows={3}
      />
      <ConsentFields answers={answers} />
    </>
  );
}

function Grounds({ answers, around, happening }: Props) {
  const ground = around.agreed?.ground;
  return (
    <>
      <PickField
        answers={answers}
        name="legal-power"
        label="What in law lets you share at all?"
        options={[none, ...powersFor(around, happening)]}
        before={ground?.legalPower ?? ''}
      />
      <PickField
        answers={answers}
        name="basis"
        label="The basis in data law"
        hint="For a public body nearly always its public task. Consent seldom is."
        options={[none, ...bases.map((value) => ({ value, text: basisWords[value].legal }))]}
        before={ground?.basis ?? ''}
      />
      <PickField
        answers={answers}
        name="condition"
        label="The condition for specially protected information"
        hint="Health, disability, origin, belief, intimate life, offences."
        options={[none, ...conditions.map((value) => ({ value, text: conditionWords[value].legal }))]}
        before={ground?.condition ?? ''}
      />
    </>
  );
}

const none = { value: '', text: 'Choose one' };

/** The powers that can be named: those of demands first where something is demanded, and nowhere else. */
function powersFor({ powers }: RecordingAround, happening: Happening) {
  const ofDemands = powers.filter((power) => powersOfDemands.includes(power));
  const others = powers.filter((power) => !powersOfDemands.includes(power));
  return (happening === 'demand' ? [...ofDemands, ...others] : others).map((value) => ({
    value,
    text: `${legalPowerFacts[value].words} (${legalPowerFacts[value].source})`,
  }));
}

function ConsentFields({ answers }: { answers: Answers }) {
  return (
    <details open={answers.errors.some(({ field }) => field.startsWith('consent'))}>
      <summary>Only where the basis is consent</summary>
      <div id="consent">
        <p class="quiet">
          Consent is a free, clear yes to exactly this, that can be taken back at any time. From then on
          nothing more crosses.
        </p>
        <LineField
          answers={answers}
          name="consent-by"
          label="Who gave it, and how?"
          hint="Mum, in writing. The young person, who understood it."
        />
        <DayField answers={answers} name="consent-on" label="When?" />
      </div>
    </details>
  );
}
