import { sayDay } from '#platform/kernel/day.ts';
import { isSameAsking, sayAges } from '../../domain/survey/question.ts';
import type { SurveyWave } from '../../queries/survey/surveys-view.ts';

/** What was asked of whom, wave by wave; nothing where a measure is no survey's. */
export function AskedSection({ waves }: { waves: readonly SurveyWave[] }) {
  const newest = waves.at(-1);
  if (!newest) return null;
  return (
    <section aria-labelledby="what-was-asked">
      <h2 id="what-was-asked">What was asked, and of whom</h2>
      <blockquote class="asked">
        <p dir="auto">“{newest.question}”</p>
      </blockquote>
      <WavesTable waves={waves} />
      <p>
        Fewer than 30 answers, and answers from fewer than three schools, are held back before anybody sees
        them, and so is whatever would give them away. {intervalOf(newest)}
      </p>
    </section>
  );
}

function intervalOf({ weighted, designEffect }: SurveyWave): string {
  const how = weighted ? 'The answers are weighted' : 'The answers are not weighted';
  if (designEffect !== undefined)
    return `${how}; the interval is Wilson’s on the effective base, the answers divided by a design effect of ${designEffect}.`;
  return weighted
    ? `${how}, and nobody says by how much that widens what is known, so there is no interval.`
    : `${how}; the interval is Wilson’s.`;
}

function WavesTable({ waves }: { waves: readonly SurveyWave[] }) {
  return (
    <div class="table-scroll" role="region" aria-label="Waves of the survey" tabIndex={0}>
      <table class="table">
        <caption>Waves of the survey</caption>
        <thead>
          <tr>
            <th scope="col">Wave</th>
            <th scope="col">Survey</th>
            <th scope="col">Asked</th>
            <th scope="col" class="number">
              Answered
            </th>
            <th scope="col">The same question as before?</th>
          </tr>
        </thead>
        <tbody>
          {waves.map((wave, at) => (
            <tr key={wave.start}>
              <th scope="row">{wave.wave}</th>
              <td dir="auto">
                {wave.survey}
                <span class="beneath">
                  {sayDay(wave.start)} to {sayDay(wave.end)}
                </span>
              </td>
              <td>children and young people {sayAges(wave.ages)}</td>
              <td class="number">
                {wave.answered === undefined ? 'not told' : wave.answered.toLocaleString('en-GB')}
                {wave.heldBack > 0 ? <span class="beneath">{wave.heldBack} results held back</span> : null}
              </td>
              <td>{sameAs(waves[at - 1], wave)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sameAs(before: SurveyWave | undefined, wave: SurveyWave): string {
  if (!before) return 'The first wave';
  return isSameAsking(before, wave) ? 'Yes' : 'No: the two waves are not compared';
}
