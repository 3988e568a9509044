import { standingWords } from '../../domain/standing/standing.ts';
import type { ChildRecord } from '../../queries/record/child-record.ts';
import type { WorkerAround } from '../../queries/standing/workers-around.ts';
import { familyPlaces } from '../places.ts';
import { Rests } from './resting.tsx';

/** Who is there for the child, the lead worker on top. */
export function AroundChild({ record }: { record: ChildRecord }) {
  const { workers, people, reach } = record;
  if (reach.access['people-around'] === 'hidden') return null;
  const [first] = workers;
  return (
    <section class="part">
      <h2>Who is around</h2>
      <Leads worker={first} />
      <ul class="around">
        {workers
          .filter(({ standing }) => standing.kind !== 'lead-worker')
          .map((worker) => (
            <li key={worker.standing.id}>
              <strong>{worker.name}</strong>, {worker.job}, {worker.organisation}{' '}
              <span class="quiet">{standingWords[worker.standing.kind]}</span> <Rests worker={worker} />
            </li>
          ))}
        {people.map((person) => (
          <li key={person.id} dir="auto">
            <strong>{person.name}</strong>
            {person.alsoCalled === '' ? '' : ` (${person.alsoCalled})`}, {person.tie}
          </li>
        ))}
      </ul>
      {reach.access['people-around'] === 'write' ? (
        <p>
          <a href={familyPlaces.around(reach.childId)}>Ask somebody in, or end what somebody may see</a>
        </p>
      ) : null}
    </section>
  );
}

function Leads({ worker }: { worker: WorkerAround | undefined }) {
  if (worker?.standing.kind !== 'lead-worker') return null;
  return (
    <p class="lead-worker">
      <strong>{worker.name}</strong> leads
      <br />
      <span class="quiet">
        {worker.job}, {worker.organisation}
      </span>
      <Rests worker={worker} />
    </p>
  );
}
