import type { Verification } from '../../domain/verification.ts';
import { sayInstant } from '../entries/instant.ts';
import { auditPlaces } from '../places.ts';

/** How far a run has come. */
export function UnderWay({ run }: { run: Verification }) {
  return (
    <>
      <p>
        Verifying: {run.done.toLocaleString('en-GB')} of {run.of.toLocaleString('en-GB')} entries.
      </p>
      <progress
        class="progress"
        max={Math.max(run.of, 1)}
        value={run.done}
        aria-label="How much is verified"
      />
      <p class="only-without-scripts">
        <a href={auditPlaces.heads}>Look again</a>
      </p>
    </>
  );
}

/** What the last run found. */
export function LastVerification({ run }: { run: Verification | undefined }) {
  if (!run?.finishedAt)
    return <p class="empty">It has not been verified yet. That happens once a week by itself.</p>;
  return run.wrong === 0 ? (
    <AllWell run={run} at={run.finishedAt} />
  ) : (
    <Wrong run={run} at={run.finishedAt} />
  );
}

type Ended = { run: Verification; at: Date };

function AllWell({ run, at }: Ended) {
  return (
    <div class="card">
      <p>
        <strong>All is as it was written.</strong>
      </p>
      <p>
        {run.entries.toLocaleString('en-GB')} entries were verified on {sayInstant(at)}, and held against{' '}
        {run.heads.toLocaleString('en-GB')} signed ends.
      </p>
      {run.unheld > 0 ? (
        <p>
          {run.unheld.toLocaleString('en-GB')} came after the last signed end; the next one will hold them.
        </p>
      ) : null}
    </div>
  );
}

function Wrong({ run, at }: Ended) {
  return (
    <div class="card">
      <p>
        <strong>{run.wrong === 1 ? 'One thing is' : `${run.wrong} things are`} not as it was written.</strong>
      </p>
      <p>
        Found on {sayInstant(at)} among {run.entries.toLocaleString('en-GB')} entries. Change nothing on the
        machine. Tell the data protection officer today, and keep a copy of the database and of the signed
        ends as they are.
      </p>
      <ul>
        {run.faults.slice(0, 20).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
