import { z } from 'zod';
import { choice, optionalText, text } from '#platform/forms/fields.ts';
import { dayPosted, Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { idFrom } from '#platform/kernel/id.ts';
import {
  addFindingOrVoice,
  changeFindingOrVoice,
  type AddEvidenceRefusal,
  type ChangeEvidenceRefusal,
  type EvidenceGiven,
} from '../../actions/evidence/keep-evidence.ts';
import { audiences } from '../../domain/audience.ts';
import { subjectFrom, type EvidenceSubject } from '../../domain/evidence/about.ts';
import type { Evidence, EvidenceSaid } from '../../domain/evidence/evidence.ts';
import { keepEvidence } from '../../domain/permissions.ts';
import { evidenceToChange } from '../../queries/evidence/evidence-of.ts';
import { namedSubject } from '../../queries/evidence/named-subjects.ts';
import { sayEvidenceProblem } from './evidence-words.ts';
import { EntryForm } from './entry-form.tsx';
import { evidencePlaces } from './places.ts';

const titles = { finding: 'Add what a closer look found', voice: 'Add what people said' } as const;

/** A finding or a voice is added, and changed. */
export const entryRoutes: readonly Route[] = [
  ...addRoutes('finding'),
  ...addRoutes('voice'),
  {
    method: 'GET',
    path: evidencePlaces.changePath,
    policy: keepEvidence,
    answer: async (request) => {
      const content = await changePage(request, { errors: [] });
      return content ? page(content) : notFound();
    },
  },
  { method: 'POST', path: evidencePlaces.changePath, policy: keepEvidence, answer: change },
];

function addRoutes(kind: EvidenceSaid['kind']): Route[] {
  return [
    {
      method: 'GET',
      path: evidencePlaces.addPath[kind],
      policy: keepEvidence,
      answer: async (request) => {
        const content = await addPage(request, kind, { errors: [] });
        return content ? page(content) : notFound();
      },
    },
    {
      method: 'POST',
      path: evidencePlaces.addPath[kind],
      policy: keepEvidence,
      answer: (request) => add(request, kind),
    },
  ];
}

const counted = (what: string) =>
  text(what, 7).pipe(z.string().regex(/^\d+$/, 'Enter a whole number').transform(Number));
const count = (what: string) => counted(what).pipe(z.number().int().min(1, 'Enter at least 1'));

const both = { link: optionalText(500), audience: choice('who may see it', audiences) };

const findingForm = z.object({
  title: text('what was found', 200),
  lookedAt: text('what was looked at', 200),
  howMany: count('how many were looked at'),
  byWhom: text('who looked', 200),
  method: text('how it was done', 500),
  strong: optionalText(4000),
  mustGetBetter: optionalText(4000),
  ...both,
});

const voiceForm = z.object({
  title: text('what they said in one line', 200),
  whoWasAsked: text('who was asked', 300),
  asked: count('how many were asked'),
  answered: counted('how many answered'),
  way: text('in which way they were asked', 500),
  said: text('what they said', 4000),
  quote: optionalText(300),
  ...both,
});

type Read = { given: EvidenceGiven } | { errors: readonly FieldError[] };

/** Reads the form of either kind; the day is read beside it. */
function readEntry({ posted }: PageRequest, kind: EvidenceSaid['kind'], subject: EvidenceSubject): Read {
  const day = dayPosted(posted, 'day');
  const noDay = day === 'empty' || day === 'no-such-day';
  const dayErrors = noDay ? [{ field: 'day', message: 'Enter a day that exists, such as 1 9 2026' }] : [];
  const quoteAgreed = posted['quoteAgreed']?.includes('yes') ? ('yes' as const) : ('no' as const);
  const read = kind === 'finding' ? readFinding(posted) : readVoice(posted);
  if ('errors' in read) return { errors: [...read.errors, ...dayErrors] };
  if (noDay) return { errors: dayErrors };
  return { given: { words: { subject, said: read.said, day, audience: read.audience }, quoteAgreed } };
}

function readFinding(posted: PageRequest['posted']) {
  const read = readForm(findingForm, posted);
  if (!read.done) return { errors: read.refusal.errors };
  const { audience, link = '', strong = '', mustGetBetter = '', ...rest } = read.value;
  return { audience, said: { kind: 'finding' as const, ...rest, link, strong, mustGetBetter } };
}

function readVoice(posted: PageRequest['posted']) {
  const read = readForm(voiceForm, posted);
  if (!read.done) return { errors: read.refusal.errors };
  const { audience, link = '', quote = '', ...rest } = read.value;
  return { audience, said: { kind: 'voice' as const, ...rest, link, quote } };
}

async function add(request: PageRequest, kind: EvidenceSaid['kind']): Promise<Answer> {
  const subject = subjectFrom(request.query.get('about') ?? '');
  if (!subject) return notFound();
  const again = async (errors: Answers['errors']) => {
    const content = await addPage(request, kind, { posted: request.posted, errors });
    return content ? pageToMend(content) : notFound();
  };
  const read = readEntry(request, kind, subject);
  if ('errors' in read) return again(read.errors);
  const added = await request.write((ctx) => addFindingOrVoice(ctx, read.given));
  if (added.done) return redirectTo(evidencePlaces.about(subject), 'Added.');
  const errors = errorsOf(added.refusal);
  return errors ? again(errors) : notFound();
}

async function change(request: PageRequest): Promise<Answer> {
  const id = idFrom<'evidence'>(request.params['id'] ?? '');
  const before = await request.read((ctx) => evidenceToChange(ctx, request.params['id'] ?? ''));
  if (!id || !before) return notFound();
  const again = async (errors: Answers['errors'], theirs?: Evidence) => {
    const content = await changePage(request, { posted: request.posted, errors }, theirs);
    return content ? pageToMend(content) : notFound();
  };
  const read = readEntry(request, before.said.kind, before.subject);
  if ('errors' in read) return again(read.errors);
  const seen = Number(/^\d{1,9}$/.exec(request.posted['seen']?.[0] ?? '')?.[0] ?? '0');
  const changed = await request.write((ctx) => changeFindingOrVoice(ctx, { ...read.given, id, seen }));
  if (changed.done) return redirectTo(evidencePlaces.about(before.subject), 'Saved.');
  const { refusal } = changed;
  const errors = errorsOf(refusal);
  return errors
    ? again(errors, refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined)
    : notFound();
}

/** What is wrong, at its fields; undefined where the page looks as though nothing were there. */
function errorsOf(refusal: AddEvidenceRefusal | ChangeEvidenceRefusal): Answers['errors'] | undefined {
  switch (refusal.reason) {
    case 'evidence-wrong':
      return refusal.problems.map((problem) => ({
        field: problem.field,
        message: sayEvidenceProblem(problem),
      }));
    case 'changed-meanwhile':
      return [
        {
          field: 'title',
          message: `${refusal.theirs.changedByName} saved this while you were writing. Nothing is lost: read both, then save what should stand`,
        },
      ];
    // whoever may not, and whoever names what is not there, see the same
    case 'no-such-subject':
    case 'not-allowed':
    case 'evidence-missing':
      return undefined;
  }
}

async function addPage(
  request: PageRequest,
  kind: EvidenceSaid['kind'],
  answers: Answers,
): Promise<PageContent | undefined> {
  const subject = subjectFrom(request.query.get('about') ?? '');
  const named = subject && (await request.read((ctx) => namedSubject(ctx, subject)));
  if (!named || !subject) return undefined;
  const action = kind === 'finding' ? evidencePlaces.addFinding(subject) : evidencePlaces.addVoice(subject);
  return framed(
    titles[kind],
    { about: named.title, subject },
    {
      answers,
      body: (
        <EntryForm
          answers={answers}
          before={undefined}
          kind={kind}
          csrf={request.csrf}
          action={action}
          seen={0}
          submit="Add it"
          back={evidencePlaces.about(subject)}
        />
      ),
    },
  );
}

async function changePage(
  request: PageRequest,
  answers: Answers,
  theirs?: Evidence,
): Promise<PageContent | undefined> {
  const before = await request.read((ctx) => evidenceToChange(ctx, request.params['id'] ?? ''));
  const named = before && (await request.read((ctx) => namedSubject(ctx, before.subject)));
  if (!before) return undefined;
  return framed(
    'Change what stands here',
    { about: named?.title ?? '', subject: before.subject },
    {
      answers,
      body: (
        <>
          {theirs ? (
            <div class="empty">
              <h2>What {theirs.changedByName} saved</h2>
              <p dir="auto">{theirs.said.title}</p>
              <p>Your own words are in the form below.</p>
            </div>
          ) : null}
          <EntryForm
            answers={answers}
            before={before}
            kind={before.said.kind}
            csrf={request.csrf}
            action={request.path}
            seen={(theirs ?? before).version}
            submit={theirs ? 'Save mine, having seen theirs' : 'Save'}
            back={evidencePlaces.about(before.subject)}
          />
        </>
      ),
    },
  );
}

function framed(
  title: string,
  { about, subject }: { about: string; subject: EvidenceSubject },
  { answers, body }: { answers: Answers; body: PageContent['body'] },
): PageContent {
  return {
    title: `${title}: ${about}`,
    breadcrumbs: [
      { text: 'Evidence', href: evidencePlaces.all },
      { text: about, href: evidencePlaces.about(subject) },
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        <p class="lead">{about}</p>
        {body}
      </>
    ),
  };
}
