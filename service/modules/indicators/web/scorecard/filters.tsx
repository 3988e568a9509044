import { Button, Select } from '#packages/govuk-jsx';
import { showings, type Scorecard, type Showing } from '../../domain/scorecard/scorecard.ts';
import type { NeighbourSet } from '../../domain/scorecard/place.ts';
import { reading } from '../reading.ts';

/** What a reader asked to see of a scorecard, read from its address. */
export type Asked = {
  topic: string | undefined;
  show: Showing;
  neighbours: string | undefined;
  framework: string | undefined;
};

/** Reads the address; what it does not know it takes for not asked. */
export function askedOf(query: URLSearchParams): Asked {
  const given = (name: string) => query.get(name)?.trim() || undefined;
  return {
    topic: given('topic'),
    show: showings.find((one) => one === given('show')) ?? 'all',
    neighbours: given('neighbours'),
    framework: given('framework'),
  };
}

const showingWords: { readonly [Each in Showing]: string } = {
  all: 'Every measure',
  worse: 'Only worse than England',
  better: 'Only better than England',
  different: 'Only different from England',
  'not-compared': 'Only not compared',
  'no-figure': 'Only without a number',
};

/** What may be asked of a scorecard: a form whose address can be shared. */
export function Filters(props: {
  scorecard: Scorecard;
  asked: Asked;
  sets: readonly NeighbourSet[];
  frameworks: readonly { slug: string; name: string }[];
}) {
  const { scorecard, asked, sets } = props;
  return (
    <form method="get" action={reading.scorecard(scorecard.place.code)} class="filters">
      <Select
        name="framework"
        label={{ text: 'Measures of' }}
        value={asked.framework}
        items={[
          { value: '', text: 'The standard sixty' },
          ...props.frameworks.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      <Select
        name="topic"
        label={{ text: 'Topic' }}
        value={asked.topic}
        items={[
          { value: '', text: 'All topics' },
          ...scorecard.groups.map(({ key, title }) => ({ value: key, text: title })),
        ]}
      />
      <Select
        name="show"
        label={{ text: 'Show' }}
        value={asked.show}
        items={showings.map((value) => ({ value, text: showingWords[value] }))}
      />
      {sets.length > 1 ? (
        <Select
          name="neighbours"
          label={{ text: 'Neighbours' }}
          value={scorecard.neighbourSet?.key}
          items={sets.map(({ key, year }) => ({ value: key, text: `Set of ${year}` }))}
        />
      ) : null}
      <Button text="Show" />
    </form>
  );
}
