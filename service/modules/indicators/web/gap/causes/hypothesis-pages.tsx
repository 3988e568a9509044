import { choice, optionalText, text, version } from '#platform/forms/fields.ts';
import { readForm } from '#platform/forms/read-form.ts';
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
import type { WordsFor } from '#platform/kernel/outcome.ts';
import { z } from 'zod';
import { addHypothesis } from '../../../actions/gaps/add-hypothesis.ts';
import { changeHypothesis, type ChangeHypothesisRefusal } from '../../../actions/gaps/change-hypothesis.ts';
import { hypothesisStates, type GapName, type Hypothesis } from '../../../domain/gap/hypothesis.ts';
import { explainGaps } from '../../../domain/permissions.ts';
import { ladderOfGap } from '../../../domain/disparity/ladder-gap.ts';
import { measureOfId } from '../../../domain/measure-facts.ts';
import { namedGap } from '../../../queries/gaps/named-gap.ts';
import { hypothesisNamed } from '../../../queries/gaps/hypotheses.ts';
import { reading, withQuery } from '../../reading.ts';
import { HypothesisForm, type FormShown } from './hypothesis-form.tsx';
import { disparityPlaces } from '../../disparity/places.ts';
import { gapPlaces } from '../places.ts';

const path = '/gaps/causes/new';

/** Adding why a gap might be there, and saying what came of looking into it. */
export const hypothesisRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: explainGaps,
    answer: async (request) => {
      const content = await newPage(request, { errors: [] });
      return content ? page(content) : notFound();
    },
  },
  { method: 'POST', path, policy: explainGaps, answer: addNew },
  {
    method: 'GET',
    path: '/gaps/causes/:id',
    policy: explainGaps,
    answer: async (request) => {
      const content = await changePage(request, { errors: [] });
      return content ? page(content) : notFound();
    },
  },
  { method: 'POST', path: '/gaps/causes/:id', policy: explainGaps, answer: change },
];

/** The gap that an address names, with what it is called; undefined where there is none. */
async function gapAsked(request: PageRequest, gap: GapName) {
  const found = await request.read((ctx) => namedGap(ctx, gap));
  if (!found) return undefined;
  const asked = { area: found.name.areaCode, group: gap.group };
  const back =
    'ladder' in found.on
      ? disparityPlaces.ladder(found.on.ladder, { ...asked, by: found.on.by })
      : gapPlaces.card(found.on.measure, asked);
  return { back, about: found.about };
}

function gapOfAddress(request: PageRequest): GapName {
  const asked = (name: string) => request.query.get(name) ?? '';
  return { measure: asked('measure'), group: asked('group'), areaCode: asked('area') };
}

async function newPage(request: PageRequest, shown: FormShown): Promise<PageContent | undefined> {
  const gap = gapOfAddress(request);
  const found = await gapAsked(request, gap);
  if (!found) return undefined;
  const title = 'Add why this gap might be there';
  const action = withQuery(path, { measure: gap.measure, area: gap.areaCode, group: gap.group });
  return framed(
    title,
    <HypothesisForm
      title={title}
      about={found.about}
      shown={shown}
      csrf={request.csrf}
      action={action}
      back={found.back}
      submit="Add it"
    />,
  );
}

function framed(title: string, body: PageContent['body']): PageContent {
  const breadcrumbs = [
    { text: 'How we are doing', href: reading.outcomes },
    { text: 'Gaps', href: gapPlaces.finder },
  ];
  return { title, breadcrumbs, body };
}

const newForm = z.object({ words: text('why this might be', 1000) });

async function addNew(request: PageRequest): Promise<Answer> {
  const read = readForm(newForm, request.posted);
  if (!read.done)
    return again(await newPage(request, { posted: request.posted, errors: read.refusal.errors }));
  const gap = gapOfAddress(request);
  const added = await request.write((ctx) => addHypothesis(ctx, { gap, words: read.value.words }));
  // whoever may not, and whoever names a gap that is not there, see the same
  if (!added.done && (added.refusal.reason === 'no-such-gap' || added.refusal.reason === 'not-allowed'))
    return notFound();
  const found = await gapAsked(request, gap);
  return found ? redirectTo(found.back, 'Added. It is open until somebody has looked into it.') : notFound();
}

function again(content: PageContent | undefined): Answer {
  return content ? pageToMend(content) : notFound();
}

async function changePage(
  request: PageRequest,
  shown: FormShown,
  theirs?: Hypothesis,
): Promise<PageContent | undefined> {
  const before = await request.read((ctx) => hypothesisNamed(ctx, request.params['id'] ?? ''));
  if (!before) return undefined;
  const title = 'Say what came of it';
  const place = await backOf(request, before);
  return framed(
    title,
    <HypothesisForm
      title={title}
      about={place.about}
      shown={shown}
      csrf={request.csrf}
      action={request.path}
      back={place.back}
      submit="Save"
      before={before}
      {...(theirs ? { theirs } : {})}
    />,
  );
}

/** Back to the card, or to the finder where the figures of the gap were withdrawn meanwhile. */
async function backOf(request: PageRequest, { gap }: Hypothesis): Promise<{ back: string; about: string }> {
  const found = await gapAsked(request, gap);
  if (found) return found;
  const ladder = ladderOfGap(gap);
  if (ladder !== undefined) return { back: disparityPlaces.laddersOf(gap.areaCode), about: ladder };
  return { back: gapPlaces.finderOf(gap.areaCode), about: measureOfId(gap.measure)?.code ?? gap.measure };
}

const changeForm = z.object({
  words: text('why this might be', 1000),
  state: choice('what came of it', hypothesisStates),
  evidence: optionalText(4000),
  version: version(),
});

/** Words for a person where a change was not made; the others look like a page that is not there. */
const refusalWords: WordsFor<
  Exclude<ChangeHypothesisRefusal, { reason: 'not-allowed' | 'hypothesis-missing' }>
> = {
  'evidence-missing': () => 'Enter what was found: supported and refuted need it',
  'changed-meanwhile': ({ theirs }) =>
    `${theirs.changedByName} saved this while you were writing. Nothing is lost: read both, then save what should stand`,
};

async function change(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const read = readForm(changeForm, posted);
  if (!read.done) return again(await changePage(request, { posted, errors: read.refusal.errors }));
  const { version: seen, evidence = '', words, state } = read.value;
  const before = await request.read((ctx) => hypothesisNamed(ctx, request.params['id'] ?? ''));
  if (!before) return notFound();
  const changed = await request.write((ctx) =>
    changeHypothesis(ctx, { id: before.id, version: seen, words: { words, state, evidence } }),
  );
  if (changed.done) return redirectTo((await backOf(request, before)).back, 'Saved.');
  const { refusal } = changed;
  switch (refusal.reason) {
    case 'evidence-missing':
      return mend(request, { field: 'evidence', message: refusalWords['evidence-missing'](refusal) });
    case 'changed-meanwhile':
      return mend(
        request,
        { field: 'words', message: refusalWords['changed-meanwhile'](refusal) },
        refusal.theirs,
      );
    default:
      return notFound();
  }
}

async function mend(
  request: PageRequest,
  error: { field: string; message: string },
  theirs?: Hypothesis,
): Promise<Answer> {
  return again(await changePage(request, { posted: request.posted, errors: [error] }, theirs));
}
