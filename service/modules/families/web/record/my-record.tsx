import { page, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland, type Day } from '#platform/kernel/day.ts';
import { readOwnRecord } from '../../domain/permissions.ts';
import type { EntryGroup } from '../../domain/record/entry.ts';
import type { ChildRecord } from '../../queries/record/child-record.ts';
import { ownRecords } from '../../queries/record/own-records.ts';
import { familyPlaces } from '../places.ts';
import { EntryCards } from './entry-cards.tsx';

/** What is held about a young person, or about a parent's child, in plain words and as far as it is safe to read. */
export const myRecordRoute: Route = {
  method: 'GET',
  path: familyPlaces.own,
  policy: readOwnRecord,
  answer: async (request) => {
    const records = await request.look(ownRecords);
    return page({
      title: 'What is held about you',
      body: (
        <>
          <h1>What is held about you</h1>
          {records.length === 0 ? (
            <p class="empty">
              Nothing is open to you here. If you think that somebody holds something about you, you can ask
              for all of it: <a href="/rights">ask what is held about you</a>.
            </p>
          ) : (
            records.map((record) => <Own key={record.reach.childId} record={record} request={request} />)
          )}
        </>
      ),
    });
  },
};

function Own({ record, request }: { record: ChildRecord; request: PageRequest }) {
  const isTheirs = record.reach.relationship === 'the-child';
  const today = dayInEngland(request.now);
  const personId = request.actor.kind === 'person' ? request.actor.personId : '';
  return (
    <section class="own-record">
      <h2 dir="auto">{record.title}</h2>
      <p class="lead">
        {isTheirs
          ? 'This is yours. Here is what people wrote about you, who said it, and who is there for you.'
          : 'Here is what you can read about your child, who said it, and who helps.'}
      </p>
      <WhoHelps record={record} />
      <What record={record} personId={personId} today={today} />
      <WhySays record={record} />
    </section>
  );
}

function WhoHelps({ record: { workers, owner } }: { record: ChildRecord }) {
  return (
    <>
      <h3>Who helps</h3>
      {workers.length === 0 ? (
        <p>Ask {owner} who is there for you.</p>
      ) : (
        <ul class="around">
          {workers.map(({ standing, name, job, organisation }) => (
            <li key={standing.id}>
              <strong>{name}</strong>, {job}, {organisation}
              {standing.kind === 'lead-worker' ? '. Ask them first: they lead.' : ''}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const groups: readonly { group: EntryGroup; title: string }[] = [
  { group: 'strengths', title: 'What is good' },
  { group: 'own-words', title: 'In your own words' },
  { group: 'worries', title: 'What somebody worries about' },
  { group: 'health', title: 'Health' },
];

function What({ record, personId, today }: { record: ChildRecord; personId: string; today: Day }) {
  const shown = groups.filter(({ group }) => record.entries[group].length > 0);
  const { access, childId } = record.reach;
  return (
    <>
      {shown.length === 0 ? (
        <p class="empty">Nothing that was written down is open to you yet. Ask whoever leads about it.</p>
      ) : (
        shown.map(({ group, title }) => (
          <div key={group}>
            <h3>{title}</h3>
            <EntryCards
              entries={record.entries[group]}
              reach={record.reach}
              personId={personId}
              today={today}
            />
          </div>
        ))
      )}
      {access['own-words'] === 'write' ? (
        <p>
          <a href={familyPlaces.newEntry(childId, 'own-words')}>Say something in your own words</a>. Nobody
          else reads it before you say who may.
        </p>
      ) : null}
    </>
  );
}

function WhySays({ record }: { record: ChildRecord }) {
  const { reach, owner } = record;
  return (
    <>
      <h3>Why it is held, and what you can do</h3>
      <ul>
        <li>It is held so that people who help you can work together. {owner} answers for it.</li>
        <li>
          Only those who help read it. Some of it may not be shown here, because that might not be safe for
          somebody.
        </li>
        <li>If something is not right, say so beside it: a person answers you within 20 working days.</li>
        <li>
          You can ask for everything that is held about you: <a href="/rights">ask for it</a>.
        </li>
        <li>
          What you asked, and what you complained of, stands with our answers under{' '}
          <a href="/rights/mine">our answers to you</a>.
        </li>
        {reach.access['access-history'] === 'hidden' ? null : (
          <li>
            <a href={familyPlaces.looked(reach.childId)}>See who looked at this, and why</a>.
          </li>
        )}
      </ul>
    </>
  );
}
