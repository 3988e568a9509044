import { allowed } from '#platform/access/policy.ts';
import type { PageRequest } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { keepReportCards } from '../../domain/permissions.ts';
import { storyParts, storyWords, type Story, type StoryPart } from '../../domain/report/story.ts';
import type { MeasureView } from '../../queries/report/measure-view.ts';
import { reportPlaces } from '../report-card/places.ts';

type Parts = { view: MeasureView; story: Story; request: PageRequest };

/** The report card that turns the curve: why the line goes as it does, what would turn it, and whose part that is. */
export function StoryOfMeasure({ view, story, request }: Parts) {
  if (view.isEngland) return null;
  return (
    <section>
      <h2>Turning the curve</h2>
      <div class="story">
        {storyParts.map((part) => (
          <StorySection key={part} part={part} view={view} story={story} request={request} />
        ))}
      </div>
    </section>
  );
}

function StorySection({ part, view, story, request }: Parts & { part: StoryPart }) {
  const { title, empty } = storyWords[part];
  const text = story[part];
  const isTold = text !== undefined && text.words !== '';
  return (
    <div class={isTold ? 'story-part' : 'story-part story-part-empty'}>
      <h3>{title}</h3>
      {isTold ? (
        <>
          <div dir="auto">
            {text.words.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph} class="own-words">
                {paragraph}
              </p>
            ))}
          </div>
          <p class="beneath">
            {text.changedBy}, {sayDay(text.changedOn)}
          </p>
        </>
      ) : (
        <p class="quiet">{empty}</p>
      )}
      {allowed(request.actor, keepReportCards) ? (
        <a class="act" href={reportPlaces.story(view.definition, view.place.code, part)}>
          {isTold ? 'Change' : 'Write'}
          <span class="visually-hidden">: {title}</span>
        </a>
      ) : null}
    </div>
  );
}
