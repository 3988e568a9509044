import { Table } from '#packages/govuk-jsx';
import type { MeetingOf } from '../../queries/meetings/meetings-of.ts';
import { boardPlaces } from '../boards/places.ts';
import { sayWhen } from './meeting-words.ts';

/** Meetings as rows: when, which, of whom where several bodies stand together. */
export function MeetingList(props: { meetings: readonly MeetingOf[]; empty: string; whose?: 'of-all' }) {
  const { meetings, empty, whose } = props;
  if (meetings.length === 0) return <p class="empty">{empty}</p>;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="Meetings">
      <Table
        head={[
          { text: 'When' },
          { text: 'Meeting' },
          ...(whose ? [{ text: 'Who meets' }] : []),
          { text: 'Where' },
        ]}
        rows={meetings.map(({ meeting, body }) => [
          { text: sayWhen(meeting) },
          { html: <Named meeting={meeting} /> },
          ...(whose ? [{ html: <a href={boardPlaces.body(body.key)}>{body.name}</a> }] : []),
          { text: meeting.place },
        ])}
      />
    </div>
  );
}

function Named({ meeting }: Pick<MeetingOf, 'meeting'>) {
  return (
    <>
      <a href={boardPlaces.meeting(meeting.key)}>{meeting.title}</a>
      {meeting.state === 'cancelled' ? (
        <>
          {' '}
          <strong class="tag tag-late">Cancelled</strong>
        </>
      ) : null}
    </>
  );
}
