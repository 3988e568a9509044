import { Button } from '#packages/govuk-jsx';
import { DayField, LineField, PickField, type Answers } from '#platform/forms/inputs.tsx';
import { sayDay } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { AroundView } from '../../queries/plan/around-view.ts';
import { planPlaces } from '../plan/places.ts';
import { ActionLink } from '../plan/plan-parts.tsx';

export type AroundProps = { view: AroundView; answers: Answers; csrf: string; keeps: boolean };

type SmallProps = {
  at: AroundProps;
  what: string;
  text: string;
  of: string;
  name: string;
  value: string;
};

/** One button that does one thing to one line. */
function Small({ at, what, text, of, name, value }: SmallProps) {
  return (
    <form method="post" action={planPlaces.around(at.view.action.number)}>
      <CsrfField csrf={at.csrf} />
      <input type="hidden" name={name} value={value} />
      <button type="submit" class="link-button" name="what" value={what}>
        {text}
        <span class="visually-hidden">: {of}</span>
      </button>
    </form>
  );
}

/** Its steps, each with the way to say that it is reached. */
export function Milestones(props: AroundProps) {
  const { view, keeps } = props;
  return (
    <section aria-labelledby="milestones">
      <h2 id="milestones">Milestones</h2>
      {view.milestones.length === 0 ? (
        <p class="empty">None yet. A milestone is a step by which one sees that it goes on.</p>
      ) : null}
      <ul class="plan-lines">
        {view.milestones.map(({ id, title, due, reached }) => (
          <li key={id}>
            <span>
              {title}, by {sayDay(due)}
              {reached === undefined ? '' : `. Reached on ${sayDay(reached)}`}
            </span>{' '}
            <Small
              at={props}
              what={reached === undefined ? 'reached' : 'not-reached'}
              text={reached === undefined ? 'It is reached' : 'Not after all'}
              of={title}
              name="milestone"
              value={id}
            />
            {keeps ? (
              <Small
                at={props}
                what="take-milestone"
                text="Take away"
                of={title}
                name="milestone"
                value={id}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {keeps ? <AddMilestone {...props} /> : null}
    </section>
  );
}

function AddMilestone({ view, answers, csrf }: AroundProps) {
  return (
    <form method="post" action={planPlaces.around(view.action.number)} noValidate class="edit">
      <CsrfField csrf={csrf} />
      <LineField answers={answers} name="title" label="Another milestone" />
      <DayField answers={answers} name="due" label="By when?" />
      <Button text="Add it" name="what" value="add-milestone" preventDoubleClick />
    </form>
  );
}

/** Who helps, and with what. */
export function Partners(props: AroundProps) {
  const { view, answers, csrf } = props;
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">Who helps</h2>
      <ul class="plan-lines">
        {view.partners.map(({ organisationKey, part }) => {
          const name = view.organisations.get(organisationKey) ?? organisationKey;
          return (
            <li key={organisationKey}>
              <span>
                {name}
                {part === '' ? '' : `: ${part}`}
              </span>{' '}
              <Small
                at={props}
                what="take-partner"
                text="Take away"
                of={name}
                name="organisation"
                value={organisationKey}
              />
            </li>
          );
        })}
      </ul>
      <form method="post" action={planPlaces.around(view.action.number)} noValidate class="edit">
        <CsrfField csrf={csrf} />
        <PickField
          answers={answers}
          name="organisation"
          label="Another organisation that helps"
          options={[{ value: '', text: 'Choose one' }, ...view.couldHelp]}
        />
        <LineField answers={answers} name="part" label="What is its part?" />
        <Button text="Name it" name="what" value="add-partner" preventDoubleClick />
      </form>
    </section>
  );
}

/** What it cannot go on without. */
export function Waits(props: AroundProps) {
  const { view, answers, csrf } = props;
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">What it waits for</h2>
      <ul class="plan-lines">
        {view.waitsFor.map((action) => (
          <li key={action.id}>
            <span>
              <ActionLink action={action} />
            </span>{' '}
            <Small
              at={props}
              what="take-wait"
              text="It need not wait"
              of={action.title}
              name="waitsFor"
              value={String(action.number)}
            />
          </li>
        ))}
      </ul>
      <form method="post" action={planPlaces.around(view.action.number)} noValidate class="edit">
        <CsrfField csrf={csrf} />
        <PickField
          answers={answers}
          name="waitsFor"
          label="It cannot go on before this is done"
          options={[{ value: '', text: 'Choose an action' }, ...view.couldWaitFor]}
        />
        <Button text="It waits for this" name="what" value="add-wait" preventDoubleClick />
      </form>
    </section>
  );
}
