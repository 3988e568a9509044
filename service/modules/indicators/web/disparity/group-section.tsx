import { Button, Select } from '#packages/govuk-jsx';
import { notComparedWords, type StepComparison } from '../../domain/disparity/compare-step.ts';
import { changeWords, type StepOverTime } from '../../domain/disparity/over-time.ts';
import { capital } from '../../domain/gap/say-gap.ts';
import { sayNumber } from '../../domain/say-value.ts';
import type { ChosenGroup, LadderCard, LadderShown } from '../../queries/disparity/ladder-card.ts';
import { queryOf } from './ladder-chart.tsx';
import { disparityPlaces } from './places.ts';

type Props = { card: LadderCard; shown: LadderShown; chosen: ChosenGroup };

/** One group: is it closing, and how is it elsewhere? */
export function GroupSection({ card, shown, chosen }: Props) {
  return (
    <section id="one-group">
      <h2>One group, over the years and elsewhere</h2>
      <ChooseGroup card={card} shown={shown} chosen={chosen} />
      <OverYears shown={shown} chosen={chosen} />
      <Elsewhere card={card} chosen={chosen} />
    </section>
  );
}

function ChooseGroup({ card, shown, chosen }: Props) {
  const { group: _, ...rest } = queryOf(card, shown);
  return (
    <form method="get" action={disparityPlaces.ladder(card.ladder.key)} class="filters">
      {Object.entries(rest).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Select
        name="group"
        label={{ text: 'Group to look at' }}
        value={chosen.group.key}
        items={shown.rows.map(({ group }) => ({ value: group.key, text: group.short }))}
      />
      <Button text="Look" />
    </form>
  );
}

function OverYears({ shown, chosen }: { shown: LadderShown; chosen: ChosenGroup }) {
  const { overTime } = chosen;
  return (
    <>
      <h3>Is it closing?</h3>
      <ul>
        {overTime.map((one) => (
          <li key={one.step.key}>{sayChange(one)}</li>
        ))}
      </ul>
      <YearsTable shown={shown} chosen={chosen} />
    </>
  );
}

function YearsTable({ shown, chosen }: { shown: LadderShown; chosen: ChosenGroup }) {
  const { group, overTime } = chosen;
  const years = shown.years.toReversed();
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="Times as likely, by step and year">
      <table class="table">
        <caption>
          {capital(group.name)}: times as likely as {shown.reference.words}, with the 95% interval
        </caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overTime.map(({ step, points }) => (
            <tr key={step.key}>
              <th scope="row">{step.name}</th>
              {years.map((year) => (
                <td key={year}>{sayCell(points.find((point) => point.year === year)?.found)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sayChange({ step, change }: StepOverTime): string {
  if (!change) return `${step.name}: there are not two years that may be compared.`;
  return `${step.name}, ${change.from} to ${change.to}: ${changeWords[change.verdict]}.`;
}

function sayCell(found: StepComparison | undefined): string {
  if (!found) return '–';
  if (!found.known) return short[found.why] ?? 'not known';
  const { ratio, limits } = found;
  return `${sayNumber(ratio, 2)} (${sayNumber(limits.lower, 2)} to ${sayNumber(limits.upper, 2)})`;
}

const short: Partial<Record<Extract<StepComparison, { known: false }>['why'], string>> = {
  withheld: 'not shown',
  'too-small': 'not shown',
  'would-open': 'not shown',
  'too-few': 'too few',
};

function Elsewhere({ card, chosen }: { card: LadderCard; chosen: ChosenGroup }) {
  const { beside } = chosen;
  const told = beside.steps.some(
    ({ england, neighbours }) => england?.known === true || neighbours.found.known,
  );
  return (
    <>
      <h3>Beside England and our neighbours</h3>
      {told ? (
        <ElsewhereTable card={card} chosen={chosen} />
      ) : (
        <p>
          {notComparedWords['not-published']} No figures of the same steps and groups have been brought in for
          England or for our neighbours.
        </p>
      )}
    </>
  );
}

function ElsewhereTable({ card, chosen }: { card: LadderCard; chosen: ChosenGroup }) {
  const { beside, group } = chosen;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="The same group elsewhere">
      <table class="table">
        <caption>{capital(group.name)}, the same year and the same steps</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">{card.place.name}</th>
            {card.isEngland ? null : <th scope="col">England</th>}
            <th scope="col">Neighbours together</th>
          </tr>
        </thead>
        <tbody>
          {beside.steps.map(({ step, here, england, neighbours }) => (
            <tr key={step.key}>
              <th scope="row">{step.name}</th>
              <td>{sayCell(here)}</td>
              {card.isEngland ? null : <td>{sayCell(england)}</td>}
              <td>
                {sayCell(neighbours.found)}
                {neighbours.areas > 0 ? <span class="beneath">{areas(neighbours.areas)}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function areas(count: number): string {
  return count === 1 ? 'of one area' : `of ${count} areas`;
}
