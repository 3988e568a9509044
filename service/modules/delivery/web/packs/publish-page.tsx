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
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { publishPack } from '../../actions/packs/publish-pack.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { packRead, type PackRead } from '../../queries/packs/pack-read.ts';
import { publishPackWords } from './pack-words.ts';
import { packPlaces } from './places.ts';

/** Letting everybody read a pack, and taking it back. */
export const publishPackRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: packPlaces.publishPath,
    policy: keepBoards,
    answer: async (request) => {
      const found = await packAsked(request);
      return found ? page(contentOf(request, found, [])) : notFound();
    },
  },
  { method: 'POST', path: packPlaces.publishPath, policy: keepBoards, answer: publish },
];

const form = z.object({ reason: optionalText(500) });

function packAsked(request: PageRequest): Promise<PackRead | undefined> {
  return request.read((ctx) => packRead(ctx, request.params['pack'] ?? '', 'public'));
}

async function publish(request: PageRequest): Promise<Answer> {
  const found = await packAsked(request);
  if (!found) return notFound();
  const read = readForm(form, request.posted);
  if (!read.done) return pageToMend(contentOf(request, found, read.refusal.errors));
  const { id } = found.line;
  const wanted = request.posted['publish']?.[0] === 'withdraw' ? 'withdraw' : 'publish';
  const came = await request.write((ctx) =>
    publishPack(ctx, { id, publish: wanted, reason: read.value.reason ?? '' }),
  );
  if (came.done)
    return redirectTo(
      packPlaces.ofMeeting(found.version.meeting.key),
      wanted === 'publish' ? 'Everybody can read the pack' : 'Only members can read the pack',
    );
  if (came.refusal.reason === 'not-allowed' || came.refusal.reason === 'pack-missing') return notFound();
  const message = wordsOf(publishPackWords, came.refusal);
  return pageToMend(contentOf(request, found, [{ field: 'reason', message }]));
}

function contentOf(request: PageRequest, found: PackRead, errors: readonly FieldError[]): PageContent {
  const { line, version } = found;
  const title = line.isPublished ? 'Take the pack back' : 'Let everybody read the pack';
  return {
    title,
    breadcrumbs: [
      { text: version.meeting.title, href: packPlaces.meeting(version.meeting.key) },
      { text: 'Packs', href: packPlaces.ofMeeting(version.meeting.key) },
    ],
    body: (
      <>
        {errors.length > 0 ? (
          <ErrorSummary
            titleText="There is something to put right"
            errorList={errors.map(({ field, message }) => ({ href: `#${field}`, text: message }))}
          />
        ) : null}
        <h1>{title}</h1>
        {line.isPublished ? null : (
          <p class="lead">
            Everybody will read the version for the public: no names of people, and of what is exempt only
            that it is, and on which ground. <a href={packPlaces.pack(line.id, 'public')}>Read it first</a>:
            names that stand in free words are taken out where we know them, and only you can see what else
            gives somebody away.
          </p>
        )}
        <PublishForm request={request} line={line} message={errorOf(errors, 'reason')} />
      </>
    ),
  };
}

type FormProps = { request: PageRequest; line: PackRead['line']; message: string | undefined };

function PublishForm({ request, line, message }: FormProps) {
  const wanted = line.isPublished ? 'withdraw' : 'publish';
  return (
    <form method="post" action={packPlaces.publish(line.id)} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="publish" value={wanted} />
      {line.isPublished ? (
        <Textarea
          name="reason"
          id="reason"
          rows={2}
          label={{ text: 'Why is it taken back?', classes: 'govuk-label--s' }}
          value={kept(request.posted, 'reason')}
          {...(message === undefined ? {} : { errorMessage: { text: message } })}
        />
      ) : null}
      <Button text={line.isPublished ? 'Take it back' : 'Let everybody read it'} preventDoubleClick />
    </form>
  );
}
