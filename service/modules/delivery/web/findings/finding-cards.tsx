import { sayDay, type Day } from '#platform/kernel/day.ts';
import { sayFindingNumber, type Finding } from '../../domain/finding.ts';
import { daysKnown, isLateFinding, sayAge } from '../../domain/findings/finding-course.ts';
import type { FindingsList } from '../../queries/findings/findings-list.ts';
import { kindWords, stateTags } from './finding-words.ts';
import { findingPlaces } from './places.ts';

/** Findings one below the other: who found what, how it stands, who answers for it. */
export function FindingCards(props: { findings: readonly Finding[]; list: FindingsList; today: Day }) {
  return (
    <ul class="cards letters">
      {props.findings.map((finding) => (
        <li key={finding.id} class="card">
          <p class="quiet">
            {sayFindingNumber(finding)} · {kindWords[finding.kind]} · found on {sayDay(finding.foundOn)}
          </p>
          <h3>
            <a href={findingPlaces.one(finding.number)} dir="auto">
              {finding.title}
            </a>
          </h3>
          <p>
            <FindingTag finding={finding} today={props.today} /> {sayWhen(finding, props.today)}
          </p>
          <Became finding={finding} />
          <p class="quiet">{sayOwner(finding, props.list.organisations)}</p>
        </li>
      ))}
    </ul>
  );
}

/** How it stands, in a word that is also a shape. */
export function FindingTag({ finding, today }: { finding: Finding; today: Day }) {
  if (isLateFinding(finding, today)) return <strong class="tag tag-late">Open and late</strong>;
  return <span class="tag">{stateTags[finding.state]}</span>;
}

/** "Known for 5 months, to be mended by 31 March 2027." */
export function sayWhen(finding: Finding, today: Day): string {
  const { closed, due } = finding;
  if (closed)
    return `Closed on ${sayDay(closed.on)}${closed.byName === '' ? '' : ` by ${closed.byName}`}, ${daysKnown(finding, today)} days after it was found.`;
  const by = due === undefined ? 'no day is set' : `to be mended by ${sayDay(due)}`;
  return `Known ${sayAge(daysKnown(finding, today))}, ${by}.`;
}

function Became({ finding }: { finding: Finding }) {
  if (finding.state === 'open') return null;
  return (
    <p dir="auto">
      <strong>What shows it:</strong> {finding.evidence}
    </p>
  );
}

/** "Ada North, Lantern Families" */
export function sayOwner({ owner }: Finding, names: ReadonlyMap<string, string>): string {
  const organisation = names.get(owner.organisationKey) ?? owner.organisationKey;
  const named = [owner.name, organisation].filter(Boolean).join(', ');
  return named === '' ? 'Nobody answers for it yet' : `Answers for it: ${named}`;
}
