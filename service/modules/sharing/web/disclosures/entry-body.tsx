import type { ComponentChildren } from 'preact';
import { Button } from '#packages/govuk-jsx';
import { WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { Disclosure } from '../../domain/disclosures/disclosure.ts';
import { basisWords } from '../../domain/law/bases.ts';
import { conditionWords } from '../../domain/law/conditions.ts';
import { itemGroupFacts } from '../../domain/law/item-groups.ts';
import { legalPowerFacts } from '../../domain/law/legal-powers.ts';
import type { LedgerEntry } from '../../queries/disclosures/ledger-entry.ts';
import { sharingPlaces } from '../places.ts';
import {
  demanderWords,
  helpWords,
  mannerWords,
  purposeTitles,
  purposeWords,
  refusalGroundWords,
  sayWhat,
  tellingWords,
  wayWords,
} from './disclosure-words.ts';

type Props = { found: LedgerEntry; answers: Answers; csrf: string };

/** One line of the ledger: for the family in plain words, and beside it what the law asks to be written down. */
export function EntryBody({ found, answers, csrf }: Props) {
  const { entry, about, from } = found;
  return (
    <>
      <h1 dir="auto">{sayWhat(entry)}</h1>
      <p class="lead" dir="auto">
        S{entry.number}
        {about === undefined ? '' : `, about ${about}`}. {entry.decidedOn ? sayDay(entry.decidedOn) : ''}.
        From {from}.
      </p>
      <Owed found={found} />
      {entry.recorded ? (
        <div class="side-by-side">
          <ForTheFamily entry={entry} />
          <InLaw found={found} />
        </div>
      ) : (
        <section>
          <h2>What was shared</h2>
          <p dir="auto" class="own-words">
            {entry.extent}
          </p>
          <p class="quiet" dir="auto">
            {entry.decidedByName}, to {entry.to.person}
          </p>
        </section>
      )}
      <Passed found={found} />
      <Acts found={found} answers={answers} csrf={csrf} />
    </>
  );
}

function Owed({ found: { entry, dueAt, overdue, may } }: { found: LedgerEntry }) {
  if (entry.recorded) return null;
  return (
    <div class="empty">
      <p>
        <span class={overdue ? 'tag tag-late' : 'tag tag-waiting'}>
          {overdue ? 'Record overdue' : 'Record owed'}
        </span>
      </p>
      <p>
        This was shared in an emergency. Its record {overdue ? 'was' : 'is'} due by{' '}
        {sayDay(dayInEngland(dueAt))}, a day after it was shared.
        {overdue ? ' Nothing more passes on it until it is written.' : ''}
      </p>
      {may.complete ? (
        <p>
          <a class="govuk-button" href={sharingPlaces.complete(entry.number)}>
            Write the record
          </a>
        </p>
      ) : null}
    </div>
  );
}

function ForTheFamily({ entry }: { entry: Disclosure }) {
  const because = entry.basis ? basisWords[entry.basis].plain : undefined;
  return (
    <section>
      <h2>For the family</h2>
      <p dir="auto" class="own-words">
        {entry.plainWords}
      </p>
      {entry.outcome === 'shared' ? (
        <p>
          We shared it {entry.purpose ? purposeWords[entry.purpose] : ''}
          {because === undefined ? '' : `, ${because}`}.
        </p>
      ) : (
        <p>It was not shared: {entry.refusalGround ? lower(refusalGroundWords[entry.refusalGround]) : ''}.</p>
      )}
      <dl class="facts">
        <Fact name="Do they know?">{entry.told ? tellingWords[entry.told] : ''}</Fact>
        {entry.toldWords === '' ? null : <Fact name="More on that">{entry.toldWords}</Fact>}
        <Fact name="Did they agree to be helped?">{entry.helpAgreed ? helpWords[entry.helpAgreed] : ''}</Fact>
        {entry.reviewOn ? <Fact name="Somebody looks again by">{sayDay(entry.reviewOn)}</Fact> : null}
      </dl>
    </section>
  );
}

function InLaw({ found }: { found: LedgerEntry }) {
  const { entry } = found;
  return (
    <section>
      <h2>In law</h2>
      <dl class="facts facts-down">
        <Fact name="How">{mannerWords[entry.manner]}</Fact>
        <Fact name="With">{`${entry.to.person}, ${entry.to.body}`}</Fact>
        {entry.purpose ? <Fact name="For what">{purposeTitles[entry.purpose]}</Fact> : null}
        {entry.gatheredFor ? <Fact name="Gathered, at first">{purposeTitles[entry.gatheredFor]}</Fact> : null}
        {entry.items.length === 0 ? null : (
          <Fact name={entry.outcome === 'shared' ? 'What' : 'What was asked for'}>
            {entry.items.map((item) => itemGroupFacts[item].words).join('; ')}
          </Fact>
        )}
        {entry.extent === '' ? null : <Fact name="How much">{entry.extent}</Fact>}
        <Grounds found={found} />
        <Duty entry={entry} />
        <Fact name="Decided by">{entry.decidedByName}</Fact>
        {entry.recorded ? (
          <Fact name="Written down">
            {`${entry.recorded.byName}, ${sayDay(dayInEngland(entry.recorded.at))}`}
          </Fact>
        ) : null}
        {entry.signedOff ? (
          <Fact name="Signed off">
            {`${entry.signedOff.byName}, ${sayDay(dayInEngland(entry.signedOff.at))}`}
          </Fact>
        ) : null}
      </dl>
    </section>
  );
}

function Grounds({ found: { entry, agreement } }: { found: LedgerEntry }) {
  const { legalPower, basis, condition, consent } = entry;
  return (
    <>
      {entry.demandedBy ? (
        <Fact name="Demanded by">{`${demanderWords[entry.demandedBy]}: ${entry.demandReference}`}</Fact>
      ) : null}
      {legalPower ? (
        <Fact name="Power">{`${legalPowerFacts[legalPower].words}. ${legalPowerFacts[legalPower].source}`}</Fact>
      ) : null}
      {basis ? <Fact name="Basis">{basisWords[basis].legal}</Fact> : null}
      {condition ? <Fact name="Condition">{conditionWords[condition].legal}</Fact> : null}
      {consent ? (
        <Fact name="Consent">
          {`${consent.givenBy}, ${sayDay(consent.givenOn)}${
            consent.withdrawn ? `. Taken back on ${sayDay(dayInEngland(consent.withdrawn.at))}` : ''
          }`}
        </Fact>
      ) : null}
      {agreement ? (
        <Fact name="Rests on">
          <a href={sharingPlaces.agreement(agreement.number)}>
            SA{agreement.number}, {agreement.title}
          </a>
          {agreement.inForce ? '' : ' (no longer in force)'}
        </Fact>
      ) : null}
      {entry.singleGround === '' ? null : (
        <Fact name="No agreement: this once, because">{entry.singleGround}</Fact>
      )}
      {entry.refusalWords === '' ? null : <Fact name="Why not">{entry.refusalWords}</Fact>}
    </>
  );
}

function Duty({ entry: { duty } }: { entry: Disclosure }) {
  if (duty.relevance === '') return null;
  return (
    <>
      <Fact name="Why it matters">{duty.relevance}</Fact>
      <Fact name="Whose work it helps">{duty.whoseFunction}</Fact>
      <Fact name="How far">{duty.howFar}</Fact>
      <Fact name="Worse for the child to share?">{duty.detriment === 'more' ? 'Yes' : 'No'}</Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function Passed({ found: { entry, crossings } }: { found: LedgerEntry }) {
  if (entry.outcome === 'not-shared' || crossings.length === 0) return null;
  return (
    <section>
      <h2>What passed</h2>
      <ul class="rows">
        {crossings.map((one) => (
          <li key={one.id}>
            <p>
              {wayWords[one.way]} on {sayDay(dayInEngland(one.crossedAt))}, by {one.byName}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ found: { entry, may }, answers, csrf }: Props) {
  return (
    <>
      {may.signOff ? (
        <form method="post" action={sharingPlaces.signOff(entry.number)} class="edit">
          <CsrfField csrf={csrf} />
          <h2>Sign off</h2>
          <p>
            You have seen the order or request, it is lawful, and no more is given than it asks for. It is
            given once; it never becomes a feed.
          </p>
          <Button text="I have looked: sign it off" preventDoubleClick />
        </form>
      ) : null}
      {may.withdraw ? (
        <form method="post" action={sharingPlaces.withdraw(entry.number)} class="edit">
          <CsrfField csrf={csrf} />
          <h2>If they take their consent back</h2>
          <WordsField
            answers={answers}
            name="words"
            label="What did they say?"
            hint="From now on nothing more passes on it. It may stay empty."
            rows={2}
          />
          <Button text="They took it back" classes="govuk-button--secondary" preventDoubleClick />
        </form>
      ) : null}
    </>
  );
}

function lower(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}
