import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { Line, Turn } from '../../domain/years/turn-line.ts';
import type { YearView } from '../../queries/years/year-view.ts';
import { yearPlaces } from './places.ts';
import { becameWords } from './year-words.ts';

/** What a line's place on the page is called: an id by itself may begin with a digit. */
export function lineMark(id: string): string {
  return `line-${id}`;
}

/** What became of a line, and the way to take it back while the year is still being turned. */
export function Turned(props: {
  turn: Turn;
  called: string;
  message: string | undefined;
  isTurnable: boolean;
  view: YearView;
  csrf: string;
}) {
  const { turn, called, message, view } = props;
  return (
    <div id={lineMark(turn.subjectId)}>
      <Wrongly message={message} />
      <p class="year-turned">{sayTurn(turn, view)}</p>
      {props.isTurnable ? (
        <form method="post" action={yearPlaces.turnBack(view.plan.key)}>
          <CsrfField csrf={props.csrf} />
          <input type="hidden" name="subject" value={turn.subjectId} />
          <input type="hidden" name="turn" value={turn.id} />
          <button type="submit" class="link-button">
            Turn it back<span class="visually-hidden">: {called}</span>
          </button>
        </form>
      ) : null}
    </div>
  );
}

/** What was said of an open line before, and who took it back. */
export function TurnedBackBefore(props: { line: Line; id: string; message: string | undefined }) {
  const { line, id, message } = props;
  if (!line.turnedBack && message === undefined) return null;
  const { turnedBack } = line;
  return (
    <div id={lineMark(id)}>
      <Wrongly message={message} />
      {turnedBack ? (
        <p class="quiet">
          {capital(becameWords[turnedBack.became])}, said {turnedBack.saidByName}; turned back by{' '}
          {turnedBack.backByName} on {sayDay(dayInEngland(turnedBack.backAt))}.
        </p>
      ) : null}
    </div>
  );
}

function Wrongly({ message }: { message: string | undefined }) {
  return message === undefined ? null : <p class="govuk-error-message">{message}</p>;
}

function sayTurn(turn: Turn, { carriedInto, next }: YearView): string {
  const number = turn.intoId === undefined ? undefined : carriedInto.get(turn.intoId);
  const into =
    turn.became === 'carried'
      ? `${number === undefined ? '' : ` as A${number}`} into “${next?.plan.title ?? 'the next plan'}”`
      : '';
  const reason = turn.reason === '' ? '' : ` ${turn.reason}`;
  return `${capital(becameWords[turn.became])}${into}, said ${turn.saidByName} on ${sayDay(dayInEngland(turn.saidAt))}.${reason}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
