import { allowed } from '#platform/access/policy.ts';
import { kept, type FieldError } from '#platform/forms/read-form.ts';
import { dayPosted, type Answers } from '#platform/forms/inputs.tsx';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { endAgreement, signAgreement } from '../../actions/agreements/sign-agreement.ts';
import { keepSharing, recordSharing } from '../../domain/permissions.ts';
import { agreementsSeen, agreementView } from '../../queries/agreements/agreement-views.ts';
import { numberIn, sharingPlaces } from '../places.ts';
import { AgreementBody } from './agreement-body.tsx';
import { AgreementCard } from './agreement-parts.tsx';
import { endingErrors, signingErrors } from './agreement-words.ts';

const ofAny = ':number';

/** Every agreement, each with its versions, who signed it, and its end. */
export const agreementPages: readonly Route[] = [
  { method: 'GET', path: sharingPlaces.agreements, policy: recordSharing, answer: showAll },
  { method: 'GET', path: sharingPlaces.agreement(ofAny), policy: recordSharing, answer: show },
  { method: 'POST', path: sharingPlaces.signAgreement(ofAny), policy: keepSharing, answer: sign },
  { method: 'POST', path: sharingPlaces.endAgreement(ofAny), policy: keepSharing, answer: end },
];

const order = ['to-be-signed', 'review-overdue', 'in-force', 'to-come', 'run-out', 'ended'] as const;

async function showAll(request: PageRequest): Promise<Answer> {
  const all = await request.read(agreementsSeen);
  const sorted = all.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  const keeps = allowed(request.actor, keepSharing);
  return page({
    title: 'Agreements',
    breadcrumbs: [{ text: 'How information is shared', href: sharingPlaces.register }],
    body: (
      <>
        <h1>Agreements</h1>
        <p class="lead">
          Lasting sharing between two organisations rests on one of these, and only while it is in force.
        </p>
        {keeps ? (
          <div class="actions">
            <a class="govuk-button" href={sharingPlaces.newAgreement}>
              A new agreement
            </a>
            <a href={sharingPlaces.purposes}>Purposes that fit together</a>
            <a href={sharingPlaces.owners}>Who answers for which record</a>
            <a href={sharingPlaces.duty}>The duty to share</a>
          </div>
        ) : null}
        {sorted.length === 0 ? (
          <p class="empty">
            No agreement is written down yet. Until one is, each share is a single one with its own ground.
          </p>
        ) : (
          <ul class="cards letters">
            {sorted.map((seen) => (
              <AgreementCard key={seen.agreement.id} seen={seen} />
            ))}
          </ul>
        )}
      </>
    ),
  });
}

async function show(request: PageRequest): Promise<Answer> {
  const content = await contentOf(request, { errors: [] });
  return content ? page(content) : notFound();
}

function numberOf({ params }: PageRequest): number {
  return numberIn(params['number']);
}

async function sign(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const number = numberOf(request);
  const organisationId = idFrom<'organisation'>(kept(posted, 'signed-for'));
  const signedOn = dayPosted(posted, 'signed-on');
  if (!organisationId) return again(request, [{ field: 'signed-for', message: 'Choose who signed' }]);
  if (signedOn === 'no-such-day')
    return again(request, [{ field: 'signed-on', message: 'Enter a day that exists, such as 1 9 2026' }]);
  const signature = {
    name: kept(posted, 'signatory').slice(0, 200),
    job: kept(posted, 'signatory-job').slice(0, 200),
    signedOn: signedOn === 'empty' ? dayInEngland(request.now) : signedOn,
  };
  const came = await request.write((ctx) => signAgreement(ctx, { number, organisationId, signature }));
  return came.done
    ? redirectTo(sharingPlaces.agreement(number), 'Written down that they signed.')
    : again(request, signingErrors(came.refusal));
}

async function end(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const number = numberOf(request);
  const seen = Number(/^\d{1,9}$/.exec(kept(posted, 'seen'))?.[0] ?? '0');
  const words = kept(posted, 'ending-words').slice(0, 2000);
  const came = await request.write((ctx) => endAgreement(ctx, { number, seen, words }));
  return came.done
    ? redirectTo(sharingPlaces.agreement(number), 'It has ended. Nothing crosses on it any more.')
    : again(request, endingErrors(came.refusal));
}

async function again(request: PageRequest, errors: readonly FieldError[] | undefined): Promise<Answer> {
  const content = errors && (await contentOf(request, { posted: request.posted, errors }));
  return content ? pageToMend(content) : notFound();
}

async function contentOf(request: PageRequest, answers: Answers): Promise<PageContent | undefined> {
  const view = await request.read((ctx) => agreementView(ctx, numberOf(request)));
  return (
    view && {
      title: view.version.title,
      breadcrumbs: [{ text: 'Agreements', href: sharingPlaces.agreements }],
      body: (
        <AgreementBody view={view} answers={answers} csrf={request.csrf} today={dayInEngland(request.now)} />
      ),
    }
  );
}
