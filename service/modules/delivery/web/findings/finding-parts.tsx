import { dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { isLate, sayNumber, stateWords } from '../../domain/action.ts';
import { sayFindingNumber, type Finding } from '../../domain/finding.ts';
import type { FindingView } from '../../queries/findings/finding-view.ts';
import { FindingTag, sayOwner, sayWhen } from './finding-cards.tsx';
import { kindWords, sayLooseFinding, stateTags } from './finding-words.ts';
import { findingPlaces } from './places.ts';

/** A finding on its thread: what was found, where it belongs, what answers it, what shows that it is mended. */
export function FindingBody({ view, today }: { view: FindingView; today: Day }) {
  const { finding } = view;
  return (
    <>
      <ol class="thread" aria-label="From the vision to this finding">
        {(view.thread?.line ?? []).map((step) => (
          <li key={step.key}>
            <span class="thread-kind">{step.tierName}</span>
            <a
              class="thread-title"
              href={`/frameworks/${view.thread?.frameworkSlug ?? ''}/elements/${step.key}`}
            >
              {step.label}
            </a>
          </li>
        ))}
        <li class="thread-here">
          <span class="thread-kind">
            {sayFindingNumber(finding)} · {kindWords[finding.kind]} ·{' '}
            <FindingTag finding={finding} today={today} />
          </span>
          <h1 class="thread-title" dir="auto">
            {finding.title}
          </h1>
          {finding.words === '' ? null : (
            <p class="lead" dir="auto">
              {finding.words}
            </p>
          )}
          <p>{sayWhen(finding, today)}</p>
          <Facts view={view} />
        </li>
      </ol>
      <CameLoose view={view} />
      <Mended finding={finding} />
      <Answering view={view} today={today} />
      <Said view={view} />
    </>
  );
}

function CameLoose({ view: { loose, finding, may } }: { view: FindingView }) {
  if (loose.length === 0) return null;
  return (
    <div class="empty">
      <h2>What came loose</h2>
      {loose.map((one) => (
        <p key={one.kind}>{sayLooseFinding(one)}</p>
      ))}
      {may.write ? (
        <p>
          <a href={findingPlaces.edit(finding.number)}>Mend it</a>
        </p>
      ) : null}
    </div>
  );
}

function Facts({ view }: { view: FindingView }) {
  const { finding } = view;
  const { source } = finding;
  return (
    <dl class="facts">
      {finding.foundBy === '' ? null : <Fact name="Found by" words={finding.foundBy} />}
      <Fact name="Found on" words={sayDay(finding.foundOn)} />
      <div class="fact">
        <dt>Where it stands</dt>
        <dd dir="auto">
          {source.link === '' ? (
            source.title || 'No source is named'
          ) : (
            <a href={source.link}>{source.title || source.link}</a>
          )}
        </dd>
      </div>
      <Fact
        name="Who answers for it"
        words={sayOwner(finding, view.organisations).replace('Answers for it: ', '')}
      />
      <Fact name="To be mended by" words={finding.due ? sayDay(finding.due) : 'No day is set'} />
    </dl>
  );
}

function Fact({ name, words }: { name: string; words: string }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd dir="auto">{words}</dd>
    </div>
  );
}

function Mended({ finding }: { finding: Finding }) {
  if (finding.state === 'open') return null;
  const { closed } = finding;
  return (
    <section>
      <h2>What shows that it is mended</h2>
      <p dir="auto">{finding.evidence}</p>
      {closed ? (
        <>
          <h3>
            Closed on {sayDay(closed.on)}
            {closed.byName === '' ? ' by somebody who does not answer for it' : ` by ${closed.byName}`}
          </h3>
          <p dir="auto">{closed.words}</p>
        </>
      ) : (
        <p class="quiet">Nobody has looked and closed it yet. Whoever answers for it does not close it.</p>
      )}
    </section>
  );
}

function Answering({ view, today }: { view: FindingView; today: Day }) {
  return (
    <section>
      <h2>What is done about it</h2>
      {view.actions.length === 0 ? (
        <p class="quiet">No action of the plan answers it yet.</p>
      ) : (
        <ul class="rows">
          {view.actions.map((action) => (
            <li key={action.id}>
              <div>
                <p class="thread-title">
                  <a href={`/actions/${action.number}`} dir="auto">
                    {action.title}
                  </a>
                </p>
                <p class="quiet">
                  {sayNumber(action)}, {stateWords[action.state]}
                  {isLate(action, today) && action.state !== 'late' ? ' and past its day' : ''}
                  {action.due ? `, by ${sayDay(action.due)}` : ''}
                  {nameOf(view, action.owner.organisationKey)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function nameOf({ organisations }: FindingView, key: string): string {
  return key === '' ? '' : `. ${organisations.get(key) ?? key}`;
}

function Said({ view }: { view: FindingView }) {
  if (view.notes.length === 0) return null;
  return (
    <section>
      <h2>What was said along the way</h2>
      <ul class="rows">
        {view.notes.map((note) => (
          <li key={note.id}>
            <div>
              <p class="quiet">
                {sayDay(dayInEngland(note.saidAt))}, {note.saidByName}
                {note.before === note.after ? '' : `: ${stateTags[note.before]} → ${stateTags[note.after]}`}
              </p>
              <p dir="auto">{note.words}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
