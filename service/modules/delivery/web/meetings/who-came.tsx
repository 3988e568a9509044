import { Button, Details, Table } from '#packages/govuk-jsx';
import { LineField, PickField } from '#platform/forms/inputs.tsx';
import { notFound, redirectTo, type Route } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { storedId } from '#platform/kernel/id.ts';
import { sayWhoCame } from '../../actions/meetings/say-who-came.ts';
import { cameWords, comings, type Attendance } from '../../domain/meetings/attendance.ts';
import { takeMinutes } from '../../domain/permissions.ts';
import type { SeatSeen } from '../../queries/boards/seats-seen.ts';
import { meetingView, type MeetingView } from '../../queries/meetings/meeting-view.ts';
import { partWords } from '../boards/board-words.ts';
import { boardPlaces } from '../boards/places.ts';

/** Who came and what they brought; a form for whoever takes the minutes. */
export function WhoCame({ view, csrf }: { view: MeetingView; csrf: string }) {
  const { attendance, seats, quorum, maySayWhoCame } = view;
  if (attendance.length === 0 && !maySayWhoCame) return null;
  return (
    <section>
      <h2>Who came</h2>
      {quorum === undefined ? null : (
        <p>
          {quorum === 'could-decide'
            ? 'Enough came for the body to decide.'
            : 'Too few came for the body to decide: what was agreed has to be confirmed when enough are there.'}
        </p>
      )}
      {attendance.length === 0 ? null : <Came view={view} />}
      {maySayWhoCame && seats.length > 0 ? <SayWhoCame view={view} csrf={csrf} /> : null}
    </section>
  );
}

function Came({ view: { attendance, seats, mayRead } }: { view: MeetingView }) {
  const said = new Map(attendance.map((one) => [one.membershipId, one]));
  const rows = seats.flatMap((seat) => {
    const one = said.get(seat.id);
    if (!one) return [];
    const cells = [{ text: seat.organisation || 'For themselves' }];
    if (mayRead) cells.push({ text: seat.name ?? '' });
    cells.push({ text: cameWords[one.came] });
    if (mayRead) cells.push({ text: one.contribution });
    return [cells];
  });
  const head = mayRead ? ['Organisation', 'Name', 'Came', 'Brought'] : ['Organisation', 'Came'];
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="Who came">
      <Table head={head.map((text) => ({ text }))} rows={rows} />
    </div>
  );
}

/** The form, folded once somebody has filled it in: the table above says the same. */
function SayWhoCame(props: { view: MeetingView; csrf: string }) {
  if (props.view.attendance.length === 0) return <CameForm {...props} />;
  return (
    <Details summaryText="Change who came">
      <CameForm {...props} />
    </Details>
  );
}

function CameForm({ view, csrf }: { view: MeetingView; csrf: string }) {
  const said = new Map(view.attendance.map((one) => [one.membershipId, one]));
  return (
    <form method="post" action={boardPlaces.cameTo(view.meeting.key)} noValidate class="edit">
      <CsrfField csrf={csrf} />
      {view.seats.map((seat) => (
        <CameField key={seat.id} seat={seat} before={said.get(seat.id)} />
      ))}
      <div class="actions">
        <Button text="Keep who came" preventDoubleClick />
      </div>
    </form>
  );
}

function CameField({ seat, before }: { seat: SeatSeen; before: Attendance | undefined }) {
  const who = [seat.name, seat.organisation].filter(Boolean).join(', ') || partWords[seat.part];
  const answers = { errors: [] };
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{who}</legend>
      <div class="came-fields">
        <PickField
          answers={answers}
          name={`came-${seat.id}`}
          label="Came"
          options={[
            { value: '', text: 'Not said' },
            ...comings.map((value) => ({ value, text: cameWords[value] })),
          ]}
          before={before?.came ?? ''}
        />
        <LineField
          answers={answers}
          name={`brought-${seat.id}`}
          label="What they brought"
          before={before?.contribution}
        />
      </div>
    </fieldset>
  );
}

/** What was said of who came is kept. */
export const cameRoute: Route = {
  method: 'POST',
  path: boardPlaces.cameTo(':meeting'),
  policy: takeMinutes,
  answer: async (request) => {
    const key = request.params['meeting'] ?? '';
    const view = await request.read((ctx) => meetingView(ctx, key));
    if (!view) return notFound();
    const attendance = view.seats.flatMap((seat): Attendance[] => {
      const posted = request.posted[`came-${seat.id}`]?.[0] ?? '';
      const came = comings.find((one) => one === posted);
      const contribution = (request.posted[`brought-${seat.id}`]?.[0] ?? '').trim().slice(0, 500);
      return came ? [{ membershipId: storedId(seat.id), came, contribution }] : [];
    });
    const kept = await request.write((ctx) => sayWhoCame(ctx, { key, attendance }));
    if (kept.done) return redirectTo(boardPlaces.meeting(key), 'Kept.');
    if (kept.refusal.reason === 'not-allowed' || kept.refusal.reason === 'meeting-missing') return notFound();
    const words = { 'meeting-cancelled': 'It was cancelled.', 'meeting-not-yet': 'It has not begun yet.' };
    return redirectTo(boardPlaces.meeting(key), `Nothing was kept. ${words[kept.refusal.reason]}`);
  },
};
