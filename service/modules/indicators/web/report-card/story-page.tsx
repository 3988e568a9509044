import { z } from 'zod';
import { optionalText, version } from '#platform/forms/fields.ts';
import { WordsField } from '#platform/forms/inputs.tsx';
import { kept, readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { tellStory } from '../../actions/report/tell-story.ts';
import { measurePath } from '../../domain/figures/measure-definition.ts';
import { keepReportCards } from '../../domain/permissions.ts';
import {
  longestStory,
  storyParts,
  storyWords,
  type StoryPart,
  type StoryText,
} from '../../domain/report/story.ts';
import { neverWritten } from '../../domain/report/written.ts';
import { reportCardToWrite } from '../../queries/report/report-card.ts';
import { BothVersions, sayConflict } from './both-versions.tsx';
import { reportPlaces } from './places.ts';
import { measureAsked, WritingForm, writingPage, type Showing } from './writing.tsx';

const path = '/measures/:source/:code/story/:part';

/** The three texts of a report card, each on a page of its own. */
export const storyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    policy: keepReportCards,
    answer: async (request) => {
      const found = await partOf(request);
      return found ? page(storyPage(request, found, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path, policy: keepReportCards, answer: save },
];

type Found = NonNullable<Awaited<ReturnType<typeof reportCardToWrite>>> & {
  part: StoryPart;
  text: StoryText | undefined;
};

async function partOf(request: PageRequest): Promise<Found | undefined> {
  const part = storyParts.find((one) => one === request.params['part']);
  if (!part) return undefined;
  const asked = { measure: measureAsked(request), areaCode: request.query.get('area') ?? '' };
  const found = await request.read((ctx) => reportCardToWrite(ctx, asked));
  return found && { ...found, part, text: found.story[part] };
}

const form = z.object({ words: optionalText(longestStory), seen: version() });

/** Refused to those who may not ('not-allowed') and for what nobody knows ('no-such-measure'): it is not there. */
async function save(request: PageRequest) {
  const found = await partOf(request);
  if (!found) return notFound();
  const { definition, place, part } = found;
  const again = (errors: readonly FieldError[], now = found, seen?: number) =>
    pageToMend(
      storyPage(request, now, {
        posted: request.posted,
        errors,
        ...(seen === undefined ? {} : { seen: String(seen) }),
      }),
    );
  const read = readForm(form, request.posted);
  if (!read.done) return again(read.refusal.errors);
  const { words = '', seen } = read.value;
  const told = { measure: definition.id, areaCode: place.code, part, words, seen };
  const came = await request.write((ctx) => tellStory(ctx, told));
  if (came.done) return redirectTo(measurePath(definition, place.code), `${storyWords[part].title}: saved.`);
  if (came.refusal.reason !== 'changed-meanwhile') return notFound();
  const { theirs } = came.refusal;
  const errors = [{ field: 'words', message: sayConflict(theirs) }];
  return again(errors, { ...found, text: theirs }, theirs?.version ?? neverWritten);
}

function storyPage(request: PageRequest, found: Found, showing: Showing) {
  const { definition, place, part, text } = found;
  const { title, asks } = storyWords[part];
  return writingPage(found, {
    title,
    showing,
    children: (
      <>
        <p class="lead">
          {definition.title}, {place.name}
        </p>
        {showing.seen === undefined ? null : (
          <BothVersions
            theirs={text}
            gone="Nothing is written there now."
            fields={[{ name: title, theirs: text?.words ?? '', mine: kept(showing.posted, 'words') }]}
          />
        )}
        <WritingForm
          request={request}
          action={reportPlaces.story(definition, place.code, part)}
          seen={showing.seen ?? String(text?.version ?? neverWritten)}
          submit="Save"
          back={measurePath(definition, place.code)}
        >
          <WordsField
            answers={showing}
            name="words"
            label={title}
            hint={`${asks} Everybody reads this: name no child and no family.`}
            rows={12}
            before={text?.words}
          />
        </WritingForm>
      </>
    ),
  });
}
