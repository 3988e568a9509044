import type { ComponentChildren } from 'preact';
import { sayDay } from '#platform/kernel/day.ts';
import {
  purposesOf,
  sayAgreementNumber,
  type AgreementVersion,
  type Ground,
  type Party,
} from '../../domain/agreements/agreement.ts';
import { basisWords } from '../../domain/law/bases.ts';
import { bodyKindWords } from '../../domain/law/body-kinds.ts';
import { conditionWords } from '../../domain/law/conditions.ts';
import { itemGroupFacts } from '../../domain/law/item-groups.ts';
import { legalPowerFacts } from '../../domain/law/legal-powers.ts';
import { mayUseBasis } from '../../domain/law/may-use-basis.ts';
import type { AgreementSeen } from '../../queries/agreements/agreement-views.ts';
import { purposeTitles } from '../disclosures/disclosure-words.ts';
import { sharingPlaces } from '../places.ts';
import { standingWords } from './agreement-words.ts';

/** "The council and the trust, both ways", "From the council to the school". */
export function sayParties(
  { parties, direction }: AgreementVersion,
  names: ReadonlyMap<string, string>,
): string {
  const named = parties.map(({ organisationId }) => names.get(organisationId) ?? 'An organisation');
  const [first = '', ...others] = named;
  if (direction === 'from-first') return `From ${first} to ${others.join(' and ')}`;
  return `${named.join(' and ')}, both ways`;
}

export function StandingTag({ standing }: Pick<AgreementSeen, 'standing'>) {
  const late = standing === 'run-out' || standing === 'ended' || standing === 'review-overdue';
  const waits = standing === 'to-be-signed';
  return (
    <span class={late ? 'tag tag-late' : waits ? 'tag tag-waiting' : 'tag'}>{standingWords[standing]}</span>
  );
}

/** One agreement in a list. */
export function AgreementCard({ seen }: { seen: AgreementSeen }) {
  const { agreement, version, names, standing, newer } = seen;
  return (
    <li class="card">
      <h2 dir="auto">
        <a href={sharingPlaces.agreement(agreement.number)}>{version.title}</a>
      </h2>
      <p>
        <StandingTag standing={standing} /> <span class="quiet">{sayAgreementNumber(agreement)}</span>
      </p>
      <p dir="auto">{sayParties(version, names)}.</p>
      <p class="quiet">
        {agreement.ended
          ? `Ended on ${sayDay(agreement.ended.on)}.`
          : `Reviewed by ${sayDay(version.reviewOn)}. Its last day is ${sayDay(version.endsOn)}.`}
      </p>
      {newer ? <p>Version {newer.number} waits to be signed.</p> : null}
    </li>
  );
}

/** What an agreement means, for everybody: without names of people. */
export function PlainAgreement({ seen, children }: { seen: AgreementSeen; children?: ComponentChildren }) {
  const { version, names } = seen;
  return (
    <>
      <p dir="auto" class="own-words">
        {version.plainWords}
      </p>
      <dl class="facts facts-down">
        <Fact name="Between whom">{sayParties(version, names)}</Fact>
        <Fact name="What for">
          {purposesOf(version)
            .map((one) => purposeTitles[one])
            .join('; ')}
        </Fact>
        <Fact name="What may be shared">
          {version.items.map((item) => itemGroupFacts[item].words).join('; ')}
        </Fact>
        <Fact name="What keeps it safe">{version.safeguards}</Fact>
        <Fact name="Looked at again by">{sayDay(version.reviewOn)}</Fact>
        <Fact name="Its last day">{sayDay(version.endsOn)}</Fact>
        <Fact name="Whom to ask">{version.ask}</Fact>
        {children}
      </dl>
    </>
  );
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

type GroundProps = { version: AgreementVersion; names: ReadonlyMap<string, string> };

/** Each party's ground for each purpose, with where it stands in law. */
export function GroundTable({ version, names }: GroundProps) {
  return (
    <div
      class="table-scroll"
      role="region"
      aria-label={`Grounds in law of version ${version.number}`}
      tabIndex={0}
    >
      <table class="table">
        <caption>On what ground each organisation shares and uses it</caption>
        <thead>
          <tr>
            <th scope="col">Organisation</th>
            <th scope="col">What for</th>
            <th scope="col">Power</th>
            <th scope="col">Basis and condition</th>
          </tr>
        </thead>
        <tbody>
          {version.parties.flatMap((party) =>
            party.grounds.map((ground, index) => (
              <GroundRow
                key={`${party.organisationId} ${ground.purpose}`}
                party={party}
                ground={ground}
                name={names.get(party.organisationId) ?? 'An organisation'}
                isFirst={index === 0}
              />
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

type GroundRowProps = { party: Party; ground: Ground; name: string; isFirst: boolean };

function GroundRow({ party, ground, name, isFirst }: GroundRowProps) {
  const { purpose, legalPower, basis, condition } = ground;
  const check = mayUseBasis(party.bodyKind, basis, purpose).check || legalPowerFacts[legalPower].check;
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
        {isFirst ? <p class="quiet">{bodyKindWords[party.bodyKind]}</p> : null}
      </th>
      <td>{purposeTitles[purpose]}</td>
      <td>
        {legalPowerFacts[legalPower].words}
        <p class="quiet">{legalPowerFacts[legalPower].source}</p>
      </td>
      <td>
        {basisWords[basis].legal}
        <p class="quiet">
          {conditionWords[condition].legal}
          {check ? '. Check with your data protection officer.' : ''}
        </p>
      </td>
    </tr>
  );
}
