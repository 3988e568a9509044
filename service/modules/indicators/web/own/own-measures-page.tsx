import { page, type PageContent, type Route } from '#platform/http/route.ts';
import { allowed } from '#platform/access/policy.ts';
import type { OwnMeasure } from '../../domain/own/own-measure.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { allOwnMeasures } from '../../queries/own/own-measure-view.ts';
import { rhythmWords } from './own-words.ts';
import { ownPlaces } from './places.ts';

/** What we count ourselves, because nobody publishes it. */
export const ownMeasuresRoute: Route = {
  method: 'GET',
  path: ownPlaces.all,
  policy: 'at-work',
  answer: async (request) => {
    const measures = await request.read(allOwnMeasures);
    return page(listPage(measures, allowed(request.actor, keepOwnMeasures)));
  },
};

function listPage(measures: readonly OwnMeasure[], mayKeep: boolean): PageContent {
  const begin = mayKeep ? (
    <p>
      <a class="govuk-button" href={ownPlaces.begin}>
        Describe a new one
      </a>
    </p>
  ) : null;
  return {
    title: 'Our own measures',
    body: (
      <>
        <h1>Our own measures</h1>
        <p class="lead">
          What nobody publishes, and only we can count: every quarter, by zone. Small groups are protected
          before anybody else sees a figure.
        </p>
        {measures.length === 0 ? (
          <div class="empty">
            <h2>We count nothing of our own yet</h2>
            <p>The first step is to say what is counted, of whom, and how often.</p>
            {begin}
          </div>
        ) : (
          <>
            {begin}
            <Measures measures={measures} />
          </>
        )}
      </>
    ),
  };
}

function Measures({ measures }: { measures: readonly OwnMeasure[] }) {
  return (
    <ul class="rows">
      {measures.map((own) => (
        <li key={own.code}>
          <div>
            <p class="thread-title">
              <a href={ownPlaces.measure(own.code)} dir="auto">
                {own.title}
              </a>
            </p>
            <p class="quiet" dir="auto">
              {rhythmWords[own.rhythm].every}, kept by {own.owner}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
