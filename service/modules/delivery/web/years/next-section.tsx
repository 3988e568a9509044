import { Button, Details } from '#packages/govuk-jsx';
import { LineField, PickField, WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { sayDay } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { sayDecisionNumber } from '../../domain/decision.ts';
import type { NextYear, YearView } from '../../queries/years/year-view.ts';
import { planPlaces } from '../plan/places.ts';
import { yearPlaces } from './places.ts';

type Props = {
  view: YearView;
  answersFor: (form: string) => Answers;
  csrf: string;
  mayTurn: boolean;
  mayKeep: boolean;
};

/** The third step: the priorities of the next plan, and the decision that agrees it. */
export function NextSection(props: Props) {
  const { view, mayTurn } = props;
  return (
    <section>
      <h2 id="next">3. New priorities</h2>
      {view.next ? (
        <Next {...props} next={view.next} />
      ) : (
        <>
          <p class="empty">
            There is no plan for the next year yet. It begins with the first line that is carried over, or
            here.
          </p>
          {mayTurn ? (
            <form method="post" action={yearPlaces.begin(view.plan.key)}>
              <CsrfField csrf={props.csrf} />
              <Button text="Begin the next plan" preventDoubleClick />
            </form>
          ) : null}
        </>
      )}
    </section>
  );
}

function Next(props: Props & { next: NextYear }) {
  const { plan, priorities, agreedBy } = props.next;
  const isDraft = plan.state === 'draft';
  return (
    <>
      <p>
        <a href={planPlaces.plan(plan.key)}>{plan.title}</a>, from {sayDay(plan.from)} to {sayDay(plan.until)}
        , {isDraft ? 'is a draft.' : 'is agreed'}
        {isDraft ? null : agreedBy ? (
          <>
            {' '}
            by <a href={`/decisions/${agreedBy.number}`}>{sayDecisionNumber(agreedBy)}</a>.
          </>
        ) : (
          '.'
        )}
      </p>
      {priorities.length === 0 ? (
        <p class="empty">It has no priority yet.</p>
      ) : (
        <Priorities priorities={priorities} />
      )}
      {props.mayKeep && isDraft ? (
        <>
          <AddPriority {...props} />
          <Agree {...props} />
        </>
      ) : null}
    </>
  );
}

function AddPriority({ view, answersFor, csrf }: Props) {
  const answers = answersFor('priority');
  return (
    <Details
      summaryText="Add a priority"
      open={answers.errors.length > 0}
      html={
        <form method="post" action={yearPlaces.addPriority(view.plan.key)} noValidate class="edit">
          <CsrfField csrf={csrf} />
          <LineField answers={answers} name="title" label="What matters most next year?" />
          <PickField
            answers={answers}
            name="element"
            label="Which part of the strategy is it?"
            options={[{ value: '', text: 'Choose one' }, ...view.elements]}
          />
          <WordsField
            answers={answers}
            name="why"
            label="Why now?"
            hint="What the numbers, a closer look and children say that makes it urgent."
            rows={3}
          />
          <Button text="Add it to the next plan" preventDoubleClick />
        </form>
      }
    />
  );
}

function Agree({ view, answersFor, csrf }: Props) {
  const answers = answersFor('agree');
  return (
    <Details
      summaryText="A board has agreed it"
      open={answers.errors.length > 0}
      html={
        view.decisions.length === 0 ? (
          <p>No decision has been minuted yet. A plan is agreed by a decision of a board.</p>
        ) : (
          <form method="post" action={yearPlaces.agree(view.plan.key)} noValidate class="edit">
            <CsrfField csrf={csrf} />
            <PickField
              answers={answers}
              name="decision"
              label="By which decision?"
              options={[
                { value: '', text: 'Choose one' },
                ...view.decisions.map((decision) => ({
                  value: `${decision.number}`,
                  text: `${sayDecisionNumber(decision)}, ${sayDay(decision.decidedOn)}: ${decision.title}`,
                })),
              ]}
            />
            <Button text="It is agreed" preventDoubleClick />
          </form>
        )
      }
    />
  );
}

function Priorities({ priorities }: Pick<NextYear, 'priorities'>) {
  return (
    <ol>
      {priorities.map(({ id, title, why, carriedFrom }) => (
        <li key={id}>
          <strong dir="auto">{title}</strong>
          {carriedFrom === undefined ? '' : ' (carried over)'}
          {why === '' ? null : (
            <>
              <br />
              <span dir="auto">{why}</span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
