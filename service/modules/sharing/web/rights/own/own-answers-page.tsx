import { page, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import type { Complaint } from '../../../domain/complaints/complaint.ts';
import { readOwnAnswers } from '../../../domain/permissions.ts';
import { ownAnswers, type OwnRequest } from '../../../queries/rights/own-answers.ts';
import { complaintPlaces } from '../../complaints/places.ts';
import { rightsPlaces } from '../places.ts';
import { sayInstant } from '../rights-words.ts';
import { complaintOutcomes, requestOutcomes, whatWasAsked } from './own-words.ts';

/** What somebody asked and complained of, and our answers, in their own account. */
export const ownAnswersRoute: Route = {
  method: 'GET',
  path: rightsPlaces.own,
  policy: readOwnAnswers,
  answer: async (request) => {
    const { requests, complaints } = await request.look(ownAnswers);
    return page({
      title: 'What you asked, and our answers',
      body: (
        <>
          <h1>What you asked, and our answers</h1>
          <p class="lead">{sayHowMany(requests, complaints)}</p>
          <ul class="own-asked">
            {requests.map((own) => (
              <AskedOf key={own.request.id} own={own} />
            ))}
            {complaints.map((complaint) => (
              <Complained key={complaint.id} complaint={complaint} />
            ))}
          </ul>
          <More />
        </>
      ),
    });
  },
};

function sayHowMany(requests: readonly OwnRequest[], complaints: readonly Complaint[]): string {
  const all = [...requests.map(({ request }) => request), ...complaints];
  if (all.length === 0) return 'You have not asked anything here yet. You can, whenever you like.';
  const waiting = all.filter(({ answer }) => answer === undefined).length;
  if (waiting === 0) return all.length === 1 ? 'We have answered you.' : 'We have answered all of it.';
  if (waiting < all.length) return 'Some of it is answered. We are working on the rest.';
  return 'We have it. A person is working on your answer.';
}

function AskedOf({ own: { request, openUntil } }: { own: OwnRequest }) {
  const { answer } = request;
  return (
    <li class="own-asked-one">
      <h2>{whatWasAsked[request.kind]}</h2>
      <p class="quiet">
        You asked on {sayDay(request.receivedOn)}. Your reference is {request.reference}.
      </p>
      {request.words === '' ? null : (
        <p dir="auto" class="own-words">
          “{request.words}”
        </p>
      )}
      {answer ? (
        <p>
          <strong>{requestOutcomes[answer.outcome]}</strong> {answer.byName} answered on {sayDay(answer.on)}.
        </p>
      ) : (
        <p>
          We make sure that it is you, gather what is held, and a second person looks at it. That takes a
          month at most.
        </p>
      )}
      {answer && answer.words !== '' ? (
        <p dir="auto" class="own-words">
          {answer.words}
        </p>
      ) : null}
      {openUntil ? (
        <p class="actions">
          <a class="govuk-button" href={rightsPlaces.ownAnswer(request.id)}>
            Open your answer
          </a>
          <span>It is here until {sayInstant(openUntil)}.</span>
        </p>
      ) : null}
      {request.kind === 'correct' ? <BesideIt /> : null}
    </li>
  );
}

/** What somebody asks to have put right they can say beside it at once, and whatever we decide. */
function BesideIt() {
  return (
    <p>
      You need not wait for us to say how you see it: <a href="/my-record">open what is held about you</a>,
      and choose “Say what is not right” beside the words. What you say stands there from that moment.
    </p>
  );
}

function Complained({ complaint }: { complaint: Complaint }) {
  return (
    <li class="own-asked-one">
      <h2>Something that you were unhappy with</h2>
      <p class="quiet">
        You told us on {sayDay(complaint.receivedOn)}. Your reference is {complaint.reference}.
      </p>
      <p dir="auto" class="own-words">
        “{complaint.words}”
      </p>
      <CameOf complaint={complaint} />
    </li>
  );
}

/** What came of a complaint so far. */
function CameOf({ complaint: { acknowledged, answer, progress } }: { complaint: Complaint }) {
  return answer ? (
    <>
      <p>
        <strong>{complaintOutcomes[answer.outcome]}</strong> {answer.byName} answered on {sayDay(answer.on)}.
      </p>
      <p dir="auto" class="own-words">
        {answer.words}
      </p>
      <p class="quiet">
        Not happy with this? <a href={complaintPlaces.all}>See who else looks at it</a>. It costs nothing.
      </p>
    </>
  ) : (
    <>
      <p>
        {acknowledged
          ? `Somebody is looking into it: ${acknowledged.byName}.`
          : 'We have it. Somebody whom it is not about reads it.'}
      </p>
      {progress === '' ? null : (
        <p dir="auto" class="own-words">
          {progress}
        </p>
      )}
    </>
  );
}

function More() {
  return (
    <section>
      <h2>Ask or tell us more</h2>
      <ul>
        <li>
          <a href={rightsPlaces.all}>Ask what is held about you</a>, or ask for something to be put right.
        </li>
        <li>
          <a href={complaintPlaces.all}>Tell us what you are unhappy with</a>.
        </li>
      </ul>
    </section>
  );
}
