import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { optionalText, text } from '#platform/forms/fields.ts';
import { WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
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
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { isFamily } from '#platform/access/record-policy.ts';
import { contestEntry, type ContestEntryRefusal } from '../../actions/record/contest-entry.ts';
import { comeToRecord } from '../../domain/permissions.ts';
import type { ReadableEntry } from '../../domain/record/entry.ts';
import { entryToWrite, type EntryToWrite } from '../../queries/record/entry-to-write.ts';
import { aboveRecord, familyPlaces } from '../places.ts';
import { WhoSaid } from './entry-cards.tsx';

const path = familyPlaces.contest(':id');

/** A child, a parent or a worker says what is not right: it stands beside the entry from that moment. */
export const contestRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: comeToRecord,
    answer: async (request) => {
      const shown = await shownTo(request, request.query.get('entry') ?? '');
      return shown ? page(contestPage(request, shown, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: comeToRecord, answer: contest },
];

type Shown = EntryToWrite & { entry: ReadableEntry };

async function shownTo(request: PageRequest, entryId: string): Promise<Shown | undefined> {
  const childId = request.params['id'] ?? '';
  const ground = await request.look((ctx) => entryToWrite(ctx, { childId, entryId }));
  return ground?.entry && { ...ground, entry: ground.entry };
}

const form = z.object({ entry: text('which', 60), account: optionalText(4000) });

const words: WordsFor<ContestEntryRefusal> = {
  'not-allowed': () => '',
  'record-missing': () => '',
  'entry-missing': () => '',
  'account-missing': () => 'Say what is not right, in your own words',
};

async function contest(request: PageRequest): Promise<Answer> {
  const read = readForm(form, request.posted);
  const entryId = request.posted['entry']?.[0] ?? '';
  const again = async (errors: readonly FieldError[]) => {
    const shown = await shownTo(request, entryId);
    return shown ? pageToMend(contestPage(request, shown, { posted: request.posted, errors })) : notFound();
  };
  if (!read.done) return again(read.refusal.errors);
  const childId = request.params['id'] ?? '';
  const { account = '' } = read.value;
  const said = await request.write((ctx) => contestEntry(ctx, { childId, entryId, account }));
  if (said.done)
    return redirectTo(backOf(request, childId), 'What you say stands beside it, wherever it is read.');
  const message = wordsOf(words, said.refusal);
  return message === '' ? notFound() : again([{ field: 'account', message }]);
}

/** A family goes back to its own view, a worker to the record. */
function backOf({ actor }: PageRequest, childId: string): string {
  const comesForThemselves =
    actor.kind === 'person' && actor.roles.some((role) => role === 'young-person' || role === 'parent');
  return comesForThemselves ? familyPlaces.own : familyPlaces.one(childId);
}

function contestPage(request: PageRequest, shown: Shown, answers: Answers): PageContent {
  const { entry, reach } = shown;
  const ownPages = isFamily(reach.relationship)
    ? [aboveRecord(reach)]
    : [aboveRecord(reach), { text: shown.title, href: familyPlaces.one(reach.childId) }];
  return {
    title: 'Say what is not right',
    breadcrumbs: ownPages,
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Say what is not right</h1>
        <blockquote class="entry">
          <p class="entry-body" dir="auto">
            {entry.body}
          </p>
          <WhoSaid entry={entry} />
        </blockquote>
        <p>
          What you write stands beside this from the moment you save it. Everybody who reads the one reads the
          other. A person answers you within 20 working days.
        </p>
        <form method="post" action={familyPlaces.contest(reach.childId)} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="entry" value={entry.id} />
          <WordsField answers={answers} name="account" label="How do you see it?" rows={6} />
          <Button text="Put it beside" preventDoubleClick />
        </form>
      </>
    ),
  };
}
