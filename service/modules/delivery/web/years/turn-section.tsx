import { Button, Details } from '#packages/govuk-jsx';
import { LineField, type Answers } from '#platform/forms/inputs.tsx';
import { CsrfField } from '#platform/page/frame.tsx';
import { sayNumber, stateWords, type Action } from '../../domain/action.ts';
import { sayYearChange } from '../../domain/years/measure-change.ts';
import { sentence } from '../../domain/years/report-words.ts';
import { openLines, type Became, type Line } from '../../domain/years/turn-line.ts';
import type { MeasuresOf } from '../../queries/years/draft-report.ts';
import type { YearView } from '../../queries/years/year-view.ts';
import { planPlaces } from '../plan/places.ts';
import { yearPlaces } from './places.ts';
import { capital, lineMark, Turned, TurnedBackBefore } from './turned-line.tsx';
import { sayOpen } from './year-words.ts';

type Props = {
  view: YearView;
  /** of the form of one line, by `turn-…` and what it names */
  answersFor: (form: string) => Answers;
  csrf: string;
  mayTurn: boolean;
  mayClose: boolean;
};

/** The second step: what becomes of each priority and action, one by one or all at once. */
export function TurnSection(props: Props) {
  const { view } = props;
  const open = countOpen(view.lines);
  const isTurnable = props.mayTurn && view.plan.state === 'agreed';
  const beside = view.lines.filter(
    ({ subject }) => subject.kind === 'action' && !priorityOf(view, subject.action),
  );
  return (
    <section>
      <h2 id="turn">2. Turn each line</h2>
      <p>{sayLeft(view)}</p>
      {isTurnable && open.priorities + open.actions > 0 ? <CarryAll {...props} /> : null}
      {view.lines.map(({ subject }) =>
        subject.kind === 'priority' ? (
          <PriorityLine key={subject.priority.id} id={subject.priority.id} {...props} />
        ) : null,
      )}
      {beside.length === 0 ? null : (
        <div class="year-priority">
          <h3>Beside the priorities</h3>
          <ActionLines lines={beside} {...props} />
        </div>
      )}
      {props.mayClose && view.plan.state === 'agreed' ? <Close {...props} /> : null}
    </section>
  );
}

export function countOpen(lines: readonly Line[]): { priorities: number; actions: number } {
  const open = openLines(lines);
  const priorities = open.filter(({ subject }) => subject.kind === 'priority').length;
  return { priorities, actions: open.length - priorities };
}

function sayLeft({ plan, lines }: YearView): string {
  if (plan.state === 'closed') return 'This year is closed: something was said of every line.';
  if (lines.length === 0) return 'This plan has no priorities and no actions yet.';
  const open = countOpen(lines);
  if (open.priorities + open.actions === 0)
    return 'Something was said of every line. The year can be closed.';
  return `${capital(sayOpen(open))}. Stop whenever you like: each press is kept at once, and nothing is lost half way.`;
}

function priorityOf(view: YearView, { priorityId }: Action) {
  return view.measures.find(({ priority }) => priority.id === priorityId)?.priority;
}

function CarryAll({ view, csrf }: Props) {
  return (
    <form method="post" action={yearPlaces.carryAll(view.plan.key)} class="actions">
      <CsrfField csrf={csrf} />
      <Button text="Carry over all that are open" classes="govuk-button--secondary" preventDoubleClick />
    </form>
  );
}

function Close({ view, csrf, answersFor }: Props) {
  const [error] = answersFor('close').errors;
  const open = countOpen(view.lines);
  const isReady = open.priorities + open.actions === 0;
  return (
    <form method="post" action={yearPlaces.close(view.plan.key)} id="close">
      <CsrfField csrf={csrf} />
      {error ? <p class="govuk-error-message">{error.message}</p> : null}
      <p class="quiet">
        {isReady
          ? 'A closed year can still be read by everybody it was for. Nothing in it changes any more.'
          : `Before the year can close, ${sayOpen(open)}.`}
      </p>
      <Button text="Close this year" classes={isReady ? '' : 'govuk-button--secondary'} preventDoubleClick />
    </form>
  );
}

