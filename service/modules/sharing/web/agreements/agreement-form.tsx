import type { ComponentChildren } from 'preact';
import { Button } from '#packages/govuk-jsx';
import type { Purpose } from '#platform/access/purposes.ts';
import {
  ChoiceField,
  DayField,
  LineField,
  PickField,
  TicksField,
  WordsField,
  Wrong,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { CsrfField } from '#platform/page/frame.tsx';
import type { AgreementVersion } from '../../domain/agreements/agreement.ts';
import { bases, basisWords } from '../../domain/law/bases.ts';
import { bodyKindOf } from '../../domain/law/body-kind-of.ts';
import { bodyKinds, bodyKindWords } from '../../domain/law/body-kinds.ts';
import { conditions, conditionWords } from '../../domain/law/conditions.ts';
import { itemGroupFacts, itemGroups } from '../../domain/law/item-groups.ts';
import { legalPowerFacts } from '../../domain/law/legal-powers.ts';
import type { AgreementChoices } from '../../queries/agreements/agreement-views.ts';
import { purposeTitles } from '../disclosures/disclosure-words.ts';
import { sharingPlaces } from '../places.ts';
import { agreeable, groundFields, type Between } from './read-agreement.ts';

const none = { value: '', text: 'Choose one' };

/** The first two questions: between whom, and for what. They change nothing. */
export function AgreementStart({ choices, answers }: { choices: AgreementChoices; answers: Answers }) {
  return (
    <>
      <Wrong errors={answers.errors} />
      <h1>A new agreement</h1>
      <p class="lead">Between whom, and for what? The rest follows on one page.</p>
      <form method="get" action={sharingPlaces.newAgreement} class="edit" noValidate>
        <TicksField
          answers={answers}
          name="party"
          label="Which organisations agree?"
          options={choices.bodies.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <TicksField
          answers={answers}
          name="purpose"
          label="What for?"
          options={agreeable.map((value) => ({ value, text: purposeTitles[value] }))}
        />
        <div class="actions">
          <Button text="Go on" name="step" value="on" />
          <a href={sharingPlaces.agreements}>Back to the agreements</a>
        </div>
      </form>
    </>
  );
}

export type AgreementFormProps = {
  title: string;
  between: Between;
  choices: AgreementChoices;
  answers: Answers;
  csrf: string;
  action: string;
  back: string;
  seen: number;
  /** the version that this one follows */
  before: AgreementVersion | undefined;
  /** what somebody else saved since, to be read before one's own words */
  meanwhile?: ComponentChildren;
};

/** One agreement on one page: what it means, what is shared, each party's ground, the days. */
export function AgreementForm(props: AgreementFormProps) {
  const { answers, between, before } = props;
  return (
    <>
      <Wrong errors={answers.errors} />
      <h1>{props.title}</h1>
      <p class="lead">{between.parties.map(({ name }) => name).join(' and ')}.</p>
      {props.meanwhile}
      <form method="post" action={props.action} noValidate class="edit">
        <CsrfField csrf={props.csrf} />
        <input type="hidden" name="seen" value={String(props.seen)} />
        {between.parties.map(({ id }) => (
          <input key={id} type="hidden" name="party" value={id} />
        ))}
        {between.purposes.map((purpose) => (
          <input key={purpose} type="hidden" name="purpose" value={purpose} />
        ))}
        {before ? (
          <WordsField
            answers={answers}
            name="why-changed"
            label="Why does it change?"
            hint="The version before stays in force until everybody has signed this one, and can always be read."
            rows={2}
          />
        ) : null}
        <Meaning answers={answers} between={between} />
        {between.purposes.map((purpose) => (
          <GroundsFor key={purpose} {...props} purpose={purpose} />
        ))}
        <Around answers={answers} />
        <div class="actions">
          <Button text={before ? 'Save this version' : 'Save the agreement'} preventDoubleClick />
          <a href={props.back}>Leave it as it was</a>
        </div>
      </form>
    </>
  );
}

function Meaning({ answers, between }: { answers: Answers; between: Between }) {
  return (
    <section>
      <h2>What it means</h2>
      <LineField answers={answers} name="title" label="What is it called?" />
      <WordsField
        answers={answers}
        name="plain-words"
        label="What does it mean for families?"
        hint="Everybody can read this: what is shared, so that what is better for them."
        rows={4}
      />
      <ChoiceField
        answers={answers}
        name="direction"
        label="Which way does it go?"
        options={[
          { value: 'both-ways', text: 'Both ways' },
          ...between.parties.map(({ id, name }) => ({ value: id, text: `Only from ${name}` })),
        ]}
        before="both-ways"
      />
      <TicksField
        answers={answers}
        name="items"
        label="What may be shared?"
        hint="No more than the purposes need."
        options={itemGroups
          .filter((item) => between.purposes.every((one) => itemGroupFacts[item].purposes.includes(one)))
          .map((value) => ({ value, text: itemGroupFacts[value].words }))}
      />
    </section>
  );
}

type GroundsProps = AgreementFormProps & { purpose: Purpose };

function GroundsFor(props: GroundsProps) {
  const { between, purpose } = props;
  return (
    <section>
      <h2>{purposeTitles[purpose]}: on what ground</h2>
      <div class="side-by-side">
        {between.parties.map((body, party) => (
          <GroundOf key={body.id} {...props} body={body} party={party} />
        ))}
      </div>
    </section>
  );
}

type GroundProps = GroundsProps & { body: Between['parties'][number]; party: number };

function GroundOf({ answers, between, choices, purpose, body, party }: GroundProps) {
  return (
    <div>
      <h3 dir="auto">{body.name}</h3>
      {between.purposes[0] === purpose ? (
        <PickField
          answers={answers}
          name={groundFields.kind(party)}
          label="What is it in this work?"
          options={bodyKinds.map((value) => ({ value, text: bodyKindWords[value] }))}
          before={bodyKindOf(body.kind)}
        />
      ) : null}
      <PickField
        answers={answers}
        name={groundFields.power(party, purpose)}
        label="What in law lets it share?"
        options={[none, ...choices.powers.map((value) => powerOption(value))]}
      />
      <PickField
        answers={answers}
        name={groundFields.basis(party, purpose)}
        label="Its basis in data law"
        options={[none, ...bases.map((value) => ({ value, text: basisWords[value].legal }))]}
      />
      <PickField
        answers={answers}
        name={groundFields.condition(party, purpose)}
        label="Its condition for specially protected information"
        options={[none, ...conditions.map((value) => ({ value, text: conditionWords[value].legal }))]}
      />
    </div>
  );
}

function powerOption(value: AgreementChoices['powers'][number]) {
  const { words, source, check } = legalPowerFacts[value];
  return { value, text: `${words} (${source})${check ? ' – check with your data protection officer' : ''}` };
}

function Around({ answers }: { answers: Answers }) {
  return (
    <section>
      <h2>What keeps it right</h2>
      <WordsField
        answers={answers}
        name="safeguards"
        label="What keeps the information safe?"
        hint="Who reads it, how it travels, how long it is kept."
        rows={4}
      />
      <LineField
        answers={answers}
        name="assessment"
        label="Where is the data protection impact assessment?"
        hint="Its number, or where it is kept."
      />
      <LineField
        answers={answers}
        name="ask"
        label="Whom can anybody ask?"
        hint="A team and how to reach it."
      />
      <DayField answers={answers} name="begins-on" label="When does it begin?" />
      <DayField answers={answers} name="review-on" label="When is it reviewed?" />
      <DayField
        answers={answers}
        name="ends-on"
        label="What is its last day?"
        hint="From the next day on nothing crosses on it."
      />
    </section>
  );
}
