import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { sayDay } from '#platform/kernel/day.ts';
import { changeEntry, writeEntry } from '../../actions/record/write-entry.ts';
import { entryKinds, isToChangeBy, type ReadableEntry } from '../../domain/record/entry.ts';
import { comeToRecord } from '../../domain/permissions.ts';
import { entryToWrite, type EntryToWrite } from '../../queries/record/entry-to-write.ts';
import { aboveRecord, familyPlaces } from '../places.ts';
import { EntryForm } from './entry-form.tsx';
import { entryErrors, readEntry } from './read-entry.ts';

const ofAny = [':id', ':entry'] as const;

/** An entry is written down, and changed by who wrote it or who leads. */
export const entryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: familyPlaces.newEntry(':id'),
    policy: comeToRecord,
    answer: (request) => show(request),
  },
  { method: 'POST', path: familyPlaces.newEntry(':id'), policy: comeToRecord, answer: add },
  {
    method: 'GET',
    path: familyPlaces.entry(...ofAny),
    policy: comeToRecord,
    answer: (request) => show(request),
  },
  { method: 'POST', path: familyPlaces.entry(...ofAny), policy: comeToRecord, answer: change },
];

function groundOf(request: PageRequest): Promise<EntryToWrite | undefined> {
  const { id: childId = '', entry: entryId } = request.params;
  return request.look((ctx) => entryToWrite(ctx, { childId, entryId }));
}

async function show(request: PageRequest): Promise<Answer> {
  const ground = await groundOf(request);
  if (!ground || !opens(ground, request)) return notFound();
  return page(formPage(request, { ground, answers: { errors: [] } }));
}

/** Whether there is anything here that they may write. */
function opens({ reach, entry }: EntryToWrite, { actor }: PageRequest): boolean {
  if (!entry) return reach.mayWrite && writes(reach);
  if (reach.access[entry.fieldGroup] !== 'write' || actor.kind !== 'person') return false;
  return isToChangeBy(entry, { relationship: reach.relationship, personId: actor.personId });
}

function writes({ access }: EntryToWrite['reach']): boolean {
  return [access.strengths, access.worries, access.health, access['own-words']].includes('write');
}

async function add(request: PageRequest): Promise<Answer> {
  const read = readEntry(request);
  const again = (errors: readonly FieldError[]) => mend(request, { errors });
  if ('errors' in read) return again(read.errors);
  const childId = request.params['id'] ?? '';
  const added = await request.write((ctx) => writeEntry(ctx, { childId, words: read.words }));
  if (added.done) return redirectTo(familyPlaces.one(childId), 'It is written down.');
  const errors = entryErrors(added.refusal);
  return errors ? again(errors) : notFound();
}

async function change(request: PageRequest): Promise<Answer> {
  const read = readEntry(request);
  if ('errors' in read) return mend(request, { errors: read.errors });
  const { id: childId = '', entry: entryId = '' } = request.params;
  const seen = Number(/^\d{1,9}$/.exec(kept(request.posted, 'seen'))?.[0] ?? '0');
  const changed = await request.write((ctx) =>
    changeEntry(ctx, { childId, entryId, seen, words: read.words }),
  );
  if (changed.done) return redirectTo(familyPlaces.one(childId), 'Saved.');
  const { refusal } = changed;
  const errors = entryErrors(refusal);
  if (!errors) return notFound();
  return mend(request, {
    errors,
    theirs: refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined,
  });
}

type Mending = { errors: readonly FieldError[]; theirs?: ReadableEntry | undefined };

async function mend(request: PageRequest, { errors, theirs }: Mending): Promise<Answer> {
  const ground = await groundOf(request);
  if (!ground || !opens(ground, request)) return notFound();
  return pageToMend(formPage(request, { ground, answers: { posted: request.posted, errors }, theirs }));
}

type Shown = { ground: EntryToWrite; answers: Answers; theirs?: ReadableEntry | undefined };

function formPage(request: PageRequest, { ground, answers, theirs }: Shown): PageContent {
  const { reach, title: child, entry, family } = ground;
  const title = entry ? `Change what is written of ${child}` : `Something about ${child}`;
  const kind = entryKinds.find((one) => one === request.query.get('kind'));
  return {
    title,
    breadcrumbs: [aboveRecord(reach), { text: child, href: familyPlaces.one(reach.childId) }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1 dir="auto">{title}</h1>
        {theirs ? <BothTexts theirs={theirs} ours={kept(answers.posted, 'body')} /> : null}
        <EntryForm
          answers={answers}
          before={entry}
          reach={reach}
          family={family}
          kind={kind}
          csrf={request.csrf}
          action={request.path}
          seen={(theirs ?? entry)?.version ?? 0}
          back={familyPlaces.one(reach.childId)}
        />
      </>
    ),
  };
}

/** What somebody else saved and what was typed, side by side. */
function BothTexts({ theirs, ours }: { theirs: ReadableEntry; ours: string }) {
  return (
    <div class="side-by-side">
      <section class="empty">
        <h2>What somebody else saved</h2>
        <p dir="auto">{theirs.body}</p>
        <p class="quiet">
          {theirs.whoseWords}, {theirs.source}, {sayDay(theirs.saidOn)}
        </p>
      </section>
      <section class="empty">
        <h2>What you typed</h2>
        <p dir="auto">{ours}</p>
        <p class="quiet">It stands in the form. Save it in place of theirs, or put the two together.</p>
      </section>
    </div>
  );
}
