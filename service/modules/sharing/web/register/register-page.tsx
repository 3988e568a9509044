import { page, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { recordKindWords, type OurPart } from '../../domain/register/record-owners.ts';
import {
  publicRegister,
  type OwnedKind,
  type PublicRegister,
} from '../../queries/register/public-register.ts';
import { PlainAgreement } from '../agreements/agreement-parts.tsx';
import { sharingPlaces } from '../places.ts';

/** What everybody can read of how information about children is shared. */
export const registerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: sharingPlaces.register,
    policy: 'everyone',
    answer: async (request) => {
      const register = await request.read(publicRegister);
      return page({
        title: 'How information about children is shared',
        body: <Register register={register} />,
      });
    },
  },
];

function Register({ register }: { register: PublicRegister }) {
  const { agreements } = register;
  return (
    <>
      <h1>How information about children is shared</h1>
      <p class="lead">
        Schools, health, the council and charities tell each other what helps a child or keeps one safe, and
        no more. Here is what they agreed, and what never happens.
      </p>
      <Rules register={register} />
      <section>
        <h2>What organisations agreed</h2>
        {agreements.length === 0 ? (
          <p class="empty">
            No agreement is in force. Each share is decided on its own, and written down with its ground.
          </p>
        ) : (
          agreements.map((seen) => (
            <article key={seen.agreement.id} class="register-agreement">
              <h3 dir="auto">{seen.version.title}</h3>
              <PlainAgreement seen={seen} />
            </article>
          ))
        )}
      </section>
      <Never />
      <Owners owners={register.owners} />
      <WhoToAsk />
    </>
  );
}

function WhoToAsk() {
  return (
    <section>
      <h2>Who to ask</h2>
      <p>
        Each agreement above names whom to ask. You can ask what is held about you or your child, ask to have
        it put right, and complain, at any time and in any way that suits you.
      </p>
      <p>
        <a href="/privacy">What happens with what we know</a> ·{' '}
        <a href="/what-we-never-do">What we never do</a>
      </p>
    </section>
  );
}

function Rules({ register: { dutyBeginsOn } }: { register: PublicRegister }) {
  return (
    <section>
      <h2>The rules</h2>
      <ul>
        <li>Nothing flows by itself. Each time, a person decides to share, or not to, and says why.</li>
        <li>Deciding not to share is written down just like sharing.</li>
        <li>
          A family is told, unless that would put somebody in danger. If they are not told, the reason is
          written down.
        </li>
        <li>
          Agreeing to be helped is one thing, consent to sharing another. Consent can be taken back, and then
          nothing more is shared on it from that moment.
        </li>
        <li>When a child is in danger it is shared at once, and written down within a day.</li>
        <li>
          What a court or the police demand is looked at by the person who answers for information, given
          once, and written down.
        </li>
        <li>An agreement that has run out stops everything that rested on it.</li>
        <li>
          {dutyBeginsOn === undefined
            ? 'A new duty to share what matters for a child’s welfare (Children’s Wellbeing and Schools Act 2026, section 4) is law, but does not bind yet.'
            : `From ${sayDay(dutyBeginsOn)} the law makes it a duty to share what matters for a child’s welfare, unless that would be worse for the child.`}
        </li>
      </ul>
    </section>
  );
}

function Never() {
  return (
    <section>
      <h2>What we never do</h2>
      <ul>
        <li>
          There is no list of all children. Who is involved with a child is found only for a child with an
          open, stated reason.
        </li>
        <li>
          Services for sexual health, drugs and alcohol, or counselling never show up without the young
          person’s say.
        </li>
        <li>
          Nothing is shared for immigration checks, for debts or to sell something. There is no way to do it
          here.
        </li>
        <li>No child has a score, a rank or a colour.</li>
        <li>Nobody who looks after the computers sees what is written about a child.</li>
      </ul>
    </section>
  );
}

const partWords: Readonly<Record<OurPart, string>> = {
  hold: 'It is kept here',
  read: 'We read what its owner gives',
  link: 'We only lead there',
};

/** Which one body answers for which kind of record. */
function Owners({ owners }: { owners: readonly OwnedKind[] }) {
  return (
    <section>
      <h2>Who answers for which record</h2>
      <p>Each kind of record has one owner. Nobody keeps a second copy of it.</p>
      <div class="table-scroll" tabIndex={0} role="region" aria-label="Who answers for which record">
        <table class="table">
          <caption class="visually-hidden">Each kind of record and its owner</caption>
          <thead>
            <tr>
              <th scope="col">Kind of record</th>
              <th scope="col">Who answers for it</th>
              <th scope="col">Where it is kept</th>
              <th scope="col">What we do</th>
            </tr>
          </thead>
          <tbody>
            {owners.map(({ kind, owner, ownerName }) => (
              <tr key={kind}>
                <th scope="row">{recordKindWords[kind]}</th>
                <td dir="auto">{owner ? (ownerName ?? 'An organisation') : 'Not said yet'}</td>
                <td dir="auto">{owner?.keptIn ?? ''}</td>
                <td>{owner ? partWords[owner.ourPart] : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
