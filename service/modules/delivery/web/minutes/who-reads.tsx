import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { cameWords, type Came } from '../../domain/meetings/attendance.ts';
import type { MinutesSaid } from '../../domain/minutes/minutes-said.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { SeatThen } from '../../queries/minutes/who-came.ts';
import { agendaPlaces } from '../agenda/agenda-places.ts';

type WhoReadsProps = { meeting: Meeting; said: MinutesSaid | undefined; mayKeep: boolean };

/** Under agreed minutes: who reads them beside members, and where whoever keeps the boards says so. */
export function WhoReads({ meeting, said, mayKeep }: WhoReadsProps) {
  return (
    <p>
      {sayWhoReads(said)}{' '}
      {said?.publish === 'publish' ? (
        <a href={agendaPlaces.publicMinutes(meeting.key)}>What everybody reads</a>
      ) : null}
      {mayKeep ? (
        <>
          {said?.publish === 'publish' ? ' · ' : null}
          <a href={agendaPlaces.publishMinutes(meeting.key)}>
            {said ? 'Change who reads them' : 'Publish them, or say why not'}
          </a>
        </>
      ) : null}
    </p>
  );
}

/** "Everybody reads them since 3 March 2026." */
export function sayWhoReads(said: MinutesSaid | undefined): string {
  if (!said) return 'Only members read them so far.';
  const on = sayDay(dayInEngland(said.at));
  if (said.publish === 'publish')
    return said.edition === 1
      ? `Everybody reads them since ${on}.`
      : `Everybody reads them, in edition ${said.edition} since ${on}.`;
  if (said.publish === 'exempt') return `Only members read them: ${said.ground}.`;
  return `They were taken back on ${on}: ${said.reason}`;
}

const inOrder: readonly Came[] = ['there', 'sent-somebody', 'apologies', 'absent'];

/** Who came, by name, for members. */
export function WhoCameByName({ seats }: { seats: readonly SeatThen[] }) {
  if (seats.length === 0) return null;
  return (
    <dl class="facts">
      {inOrder.flatMap((how) => {
        const named = seats.filter(({ came }) => came === how);
        if (named.length === 0) return [];
        return [
          <div key={how} class="fact">
            <dt>{cameWords[how].charAt(0).toUpperCase() + cameWords[how].slice(1)}</dt>
            <dd>{named.map(sayNamed).join('; ')}</dd>
          </div>,
        ];
      })}
    </dl>
  );
}

function sayNamed({ seat }: SeatThen): string {
  return [seat.name, seat.organisation].filter(Boolean).join(', ');
}
