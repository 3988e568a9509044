import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { writeImpact, type WriteImpactRefusal } from '../../actions/plan/write-impact.ts';
import { keepPlan } from '../../domain/permissions.ts';
import {
  concerns,
  directions,
  type CombinedImpact,
  type ImpactWords,
} from '../../domain/plan/combined-impact.ts';
import { impactToWrite, type ImpactToWrite } from '../../queries/plan/impact-to-write.ts';
import { formReading } from '../plan/form-reading.ts';
import { ImpactForm, placesForPartners } from './impact-form.tsx';
import { planPlaces } from '../plan/places.ts';
import { impactWords } from '../plan/plan-words.ts';

/** A combined impact is written down, and changed. */
export const impactRoutes: readonly Route[] = [
  { method: 'GET', path: planPlaces.newImpact(':plan'), policy: keepPlan, answer: show },
  { method: 'POST', path: planPlaces.newImpact(':plan'), policy: keepPlan, answer: save },
  { method: 'GET', path: planPlaces.impact(':plan', ':impact'), policy: keepPlan, answer: show },
  { method: 'POST', path: planPlaces.impact(':plan', ':impact'), policy: keepPlan, answer: save },
];

function toWrite({ params, read }: PageRequest): Promise<ImpactToWrite | undefined> {
  return read((ctx) => impactToWrite(ctx, params['plan'] ?? '', params['impact']));
}

async function show(request: PageRequest): Promise<Answer> {
  const to = await toWrite(request);
  return to ? page(formPage(request, to, { answers: { errors: [] } })) : notFound();
}

async function save(request: PageRequest): Promise<Answer> {
  const to = await toWrite(request);
  if (!to) return notFound();
  const again = (errors: Answers['errors'], theirs?: CombinedImpact) =>
    pageToMend(formPage(request, to, { answers: { posted: request.posted, errors }, theirs }));
  const read = readImpact(request, to);
  if ('errors' in read) return again(read.errors);
  const planKey = to.plan.key;
  const change = to.impact && { id: to.impact.id, seen: read.seen };
  const saved = await request.write((ctx) =>
    writeImpact(ctx, { planKey, words: read.words, ...(change ? { change } : {}) }),
  );
  if (saved.done) return redirectTo(planPlaces.together(planKey), 'Saved.');
  const { refusal } = saved;
  return again(errorsOf(refusal), refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined);
}

function errorsOf(refusal: WriteImpactRefusal): Answers['errors'] {
  const field =
    refusal.reason === 'too-few-changes'
      ? 'words-1'
      : refusal.reason === 'answer-missing'
        ? 'whatWeDo'
        : 'families';
  return [{ field, message: wordsOf(impactWords, refusal) }];
}

type Read = { words: ImpactWords; seen: number } | { errors: Answers['errors'] };

function readImpact(request: PageRequest, to: ImpactToWrite): Read {
  const form = formReading(request.posted);
  const ticked = new Set(request.posted['actions'] ?? []);
  const ofActions = to.actions
    .filter(({ number }) => ticked.has(String(number)))
    .map(({ id }) => ({ actionId: id, organisationKey: '', words: '', from: undefined }));
  const ofPartners = placesForPartners.map((place) => ({
    actionId: undefined,
    organisationKey: form.words(`organisation-${place}`, 100),
    words: form.words(`words-${place}`, 300),
    from: form.day(`from-${place}`, 'The day from which it changes'),
  }));
  const chosen = new Set(request.posted['concerns'] ?? []);
  const words: ImpactWords = {
    families: form.words('families', 200),
    concerns: concerns.filter((one) => chosen.has(one)),
    whatHappens: form.words('whatHappens', 2000),
    direction: directions.find((one) => one === request.posted['direction']?.[0]) ?? 'not-known',
    whatWeDo: form.words('whatWeDo', 2000),
    ownerName: form.words('owner', 200),
    review: form.day('review', 'The day on which it is looked at again'),
    changes: [...ofActions, ...ofPartners],
  };
  return form.errors.length > 0 ? { errors: form.errors } : { words, seen: form.seen() };
}

type Shown = { answers: Answers; theirs?: CombinedImpact | undefined };

function formPage(request: PageRequest, to: ImpactToWrite, { answers, theirs }: Shown): PageContent {
  const asked = (request.query.get('actions') ?? '').split('-').filter((text) => /^\d{1,9}$/.test(text));
  const title = to.impact ? 'Change what meets' : 'Write down what meets';
  return {
    title,
    breadcrumbs: [
      { text: to.plan.title, href: planPlaces.plan(to.plan.key) },
      { text: 'Together', href: planPlaces.together(to.plan.key) },
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        {theirs ? (
          <div class="empty">
            <h2>What somebody else saved</h2>
            <p>{theirs.families}</p>
            <p class="own-words">{theirs.whatWeDo}</p>
          </div>
        ) : null}
        <ImpactForm
          to={to}
          answers={answers}
          asked={asked}
          csrf={request.csrf}
          action={request.path}
          seen={(theirs ?? to.impact)?.version ?? 0}
        />
      </>
    ),
  };
}
