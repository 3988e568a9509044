import type { PageRequest } from '#platform/http/route.ts';
import { isSaidByAPerson } from '../../domain/bringing-in/batch.ts';
import type { ImportLine } from '../../queries/imports.ts';
import type { MapMatched } from '../../queries/maps/matched-map.ts';
import { DecisionForm } from './decision-form.tsx';
import { TiedWays, TieWays } from './measure-map/tie-ways.tsx';
import { importPlaces } from './places.ts';

type WaysProps = { request: PageRequest; file: ImportLine; matched: MapMatched | undefined };

/** What can be done with a file where it stands now. */
export function Ways({ request, file, matched }: WaysProps) {
  switch (file.state) {
    case 'unmapped':
      return <WhileUnmapped request={request} file={file} />;
    case 'read':
      if (matched) return <TieWays request={request} file={file} matched={matched} />;
      return (
        <div class="actions">
          <DecisionForm request={request} action={importPlaces.confirm(file.id)} text="Bring it in" />
          <DecisionForm
            request={request}
            action={importPlaces.decline(file.id)}
            text="Do not bring it in"
            quiet
          />
          <SayAnew file={file} />
        </div>
      );
    case 'failed':
      return <AfterFailure request={request} file={file} />;
    case 'visible':
      if (matched) return <TiedWays matched={matched} />;
      return (
        <div class="actions">
          <a href="/outcomes">See how we are doing</a>
          <a href={importPlaces.all}>All files</a>
        </div>
      );
    case 'withdrawn':
      return <p>It can be handed in again at any time.</p>;
    default:
      return (
        <p>
          <a href={importPlaces.one(file.id)}>See how far it has come</a>
        </p>
      );
  }
}

function WhileUnmapped({ request, file }: { request: PageRequest; file: ImportLine }) {
  return (
    <div class="actions">
      <a href={importPlaces.columns(file.id)} class="govuk-button">
        {file.format === 'fingertips-upload' ? 'Say which measure it is' : 'Say what its columns are'}
      </a>
      <DecisionForm request={request} action={importPlaces.decline(file.id)} text="Put it away" quiet />
    </div>
  );
}

/** What a person said of a file's columns can be said anew until the file is brought in. */
function SayAnew({ file }: { file: ImportLine }) {
  if (!isSaidByAPerson(file.format) || file.keptIn === undefined) return null;
  return <a href={importPlaces.columns(file.id)}>Change what its columns are</a>;
}

function AfterFailure({ request, file }: { request: PageRequest; file: ImportLine }) {
  return (
    <div class="actions">
      {file.keptIn === undefined ? null : (
        <DecisionForm request={request} action={importPlaces.again(file.id)} text="Try again" />
      )}
      <DecisionForm request={request} action={importPlaces.decline(file.id)} text="Put it away" quiet />
      <SayAnew file={file} />
      <a href={importPlaces.handIn}>Hand in another file</a>
    </div>
  );
}

/** Taking figures back that were brought in. */
export function Withdraw({ request, file }: { request: PageRequest; file: ImportLine }) {
  return (
    <section aria-labelledby="withdraw">
      <h2 id="withdraw">If it was brought in by mistake</h2>
      <p>
        Withdrawing takes all its figures out of sight at once. What an earlier file said is seen again;
        nothing else is touched, and the file can be handed in again.
      </p>
      <DecisionForm
        request={request}
        action={importPlaces.withdraw(file.id)}
        text="Withdraw its figures"
        warns
      />
    </section>
  );
}
