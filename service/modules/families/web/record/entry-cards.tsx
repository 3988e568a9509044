import { isFamily } from '#platform/access/record-policy.ts';
import { compareDays, dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { isLate, mayAnswer, type Contest } from '../../domain/record/contest.ts';
import { isToChangeBy, type ReadableEntry } from '../../domain/record/entry.ts';
import type { Reach } from '../../queries/standing/reach.ts';
import { familyPlaces } from '../places.ts';
import { confidenceWords, findingWords, kindWords, sayComesAs } from './entry-words.ts';

type Props = {
  entries: readonly ReadableEntry[];
  reach: Reach;
  /** whoever reads, so that they know what is theirs */
  personId: string;
  today: Day;
};

/** What was said, one below the other: whose words, from where, how sure, and what somebody says against it. */
export function EntryCards({ entries, ...rest }: Props) {
  return (
    <ul class="entries">
      {entries.map((entry) => (
        <EntryCard key={entry.id} entry={entry} {...rest} />
      ))}
    </ul>
  );
}

type CardProps = Omit<Props, 'entries'> & { entry: ReadableEntry };

function EntryCard({ entry, reach, personId, today }: CardProps) {
  const isOld = compareDays(entry.reviewOn, today) < 0;
  const sure = confidenceWords[entry.confidence].said;
  return (
    <li class={`entry entry-${entry.fieldGroup}${isOld ? ' entry-old' : ''}`} id={`entry-${entry.id}`}>
      {entry.fieldGroup === 'strengths' ? <p class="entry-kind">{kindWords[entry.kind].name}</p> : null}
      <p class="entry-body" dir="auto">
        {entry.body}
      </p>
      {sure === '' ? null : <p>{sure}</p>}
      {entry.wouldHelp === '' ? null : (
        <p dir="auto">
          <strong>What would help:</strong> {entry.wouldHelp}
        </p>
      )}
      <WhoSaid entry={entry} />
      {isOld ? (
        <p class="entry-asks">This was to be looked at again by {sayDay(entry.reviewOn)}. Is it still so?</p>
      ) : null}
      {entry.contests.map((contest) => (
        <Against key={contest.id} contest={contest} reach={reach} personId={personId} today={today} />
      ))}
      <Ways entry={entry} reach={reach} personId={personId} />
    </li>
  );
}

/** "Mum, told at home, 20 November 2026. Written down by Rosie Mbeki-Lane." */
export function WhoSaid({ entry }: { entry: ReadableEntry }) {
  return (
    <p class="quiet" dir="auto">
      {entry.whoseWords}, {entry.source}, {sayDay(entry.saidOn)}. Written down by {entry.authorName}.
      {entry.seenBy === 'named' ? ' Only those who are named read it.' : ''}
    </p>
  );
}

type AgainstProps = Omit<CardProps, 'entry'> & { contest: Contest };

function Against({ contest, reach, personId, today }: AgainstProps) {
  const { relationship, childId } = reach;
  const answers = contest.answer === undefined && mayAnswer(contest, { relationship, personId });
  return (
    <div class="entry-against" id={`contest-${contest.id}`}>
      <WhatIsSaid contest={contest} isOwn={contest.personId === personId} />
      <AnswerOrClock contest={contest} today={today} forFamily={isFamily(relationship)} />
      {answers ? (
        <p>
          <a href={familyPlaces.answer(childId, contest.id)}>
            Answer<span class="visually-hidden"> {contest.personName}</span>
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** Who sees it differently, how, and since when. */
export function WhatIsSaid({ contest, isOwn = false }: { contest: Contest; isOwn?: boolean }) {
  const comesAs = sayComesAs(contest.comesAs);
  return (
    <>
      {isOwn ? (
        <p>
          <strong>You see it differently:</strong>
        </p>
      ) : (
        <p>
          <strong>{contest.personName} sees it differently</strong>
          {comesAs === '' ? '' : ` (${comesAs})`}:
        </p>
      )}
      <p dir="auto">{contest.account}</p>
      <p class="quiet">Said on {sayDay(dayInEngland(contest.saidAt))}.</p>
    </>
  );
}

type ClockProps = { contest: Contest; today: Day; forFamily?: boolean };

/** What a person answered; before that, by when somebody does, and whether that day has gone by. */
export function AnswerOrClock({ contest, today, forFamily = false }: ClockProps) {
  const { answer, answerDueOn } = contest;
  if (answer)
    return (
      <>
        <p>
          <strong>{findingWords[answer.finding].said}</strong>
        </p>
        <p dir="auto">{answer.words}</p>
        <p class="quiet">
          Answered by {answer.byName} on {sayDay(dayInEngland(answer.at))}.
        </p>
      </>
    );
  if (!isLate(contest, today)) return <p class="quiet">Somebody answers by {sayDay(answerDueOn)}.</p>;
  return (
    <p>
      <strong class="tag tag-late">Late</strong> An answer was due by {sayDay(answerDueOn)}.{' '}
      {forFamily ? (
        <>
          We are sorry. You can ask whoever leads, or <a href="/complaints">complain about it</a>.
        </>
      ) : (
        'Whoever said this still waits.'
      )}
    </p>
  );
}

function Ways({ entry, reach, personId }: { entry: ReadableEntry; reach: Reach; personId: string }) {
  const { childId, relationship, access } = reach;
  const changes = access[entry.fieldGroup] === 'write' && isToChangeBy(entry, { relationship, personId });
  const contests = ['lead-worker', 'team-around', 'setting-lead', 'the-child', 'parent'].includes(
    relationship,
  );
  if (!changes && !contests) return null;
  const about = <span class="visually-hidden"> {shortened(entry.body)}</span>;
  return (
    <p class="entry-ways">
      {changes ? <a href={familyPlaces.entry(childId, entry.id)}>Change{about}</a> : null}
      {changes ? <a href={familyPlaces.readers(childId, entry.id)}>Who may read it{about}</a> : null}
      {contests ? <a href={familyPlaces.contest(childId, entry.id)}>Say what is not right{about}</a> : null}
    </p>
  );
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
