import { page, type Route } from '#platform/http/route.ts';
import { complaintPlaces } from './places.ts';

/** Being unhappy with something: what one can do, the young first. */
export const complaintsPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: complaintPlaces.all,
    policy: 'everyone',
    answer: async () => page({ title: 'Unhappy with something?', body: <Unhappy /> }),
  },
  {
    method: 'GET',
    path: complaintPlaces.sent,
    policy: 'everyone',
    answer: async () => page({ title: 'We have it', body: <Sent /> }),
  },
];

function Unhappy() {
  return (
    <>
      <h1>Unhappy with something?</h1>
      <p class="lead">Tell us. We want to know, and we answer.</p>
      <IfYoung />
      <EverybodyElse />
    </>
  );
}

function IfYoung() {
  return (
    <section class="rights-young" aria-labelledby="young">
      <h2 id="young">If you are a child or a young person</h2>
      <p>
        Did somebody not listen to you? Did they write something that is not true, or tell others what they
        should not have told? You can complain. You are not in trouble, and whoever it is about does not see
        it here.
      </p>
      <p>You need not give your name. You can ask somebody to help you.</p>
      <p class="actions">
        <a class="govuk-button" href={complaintPlaces.young}>
          Tell us, as a young person
        </a>
      </p>
      <p>
        Is somebody hurting you, or are you in danger? Do not wait for us: ring 999, or Childline on 0800
        1111.
      </p>
    </section>
  );
}

function EverybodyElse() {
  return (
    <section>
      <h2>Everybody else</h2>
      <p class="actions">
        <a class="govuk-button" href={complaintPlaces.tell}>
          Make a complaint
        </a>
      </p>
      <h3>What happens then</h3>
      <ol class="rights-steps">
        <li>Within 30 days, and mostly much sooner, you hear that it came and who looks into it.</li>
        <li>Somebody looks into it whom it is not about. They tell you how it goes.</li>
        <li>
          You get an answer: what we found, what we do about it, and what you can do if you do not agree.
        </li>
      </ol>
      <h3>Others who look at complaints</h3>
      <ul>
        <li>How your information is used: the Information Commissioner, ico.org.uk, 0303 123 1113.</li>
        <li>
          How a council treated you: the Local Government and Social Care Ombudsman, lgo.org.uk, 0300 061
          0614.
        </li>
      </ul>
    </section>
  );
}

function Sent() {
  return (
    <>
      <h1>We have it</h1>
      <p class="lead">Thank you for telling us. That can take courage.</p>
      <ol class="rights-steps">
        <li>Somebody reads it whom it is not about.</li>
        <li>Within 30 days, and mostly sooner, they tell you that it came: in the way you said is safe.</li>
        <li>Then they look into it, and answer you.</li>
      </ol>
      <p>In danger now? Ring 999. Everybody under 19 can ring Childline on 0800 1111.</p>
    </>
  );
}
