import type { Paper } from '../../domain/meetings/paper.ts';
import type { MeetingView } from '../../queries/meetings/meeting-view.ts';
import { boardPlaces } from '../boards/places.ts';

/** The papers of a meeting, as this person may see them. */
export function Papers({ view }: { view: MeetingView }) {
  const { papers, meeting, mayKeep } = view;
  return (
    <section>
      <h2>Papers</h2>
      {papers.length === 0 ? <p class="empty">No paper has been handed in yet.</p> : null}
      <ul class="rows">
        {papers.map((paper) => (
          <li key={paper.id}>
            <div>
              <PaperName paper={paper} meetingKey={meeting.key} />
              {paper.publishing.publish === 'exempt' ? (
                <p class="quiet">{`Not published. ${paper.publishing.ground}`}</p>
              ) : null}
            </div>
            {mayKeep && !paper.withdrawn ? (
              <a href={boardPlaces.withdraw(meeting.key, paper.id)}>
                Withdraw<span class="visually-hidden">: {paper.title}</span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PaperName({ paper, meetingKey }: { paper: Paper; meetingKey: string }) {
  if (paper.withdrawn)
    return (
      <>
        <span>{paper.title}</span>
        <p class="quiet">{`Withdrawn: ${paper.withdrawn.because}`}</p>
      </>
    );
  const ending = paper.fileName.split('.').at(-1)?.toUpperCase() ?? '';
  return (
    <a href={boardPlaces.paper(meetingKey, paper.id)}>
      {`${paper.title} (${ending}, ${saySize(paper.bytes)})`}
    </a>
  );
}

function saySize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
