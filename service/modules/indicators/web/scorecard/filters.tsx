import { Button, Select } from '#packages/govuk-jsx';
import { askings, type Asking } from '../../domain/scorecard/asked-for.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import type { NeighbourSet } from '../../domain/figures/place.ts';
import type { FrameworkOwner } from '../../queries/framework-groups.ts';
import { reading } from '../reading.ts';

/** What a reader asked to see of a scorecard, read from its address. */
export type Asked = {
  topic: string | undefined;
  show: Asking;
  neighbours: string | undefined;
  /** the slug of a strategy */
  framework: string | undefined;
  /** of the strategy's owners, whose elements alone are shown */
  owner: string | undefined;
  /** every topic unfolded */
  open: boolean;
};

/** Reads the address; what it does not know it takes for not asked. */
export function askedOf(query: URLSearchParams): Asked {
  const given = (name: string) => query.get(name)?.trim() || undefined;
  // the name that addresses had before
  const framework = given('strategy') ?? given('framework');
  return {
    topic: given('topic'),
    show: askings.find((one) => one === given('show')) ?? 'with-figure',
    neighbours: given('neighbours'),
    framework,
    owner: framework === undefined ? undefined : given('owner'),
    open: given('open') === 'all',
  };
}

/** What was asked, as it stands in an address; what is so without asking is left out. */
export function queryOf({ topic, show, neighbours, framework, owner, open }: Asked) {
  return {
    topic,
    show: show === 'with-figure' ? undefined : show,
    neighbours,
    strategy: framework,
    owner,
    open: open ? 'all' : undefined,
  };
}

const askingWords: { readonly [Each in Asking]: string } = {
  'with-figure': 'Measures with a figure',
  all: 'Every measure',
  worse: 'Only worse than England',
  better: 'Only better than England',
  different: 'Only different from England',
  'not-compared': 'Only not compared',
  'no-figure': 'Only without a number',
};

export type FiltersProps = {
  scorecard: Scorecard;
  asked: Asked;
  sets: readonly NeighbourSet[];
  frameworks: readonly { slug: string; name: string }[];
  /** those who own something in the strategy that is shown */
  owners: readonly FrameworkOwner[];
};

/** What may be asked of a scorecard: a form whose address can be shared. */
export function Filters(props: FiltersProps) {
  return (
    <form method="get" action={reading.scorecard(props.scorecard.place.code)} class="filters">
      {choicesOf(props).map(({ name, text, value, items }) => (
        <Select key={name} name={name} label={{ text }} value={value} items={items} />
      ))}
      <Button text="Show" />
    </form>
  );
}

type Choice = {
  name: string;
  text: string;
  value: string | undefined;
  items: readonly { value: string; text: string }[];
};

function choicesOf({ scorecard, asked, sets, frameworks, owners }: FiltersProps): Choice[] {
  const strategies = frameworks.map(({ slug, name }) => ({ value: slug, text: name }));
  const topics = scorecard.groups.map(({ key, title }) => ({ value: key, text: title }));
  const years = sets.map(({ key, year }) => ({ value: key, text: `Set of ${year}` }));
  const choices: Choice[] = [
    {
      name: 'strategy',
      text: 'Measures of',
      value: asked.framework,
      items: [{ value: '', text: 'The standard sixty' }, ...strategies],
    },
    {
      name: 'owner',
      text: 'Whose',
      value: asked.owner,
      items: [
        { value: '', text: 'Everybody’s' },
        ...owners.map(({ key, name }) => ({ value: key, text: name })),
      ],
    },
    {
      name: 'topic',
      text: 'Topic',
      value: asked.topic,
      items: [{ value: '', text: 'All topics' }, ...topics],
    },
    {
      name: 'show',
      text: 'Show',
      value: asked.show,
      items: askings.map((value) => ({ value, text: askingWords[value] })),
    },
    { name: 'neighbours', text: 'Neighbours', value: scorecard.neighbourSet?.key, items: years },
  ];
  return choices.filter(({ items }) => items.length > 1);
}
