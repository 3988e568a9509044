import { kept, type FieldError } from '#platform/forms/read-form.ts';
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
import type { Ctx } from '#platform/db/database.ts';
import { recordEmergency } from '../../actions/disclosures/record-disclosure.ts';
import { signOff } from '../../actions/disclosures/sign-off.ts';
import { withdrawConsent } from '../../actions/disclosures/withdraw-consent.ts';
import { keepSharing, recordSharing } from '../../domain/permissions.ts';
import type { SharingSubjects } from '../../queries/sharing-subjects.ts';
import { ledgerEntry, type LedgerEntry } from '../../queries/disclosures/ledger-entry.ts';
import { recordingAround, type RecordingAround } from '../../queries/disclosures/recording-view.ts';
import { numberIn, sharingPlaces } from '../places.ts';
import { EntryBody } from './entry-body.tsx';
import { RecordForm } from './record-form.tsx';
import { formErrors, readRecording, type Begun } from './read-recording.ts';
import { recordingErrors } from './refusals.ts';

const ofAny = ':number';
const crumbs = [{ text: 'Ledger', href: sharingPlaces.ledger }];

/** One line of the ledger, and what can still be done with it. */
export function entryRoutes(subjects: SharingSubjects): readonly Route[] {
  const to = (answer: (request: PageRequest, subjects: SharingSubjects) => Promise<Answer>) => ({
    policy: recordSharing,
    answer: (request: PageRequest) => answer(request, subjects),
  });
  return [
    { method: 'GET', path: sharingPlaces.entry(ofAny), ...to(show) },
    { method: 'GET', path: sharingPlaces.complete(ofAny), ...to(askRecord) },
    { method: 'POST', path: sharingPlaces.complete(ofAny), ...to(keepRecord) },
    { method: 'POST', path: sharingPlaces.signOff(ofAny), policy: keepSharing, answer: sign },
    { method: 'POST', path: sharingPlaces.withdraw(ofAny), ...to(withdraw) },
  ];
}

function numberOf({ params }: PageRequest): number {
  return numberIn(params['number']);
}

async function show(request: PageRequest, subjects: SharingSubjects): Promise<Answer> {
  const found = await request.look((ctx) => ledgerEntry(ctx, { number: numberOf(request), subjects }));
  if (!found) return notFound();
  return page({
    title: `S${found.entry.number}`,
    breadcrumbs: crumbs,
    body: <EntryBody found={found} answers={{ errors: [] }} csrf={request.csrf} />,
  });
}

async function sign(request: PageRequest): Promise<Answer> {
  const number = numberOf(request);
  const came = await request.write((ctx) => signOff(ctx, number));
  if (came.done) return redirectTo(sharingPlaces.entry(number), 'Signed off.');
  return came.refusal.reason === 'nothing-to-sign-off'
    ? redirectTo(sharingPlaces.entry(number), 'It was signed off already.')
    : notFound();
}

async function withdraw(request: PageRequest, subjects: SharingSubjects): Promise<Answer> {
  const number = numberOf(request);
  const words = kept(request.posted, 'words').slice(0, 4000);
  const came = await request.look(async (ctx) => {
    const found = await ledgerEntry(ctx, { number, subjects });
    return found && withdrawConsent(ctx, { number, words, relationship: found.relationship });
  });
  if (!came) return notFound();
  if (came.done || came.refusal.reason === 'withdrawn-already')
    return redirectTo(sharingPlaces.entry(number), 'Written down. Nothing more passes on this consent.');
  return notFound();
}

type Owing = { found: LedgerEntry; begun: Begun; around: RecordingAround };

/** An emergency whose record this person may write; none where it was written already. */
async function owing(ctx: Ctx, number: number, subjects: SharingSubjects): Promise<Owing | undefined> {
  const found = await ledgerEntry(ctx, { number, subjects });
  if (!found?.may.complete) return undefined;
  const { from, to, subject } = found.entry;
  const begun: Begun = {
    happening: 'share',
    childId: subject.id,
    from,
    to: to.organisationId,
    purpose: 'safeguarding',
  };
  return { found, begun, around: await recordingAround(ctx, begun) };
}

