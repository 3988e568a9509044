import { Button } from '#packages/govuk-jsx';
import { DayField, LineField, PickField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { isSigned, sayAgreementNumber, type AgreementVersion } from '../../domain/agreements/agreement.ts';
import type { AgreementView } from '../../queries/agreements/agreement-views.ts';
import { sharingPlaces } from '../places.ts';
import { Fact, GroundTable, PlainAgreement, sayParties, StandingTag } from './agreement-parts.tsx';

type Props = { view: AgreementView; answers: Answers; csrf: string; today: Day };

/** One agreement: what it means, its grounds in law, who signed it, every version of it, and its end. */
export function AgreementBody({ view, answers, csrf, today }: Props) {
  const { agreement, version, names, standing, newer } = view;
  return (
    <>
      <Wrong errors={answers.errors} />
      <h1 dir="auto">{version.title}</h1>
      <p>
        <StandingTag standing={standing} />{' '}
        <span class="quiet">
          {sayAgreementNumber(agreement)}, version {version.number}
        </span>
      </p>
      {agreement.ended ? (
        <p class="empty" dir="auto">
          Ended on {sayDay(agreement.ended.on)} by {agreement.ended.byName}: {agreement.ended.words}
        </p>
      ) : null}
      <PlainAgreement seen={view}>
        <Fact name="Impact assessment">{version.assessment}</Fact>
        <Fact name="It began">{sayDay(version.beginsOn)}</Fact>
      </PlainAgreement>
      <h2>In law</h2>
      <GroundTable version={version} names={names} />
      <Signatures version={version} names={names} />
      {newer ? <Newer version={newer} names={names} /> : null}
      {view.mayKeep && !agreement.ended ? (
        <Acts view={view} answers={answers} csrf={csrf} today={today} />
      ) : null}
      <Versions view={view} />
    </>
  );
}

type Versioned = { version: AgreementVersion; names: ReadonlyMap<string, string> };

function Signatures({ version, names }: Versioned) {
  return (
    <section>
      <h2>Who signed</h2>
      <ul class="rows">
        {version.parties.map(({ organisationId, signature }) => (
          <li key={organisationId}>
            <p dir="auto">
              <strong>{names.get(organisationId) ?? 'An organisation'}</strong>
              {signature
                ? `: ${signature.name}, ${signature.job}, on ${sayDay(signature.signedOn)}`
                : ': not yet'}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Newer({ version, names }: Versioned) {
  return (
    <section>
      <h2>Version {version.number} waits to be signed</h2>
      <p dir="auto">{version.whyChanged}</p>
      <p class="quiet">What stands above holds until everybody has signed it.</p>
      <Signatures version={version} names={names} />
    </section>
  );
}

function Acts({ view, answers, csrf, today }: Props) {
  const { agreement, version, newer } = view;
  return (
    <>
      {isSigned(newer ?? version) ? null : (
        <SignForm view={view} answers={answers} csrf={csrf} today={today} />
      )}
      <div class="actions">
        <a
          class="govuk-button govuk-button--secondary"
          href={sharingPlaces.changeAgreement(agreement.number)}
        >
          Write a new version
        </a>
      </div>
      <form method="post" action={sharingPlaces.endAgreement(agreement.number)} class="edit" noValidate>
        <CsrfField csrf={csrf} />
        <input type="hidden" name="seen" value={String(agreement.version)} />
        <h2>End it</h2>
        <WordsField
          answers={answers}
          name="ending-words"
          label="Why does it end?"
          hint="From the next moment on nothing crosses on it, whatever day stands above."
          rows={2}
        />
        <Button
          text="End this agreement today"
          classes="govuk-button--secondary button-danger"
          preventDoubleClick
        />
      </form>
    </>
  );
}

function SignForm({ view: { agreement, version, newer, names }, answers, csrf, today }: Props) {
  const { parties } = newer ?? version;
  return (
    <form method="post" action={sharingPlaces.signAgreement(agreement.number)} class="edit" noValidate>
      <CsrfField csrf={csrf} />
      <h2>Somebody signed</h2>
      <PickField
        answers={answers}
        name="signed-for"
        label="For which organisation?"
        options={parties
          .filter(({ signature }) => !signature)
          .map(({ organisationId: value }) => ({ value, text: names.get(value) ?? '' }))}
      />
      <LineField answers={answers} name="signatory" label="Who?" />
      <LineField answers={answers} name="signatory-job" label="What do they do there?" />
      <DayField answers={answers} name="signed-on" label="When?" before={today} />
      <Button text="Write down that they signed" preventDoubleClick />
    </form>
  );
}

function Versions({ view: { agreement, names } }: { view: AgreementView }) {
  return (
    <section>
      <h2>Every version</h2>
      {agreement.versions.toReversed().map((version) => (
        <details key={version.id}>
          <summary>
            Version {version.number}, written on {sayDay(dayInEngland(version.writtenAt))}
            {isSigned(version) ? '' : ', not signed by all'}
          </summary>
          {version.whyChanged === '' ? null : <p dir="auto">Why it changed: {version.whyChanged}</p>}
          <p class="quiet" dir="auto">
            {version.title}. {sayParties(version, names)}. Written by {version.writtenByName}. From{' '}
            {sayDay(version.beginsOn)} until {sayDay(version.endsOn)}.
          </p>
          <p dir="auto" class="own-words">
            {version.plainWords}
          </p>
          <GroundTable version={version} names={names} />
        </details>
      ))}
    </section>
  );
}
