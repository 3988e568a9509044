import { Details, Table } from '#packages/govuk-jsx';
import { sayDay } from '#platform/kernel/day.ts';
import type { BoardView } from '../../queries/boards/board-view.ts';
import type { OwnedElement } from '../../queries/boards/owned-elements.ts';
import type { SeatSeen } from '../../queries/boards/seats-seen.ts';
import { partWords } from './board-words.ts';
import { boardPlaces } from './places.ts';

/** What the strategies give to a body, and how what is done for it goes. */
export function Owned({ owns }: { owns: readonly OwnedElement[] }) {
  return (
    <section>
      <h2>What it answers for</h2>
      {owns.length === 0 ? (
        <p class="empty">No part of a strategy names it as its owner.</p>
      ) : (
        <div class="table-scroll" tabIndex={0} role="region" aria-label="What it answers for">
          <Table
            head={[{ text: 'Promise' }, { text: 'What it is' }, { text: 'How what we do for it goes' }]}
            rows={owns.map((one) => [
              { html: <a href={`/frameworks/${one.frameworkSlug}/elements/${one.key}`}>{one.label}</a> },
              { text: one.tier },
              { text: sayHowItGoes(one) },
            ])}
          />
        </div>
      )}
    </section>
  );
}

/** "3 actions, 1 done, none late. 2 decisions. 1 of 2 findings is open" */
function sayHowItGoes({ actions, decisions, findings }: OwnedElement): string {
  const told = [sayActions(actions)];
  if (decisions > 0) told.push(decisions === 1 ? '1 decision' : `${decisions} decisions`);
  if (findings.all > 0)
    told.push(
      findings.all === 1
        ? `1 finding, ${findings.open === 1 ? 'still open' : 'closed'}`
        : `${findings.all} findings, ${findings.open === 0 ? 'all closed' : `${findings.open} still open`}`,
    );
  return told.join('. ');
}

function sayActions({ all, done, late }: OwnedElement['actions']): string {
  if (all === 0) return 'No action yet';
  const parts = [`${all} ${all === 1 ? 'action' : 'actions'}`];
  if (done > 0) parts.push(`${done} done`);
  parts.push(late === 0 ? 'none late' : `${late} late`);
  return parts.join(', ');
}

/** Who sits there: organisations for everybody, names for those who read its papers. */
export function Seats({ view }: { view: BoardView }) {
  const { seats, left } = view;
  return (
    <section>
      <h2>Who sits there</h2>
      {seats.length === 0 ? (
        <p class="empty">Nobody has a seat yet.</p>
      ) : (
        <SeatTable view={view} seats={seats} />
      )}
      {left.length > 0 ? (
        <Details
          summaryText="Who sat there before"
          html={
            <ul>
              {left.map((seat) => (
                <li key={seat.id}>
                  {[seat.name, seat.organisation, partWords[seat.part]].filter(Boolean).join(', ')}
                  {`: ${sayDay(seat.from)} to ${seat.until === undefined ? '' : sayDay(seat.until)}`}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
    </section>
  );
}

function SeatTable({ view, seats }: { view: BoardView; seats: readonly SeatSeen[] }) {
  const named = seats.some(({ name }) => name !== undefined);
  const head = [
    { text: 'Organisation' },
    ...(named ? [{ text: 'Name' }] : []),
    { text: 'Part' },
    { text: 'Since' },
    ...(view.mayKeep ? [{ html: <span class="visually-hidden">Change</span> }] : []),
  ];
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="Who sits there">
      <Table
        head={head}
        rows={seats.map((seat) => [
          { html: <Organisation seat={seat} /> },
          ...(named ? [{ html: <Holder seat={seat} /> }] : []),
          { text: seat.votes ? partWords[seat.part] : `${partWords[seat.part]}, without a vote` },
          { text: sayDay(seat.from) },
          ...(view.mayKeep
            ? [
                {
                  html: (
                    <a href={boardPlaces.seat(view.body.key, seat.id)}>
                      Somebody left
                      <span class="visually-hidden">: {seat.name ?? seat.organisation}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ])}
      />
    </div>
  );
}

function Holder({ seat: { name, holderLeft } }: { seat: SeatSeen }) {
  return (
    <>
      {name}
      {holderLeft ? (
        <>
          <br />
          <strong class="tag tag-waiting">No longer with us: say who follows, or end the seat</strong>
        </>
      ) : null}
    </>
  );
}

function Organisation({ seat }: { seat: SeatSeen }) {
  if (seat.organisationKey === '') return <>For themselves</>;
  return (
    <>
      <a href={`/organisations/${seat.organisationKey}`}>{seat.organisation}</a>
      {seat.organisationClosed === undefined ? null : (
        <>
          <br />
          <strong class="tag tag-waiting">
            {`Closed on ${sayDay(seat.organisationClosed)}: give this seat to who followed, or end it`}
          </strong>
        </>
      )}
    </>
  );
}

/** The terms that stand, and every version before them. */
export function Terms({ view: { terms } }: { view: BoardView }) {
  const [now, ...before] = terms;
  return (
    <section>
      <h2>Terms of reference</h2>
      {now ? (
        <>
          <p class="quiet">
            {`Agreed on ${sayDay(now.agreedOn)}.`}
            {now.reviewOn === undefined ? '' : ` To be read again by ${sayDay(now.reviewOn)}.`}
          </p>
          <div class="terms-words">{now.words}</div>
        </>
      ) : (
        <p class="empty">No terms have been written down yet.</p>
      )}
      {before.map((one) => (
        <Details
          key={one.agreedOn}
          summaryText={`The terms agreed on ${sayDay(one.agreedOn)}`}
          html={<div class="terms-words">{one.words}</div>}
        />
      ))}
    </section>
  );
}