async function askRecord(request: PageRequest, subjects: SharingSubjects): Promise<Answer> {
  const number = numberOf(request);
  const seen = await request.look((ctx) => owing(ctx, number, subjects));
  return seen ? page(recordContent(request, seen, [])) : notFound();
}

type Came =
  | undefined
  | 'kept'
  | { first: LedgerEntry }
  | { seen: Owing; errors: readonly FieldError[] | undefined };

async function keepRecord(request: PageRequest, subjects: SharingSubjects): Promise<Answer> {
  const number = numberOf(request);
  const { posted } = request;
  const wrong = formErrors(posted);
  const came = await request.look(async (ctx): Promise<Came> => {
    const seen = await owing(ctx, number, subjects);
    if (!seen) {
      const first = await ledgerEntry(ctx, { number, subjects });
      return first?.entry.recorded ? { first } : undefined;
    }
    if (wrong.length > 0) return { seen, errors: wrong };
    const seenVersion = Number(/^\d{1,9}$/.exec(kept(posted, 'seen'))?.[0] ?? '0');
    const { relationship } = seen.found;
    const words = readRecording(posted, seen.begun);
    const saved = await recordEmergency(ctx, { words, relationship, number, seen: seenVersion });
    return saved.done ? 'kept' : { seen, errors: recordingErrors(saved.refusal) };
  });
  if (came === 'kept') return redirectTo(sharingPlaces.entry(number), 'Its record is written. Thank you.');
  if (came && 'first' in came) return pageToMend(bothWritten(request, came.first));
  if (!came?.errors) return notFound();
  return pageToMend(recordContent(request, came.seen, came.errors));
}

/** Somebody else wrote the record first: theirs stands, and what was typed is still here to be copied. */
function bothWritten({ posted }: PageRequest, { entry }: LedgerEntry): PageContent {
  const mine = ['extent', 'told-words', 'plain-words', 'single-ground'].map((name) => kept(posted, name));
  return {
    title: `The record of S${entry.number}`,
    breadcrumbs: crumbs,
    body: (
      <>
        <h1>Somebody wrote this record first</h1>
        <p class="lead">
          What they wrote stands. Nothing of yours was saved; it is here, so that it is not lost.
        </p>
        <div class="both-versions">
          <Written
            title="What stands"
            words={[entry.extent, entry.toldWords, entry.plainWords, entry.singleGround]}
          />
          <Written title="What you typed" words={mine} />
        </div>
        <p>
          <a href={sharingPlaces.entry(entry.number)}>Read the whole record</a>
        </p>
      </>
    ),
  };
}

function Written({ title, words }: { title: string; words: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {words
        .filter((one) => one !== '')
        .map((one) => (
          <p key={one} class="own-words" dir="auto">
            {one}
          </p>
        ))}
    </section>
  );
}

function recordContent(
  request: PageRequest,
  { found, begun, around }: Owing,
  errors: readonly FieldError[],
): PageContent {
  const { entry } = found;
  const { posted } = request;
  const answered = Object.keys(posted).length > 0;
  const title = `The record of S${entry.number}`;
  return {
    title,
    breadcrumbs: crumbs,
    body: (
      <RecordForm
        title={title}
        about={found.about ?? 'Shared in an emergency'}
        fromName={found.from}
        toName={entry.to.organisationId === undefined ? undefined : entry.to.body}
        begun={begun}
        around={around}
        answers={answered ? { posted, errors } : { errors }}
        csrf={request.csrf}
        action={sharingPlaces.complete(entry.number)}
        hidden={{ seen: String(entry.version) }}
        back={sharingPlaces.entry(entry.number)}
        today={dayInEngland(entry.sharedAt)}
        before={{ extent: entry.extent, person: entry.to.person, body: entry.to.body }}
      />
    ),
  };
}
