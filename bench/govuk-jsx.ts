import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { h } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import {
  Breadcrumbs,
  Button,
  Checkboxes,
  DateInput,
  Input,
  Radios,
  Select,
  ServiceNavigation,
  Table,
  Template,
  Textarea,
} from '#packages/govuk-jsx';
import type { Bench, Figures } from './bench.ts';

export const bench: Bench = {
  name: 'govuk-jsx',
  says: 'One page with a form of seven fields and a table of 50 rows, rendered by our components and by the official Nunjucks macros, turn by turn in one process.',
  run,
};

const rounds = 200;
const warmUp = 50;

async function run(): Promise<Figures> {
  const official = officialPage();
  const ours = (): string => `<!doctype html>${renderToStaticMarkup(ourPage())}`;
  const theirs = (): string => official.render(options);
  const times: Readonly<Record<'ours' | 'theirs', number[]>> = { ours: [], theirs: [] };
  for (let round = -warmUp; round < rounds; round++) {
    const [one, other] = [timed(ours), timed(theirs)];
    if (round < 0) continue;
    times.ours.push(one);
    times.theirs.push(other);
  }
  const [median, officialMedian] = [quantile(times.ours, 0.5), quantile(times.theirs, 0.5)];
  return {
    rounds,
    'ours, median ms': rounded(median),
    'ours, p95 ms': rounded(quantile(times.ours, 0.95)),
    'official macros, median ms': rounded(officialMedian),
    'official macros, p95 ms': rounded(quantile(times.theirs, 0.95)),
    'official / ours, medians': rounded(officialMedian / median),
    'ours, bytes': Buffer.byteLength(ours()),
    'official macros, bytes': Buffer.byteLength(theirs()),
  };
}

function timed(work: () => string): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

const choices = ['School', 'Family hub', 'Health visitor', 'Somewhere else'];
const items = choices.map((text) => ({ value: text.toLowerCase(), text }));

/** The same options for both. */
const options = {
  navigation: {
    serviceName: 'Plans',
    serviceUrl: '/',
    navigation: items.map(({ text }) => ({ text, href: '/' })),
  },
  breadcrumbs: { items: [{ text: 'Home', href: '/' }, { text: 'Plans' }] },
  input: { name: 'name', label: { text: 'Name of the plan' }, errorMessage: { text: 'Enter a name' } },
  textarea: {
    name: 'why',
    label: { text: 'Why' },
    hint: { text: 'A sentence is enough' },
    value: 'Because & so',
  },
  select: { name: 'where', label: { text: 'Where' }, items, value: 'school' },
  radios: { name: 'who', fieldset: { legend: { text: 'Who leads' } }, items, value: 'family hub' },
  checkboxes: { name: 'with', fieldset: { legend: { text: 'Who helps' } }, items, values: ['school'] },
  date: {
    id: 'from',
    namePrefix: 'from',
    fieldset: { legend: { text: 'From when' } },
    hint: { text: '27 3 2026' },
  },
  postcode: { name: 'postcode', label: { text: 'Postcode' }, classes: 'govuk-input--width-10' },
  button: { text: 'Save' },
  table: {
    caption: 'Plans',
    head: ['Plan', 'Lead', 'Open', 'Closed'].map((text) => ({ text })),
    rows: Array.from({ length: 50 }, (_, row) => [
      { text: `Plan ${row} & more` },
      { text: choices[row % choices.length] },
      { text: row * 3, format: 'numeric' },
      { text: row * 2, format: 'numeric' },
    ]),
  },
};

function ourPage() {
  return h(
    Template,
    {
      pageTitle: 'Plans',
      header: h(ServiceNavigation, options.navigation),
      beforeContent: h(Breadcrumbs, options.breadcrumbs),
    },
    h(
      'form',
      { method: 'post' },
      h(Input, options.input),
      h(Textarea, options.textarea),
      h(Select, options.select),
      h(Radios, options.radios),
      h(Checkboxes, options.checkboxes),
      h(DateInput, options.date),
      h(Input, options.postcode),
      h(Button, options.button),
    ),
    h(Table, options.table),
  );
}

function officialPage() {
  const folder = fileURLToPath(new URL('dist/', import.meta.resolve('govuk-frontend/package.json')));
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), { autoescape: true });
  const macros = {
    'service-navigation': 'govukServiceNavigation',
    breadcrumbs: 'govukBreadcrumbs',
    input: 'govukInput',
    textarea: 'govukTextarea',
    select: 'govukSelect',
    radios: 'govukRadios',
    checkboxes: 'govukCheckboxes',
    'date-input': 'govukDateInput',
    button: 'govukButton',
    table: 'govukTable',
  };
  const imports = Object.entries(macros)
    .map(([name, macro]) => `{% from "govuk/components/${name}/macro.njk" import ${macro} %}`)
    .join('');
  const source = `{% extends "govuk/template.njk" %}${imports}
    {% block pageTitle %}Plans{% endblock %}{% block headIcons %}{% endblock %}
    {% block govukHeader %}{{ govukServiceNavigation(navigation) }}{% endblock %}{% block govukFooter %}{% endblock %}
    {% block beforeContent %}{{ govukBreadcrumbs(breadcrumbs) }}{% endblock %}
    {% block content %}<form method="post">{{ govukInput(input) }}{{ govukTextarea(textarea) }}
    {{ govukSelect(select) }}{{ govukRadios(radios) }}{{ govukCheckboxes(checkboxes) }}{{ govukDateInput(date) }}
    {{ govukInput(postcode) }}{{ govukButton(button) }}</form>{{ govukTable(table) }}{% endblock %}`;
  return nunjucks.compile(source, environment);
}