function PriorityLine({ id, ...props }: Props & { id: string }) {
  const { view } = props;
  const line = view.lines.find(({ subject }) => subject.kind === 'priority' && subject.priority.id === id);
  const of = view.measures.find(({ priority }) => priority.id === id);
  if (!line || !of) return null;
  const actions = view.lines.filter(
    ({ subject }) => subject.kind === 'action' && subject.action.priorityId === id,
  );
  return (
    <div class="year-priority">
      <h3 dir="auto">{of.priority.title}</h3>
      {of.priority.why === '' ? null : <p dir="auto">{of.priority.why}</p>}
      <Changes of={of} view={view} />
      <What line={line} called={of.priority.title} {...props} />
      {actions.length === 0 ? (
        <p class="quiet">No action stood under it.</p>
      ) : (
        <ActionLines lines={actions} {...props} />
      )}
    </div>
  );
}

function Changes({ of: { measures }, view: { plan } }: { of: MeasuresOf; view: YearView }) {
  if (measures.length === 0) return <p class="quiet">No measure hangs on it.</p>;
  return (
    <ul>
      {measures.map(({ id, title, link, points, unit, finding }) => (
        <li key={id}>
          <a href={link}>{title}</a>:{' '}
          {sayYearChange(points, unit, plan) ?? 'no number is known of this year.'} {sentence(finding)}
        </li>
      ))}
    </ul>
  );
}

function ActionLines({ lines, ...props }: Props & { lines: readonly Line[] }) {
  return (
    <ul class="year-actions">
      {lines.map((line) => {
        if (line.subject.kind !== 'action') return null;
        const { action } = line.subject;
        const who = props.view.organisations.get(action.owner.organisationKey);
        return (
          <li key={action.id}>
            <p>
              <a href={planPlaces.action(action.number)}>{action.title}</a>{' '}
              <span class="quiet">
                {sayNumber(action)}, {stateWords[action.state]}
                {who === undefined ? '' : `, ${who}`}
              </span>
            </p>
            <What line={line} called={sayNumber(action)} {...props} />
          </li>
        );
      })}
    </ul>
  );
}

/** What became of a line, or the way to say it. */
function What({ line, called, ...props }: Props & { line: Line; called: string }) {
  const { turn, standing } = line;
  const { subject } = line;
  const id = subject.kind === 'priority' ? subject.priority.id : subject.action.id;
  const isTurnable = props.mayTurn && props.view.plan.state === 'agreed';
  const [wrong] = props.answersFor(lineMark(id)).errors;
  if (turn)
    return <Turned turn={turn} called={called} message={wrong?.message} isTurnable={isTurnable} {...props} />;
  if (standing === 'over') return null;
  return (
    <>
      <TurnedBackBefore line={line} id={id} message={wrong?.message} />
      {isTurnable ? <TurnForm line={line} called={called} id={id} {...props} /> : null}
    </>
  );
}

function TurnForm({
  line: { subject },
  called,
  id,
  ...props
}: Props & { line: Line; called: string; id: string }) {
  const form = `turn-${id}`;
  const answers = props.answersFor(form);
  return (
    <Details
      summaryText={`What becomes of ${subject.kind === 'priority' ? `“${called}”` : called}?`}
      open={answers.errors.length > 0}
      html={
        <form method="post" action={yearPlaces.turn(props.view.plan.key)} noValidate>
          <CsrfField csrf={props.csrf} />
          <input type="hidden" name="subject" value={id} />
          <LineField
            answers={answers}
            name={`reason-${id}`}
            label="A word to go with it"
            hint="Needed where it stops."
          />
          <div class="actions">
            <Press became="done" text="Done" called={called} />
            <Press became="carried" text="Carry over" called={called} />
            <Press became="stopped" text="Stop" called={called} />
          </div>
        </form>
      }
    />
  );
}

function Press({ became, text, called }: { became: Became; text: string; called: string }) {
  return (
    <Button
      name="became"
      value={became}
      classes="govuk-button--secondary"
      html={
        <>
          {text}
          <span class="visually-hidden">: {called}</span>
        </>
      }
    />
  );
}
