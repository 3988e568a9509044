import type { ComponentChildren } from 'preact';
import { notFound, page, type PageContent, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { sayYears, yearsOn } from '../../domain/record/child.ts';
import type { EntryGroup } from '../../domain/record/entry.ts';
import { comeToRecord } from '../../domain/permissions.ts';
import { childRecord, type ChildRecord } from '../../queries/record/child-record.ts';
import { GlassNotice } from '../glass/glass-notice.tsx';
import { aboveRecord, familyPlaces } from '../places.ts';
import { AroundChild } from '../standing/around-child.tsx';
import { EntryCards } from './entry-cards.tsx';
import { WhereToReach } from './where-to-reach.tsx';

/** A child's record, as whoever reads it may see it. */
export const childRoute: Route = {
  method: 'GET',
  path: familyPlaces.one(':id'),
  policy: comeToRecord,
  answer: async (request) => {
    const record = await request.look((ctx) => childRecord(ctx, request.params['id'] ?? ''));
    return record ? page(childPage(request, record)) : notFound();
  },
};

type Shown = { record: ChildRecord; personId: string; today: Day };

function childPage(request: PageRequest, record: ChildRecord): PageContent {
  const today = dayInEngland(request.now);
  const personId = request.actor.kind === 'person' ? request.actor.personId : '';
  const shown = { record, personId, today };
  return {
    title: record.title,
    breadcrumbs: [aboveRecord(record.reach)],
    body: (
      <>
        <h1 dir="auto">{record.title}</h1>
        <p class="lead">{sayAbout(record, today)}</p>
        <GlassNotice record={record} csrf={request.csrf} />
        <Level record={record} />
        <Part {...shown} group="strengths" title="What is good" kind="strength">
          {record.areStrengthsUnasked ? (
            <>
              <p>
                <strong>Not yet asked.</strong> Somebody wrote down a worry, and nobody has asked yet what is
                good. Ask before you share, unless a child is in danger: that never waits.
              </p>
            </>
          ) : (
            <p>What is good stands here first: whom they trust, where they belong, what they love to do.</p>
          )}
        </Part>
        <AroundChild record={record} />
        <Part {...shown} group="worries" title="What somebody worries about" kind="worry" />
        <Part {...shown} group="own-words" title={`In ${firstName(record)}’s own words`} kind="own-words" />
        <Part {...shown} group="health" title="Health" kind="health" />
        <WhereToReach record={record} />
        <More record={record} />
      </>
    ),
  };
}

/** "12 years old, goes to Gullhaven High School." */
function sayAbout({ bornOn, dueOn, setting, owner }: ChildRecord, today: Day): string {
  const due = dueOn === undefined ? '' : `Due on ${sayDay(dueOn)}. `;
  const age = bornOn === undefined ? due : `${sayYears(yearsOn(bornOn, today))}, born on ${sayDay(bornOn)}. `;
  const goes = setting === undefined ? '' : `Goes to ${setting}. `;
  return `${age}${goes}${owner} answers for this record.`;
}

function firstName({ knownAs, givenNames }: ChildRecord): string {
  return knownAs === '' ? givenNames : knownAs;
}

function Level({ record: { level } }: { record: ChildRecord }) {
  if (level === 'normal') return null;
  return (
    <p class="measure-notes">
      {level === 'protected'
        ? 'This record is kept with more care. Whoever opens it in an emergency is seen at once.'
        : 'This record is closed: only those on its list know that it is here. Never speak of it to anybody else.'}
    </p>
  );
}

type PartProps = Shown & { group: EntryGroup; title: string; kind: string; children?: ComponentChildren };

function Part({ record, personId, today, group, title, kind, children }: PartProps) {
  const access = record.reach.access[group];
  const entries = record.entries[group];
  if (access === 'hidden' || (entries.length === 0 && access === 'read' && !children)) return null;
  return (
    <section class={`part part-${group}`}>
      <h2 dir="auto">{title}</h2>
      {entries.length === 0 ? (
        <div class="empty">{children ?? <p>Nobody has written anything here yet.</p>}</div>
      ) : (
        <EntryCards entries={entries} reach={record.reach} personId={personId} today={today} />
      )}
      {access === 'write' ? (
        <p>
          <a href={familyPlaces.newEntry(record.reach.childId, kind)}>{addWords[group]}</a>
        </p>
      ) : null}
    </section>
  );
}

const addWords: Readonly<Record<EntryGroup, string>> = {
  strengths: 'Add something that is good',
  worries: 'Add a worry',
  health: 'Add something about health',
  'own-words': 'Add what they said',
};

function More({ record: { reach } }: { record: ChildRecord }) {
  if (reach.access['access-history'] === 'hidden') return null;
  return (
    <p class="quiet">
      <a href={familyPlaces.looked(reach.childId)}>Who looked at this record, and why</a>
    </p>
  );
}
