import { z } from 'zod';
import { Button, ErrorSummary, Textarea } from '#packages/govuk-jsx';
import { optionalText } from '#platform/forms/fields.ts';
import { errorOf, kept, readForm, type FieldError } from '#platform/forms/read-form.ts';
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
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { makePack } from '../../actions/packs/make-pack.ts';
import type { PackLine } from '../../domain/packs/pack-line.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { packsOfMeeting, type PacksOfMeeting } from '../../queries/packs/pack-read.ts';
import { makePackWords, sayEdition } from './pack-words.ts';
import { packPlaces } from './places.ts';

/** The packs of a meeting, and making one. */
export const meetingPacksRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: packPlaces.ofMeetingPath,
    policy: 'everyone',
    answer: async (request) => {
      const found = await packsAsked(request);
      return found ? page(contentOf(request, found, [])) : notFound();
    },
  },
  { method: 'POST', path: packPlaces.ofMeetingPath, policy: keepBoards, answer: make },
];

const form = z.object({ reason: optionalText(500) });

async function make(request: PageRequest): Promise<Answer> {
  const found = await packsAsked(request);
  if (!found) return notFound();
  const read = readForm(form, request.posted);
  if (!read.done) return pageToMend(contentOf(request, found, read.refusal.errors));
  const reason = read.value.reason ?? '';
  const made = await request.write((ctx) => makePack(ctx, { meeting: found.meeting.key, reason }));
  if (made.done) return redirectTo(packPlaces.pack(made.value.id), 'The pack is made, and stays as it is');
  const { refusal } = made;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'meeting-missing') return notFound();
  const message = wordsOf(makePackWords, refusal);
  return pageToMend(contentOf(request, found, [{ field: 'reason', message }]));
}

function packsAsked(request: PageRequest): Promise<PacksOfMeeting | undefined> {
  return request.read((ctx) => packsOfMeeting(ctx, request.params['meeting'] ?? ''));
}

function contentOf(request: PageRequest, found: PacksOfMeeting, errors: readonly FieldError[]): PageContent {
  const { meeting, packs, mayMake } = found;
  return {
    title: `Packs: ${meeting.title}`,
    breadcrumbs: [
      { text: 'Meetings', href: '/meetings' },
      { text: meeting.title, href: packPlaces.meeting(meeting.key) },
    ],
    body: (
      <>
        {errors.length > 0 ? (
          <ErrorSummary
            titleText="There is something to put right"
            errorList={errors.map(({ field, message }) => ({ href: `#${field}`, text: message }))}
          />
        ) : null}
        <h1>The pack for {meeting.title}</h1>
        <p class="lead">
          {sayDay(meeting.on)} at {meeting.at}
          {meeting.place === '' ? '' : `, ${meeting.place}`}
        </p>
        <Editions found={found} />
        {mayMake && meeting.state !== 'cancelled' ? (
          <MakeForm request={request} latest={packs[0]} errors={errors} />
        ) : null}
      </>
    ),
  };
}

function Editions({ found: { meeting, packs, mayMake, reads } }: { found: PacksOfMeeting }) {
  if (packs.length === 0)
    return (
      <div class="empty">
        <p>
          {mayMake
            ? 'No pack was made yet. One press makes it out of what is known now: what came of last time, the agenda, numbers, findings and voices, what is late.'
            : reads
              ? 'The pack for this meeting will be here once it is made.'
              : 'The pack for this meeting will be here once it is published.'}
        </p>
      </div>
    );
  return (
    <ul class="cards letters">
      {packs.map((pack) => (
        <Edition
          key={pack.id}
          pack={pack}
          movedFrom={pack.meetsOn === meeting.on ? undefined : pack.meetsOn}
          reads={reads}
        />
      ))}
    </ul>
  );
}

type EditionProps = { pack: PackLine; movedFrom: PackLine['meetsOn'] | undefined; reads: boolean };

function Edition({ pack, movedFrom, reads }: EditionProps) {
  const readers = reads ? 'members' : 'public';
  return (
    <li class="card">
      <h2>
        <a href={packPlaces.pack(pack.id)}>Read the pack, edition {pack.edition}</a>
      </h2>
      {reads ? (
        <p>{sayEdition(pack, dayInEngland(pack.madeAt))}.</p>
      ) : (
        <p>Made on {sayDay(dayInEngland(pack.madeAt))}.</p>
      )}
      {pack.reason === '' || !reads ? null : <p>Why it was made anew: {pack.reason}</p>}
      {movedFrom === undefined ? null : (
        <p>
          <strong>The meeting was moved after this pack was made.</strong> It was to be on {sayDay(movedFrom)}
          .
        </p>
      )}
      {reads ? (
        <p class="quiet">
          {pack.isPublished ? 'Everybody can read the version for the public.' : 'For members only, so far.'}
        </p>
      ) : null}
      <p>
        <a href={packPlaces.file(pack.id, 'pdf', readers)}>Save as PDF</a>
        {' · '}
        <a href={packPlaces.file(pack.id, 'docx', readers)}>Save as Word</a>
      </p>
    </li>
  );
}

type MakeProps = { request: PageRequest; latest: PackLine | undefined; errors: readonly FieldError[] };

function MakeForm({ request, latest, errors }: MakeProps) {
  const message = errorOf(errors, 'reason');
  return (
    <form method="post" action={request.path} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      {latest ? (
        <>
          <h2>Make another edition</h2>
          <p>The one before stays as it is, and can still be read.</p>
          <Textarea
            name="reason"
            id="reason"
            rows={2}
            label={{ text: 'Why is it needed?', classes: 'govuk-label--s' }}
            hint={{ text: 'Members read this. For example: the audit came in after the first was sent.' }}
            value={kept(request.posted, 'reason')}
            {...(message === undefined ? {} : { errorMessage: { text: message } })}
          />
        </>
      ) : null}
      <Button
        text={latest ? `Make edition ${latest.edition + 1}` : 'Make the pack'}
        preventDoubleClick
        {...(latest ? { classes: 'govuk-button--secondary' } : {})}
      />
    </form>
  );
}
