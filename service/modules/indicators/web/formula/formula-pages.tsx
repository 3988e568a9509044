import { allowed } from '#platform/access/policy.ts';
import { notFound, page, type PageContent, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { formulaId } from '../../domain/formula/formula-measure.ts';
import { defineMeasures } from '../../domain/permissions.ts';
import {
  allFormulas,
  formulaView,
  type FormulaView,
  type StoredFormula,
} from '../../queries/formula/formula-view.ts';
import { allPairs, type PairedMeasure } from '../../queries/formula/paired-view.ts';
import { reading } from '../reading.ts';
import { ExampleTable, LettersList } from './formula-parts.tsx';
import { sayFormula, understandWords } from './formula-words.ts';
import { pairPlaces } from './pair-places.ts';
import { emptyDraft, formulaPlaces } from './places.ts';

/** Measures that are worked out from others, and the definition of each for everybody to read. */
export const formulaPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: formulaPlaces.all,
    policy: 'everyone',
    answer: async (request) => {
      const { formulas, pairs } = await request.read(async (ctx) => ({
        formulas: await allFormulas(ctx),
        pairs: await allPairs(ctx),
      }));
      return page(listPage(request, { formulas, pairs }));
    },
  },
  {
    method: 'GET',
    path: `${formulaPlaces.all}/:code`,
    policy: 'everyone',
    answer: async (request) => {
      const view = await request.read((ctx) => formulaView(ctx, request.params['code'] ?? ''));
      return view ? page(formulaPage(request, view)) : notFound();
    },
  },
];

type Lists = { formulas: readonly StoredFormula[]; pairs: readonly PairedMeasure[] };

function listPage(request: PageRequest, { formulas, pairs }: Lists): PageContent {
  const mayDefine = allowed(request.actor, defineMeasures);
  return {
    title: 'Worked out from others',
    breadcrumbs: [
      { text: 'How we are doing', href: reading.outcomes },
      { text: 'All measures', href: reading.measures },
    ],
    body: (
      <>
        <h1>Worked out from others</h1>
        <p class="lead">
          Some of what we want to know nobody publishes, but it follows from what is published: a share of a
          total, a rate, a difference. And some things only make sense as two numbers read together.
        </p>
        {mayDefine ? (
          <div class="actions">
            <a class="govuk-button" href={formulaPlaces.choose(emptyDraft)}>
              Define one by a formula
            </a>
            <a href={pairPlaces.begin}>Put two measures together</a>
          </div>
        ) : null}
        <ByFormula formulas={formulas} />
        <Pairs pairs={pairs} />
      </>
    ),
  };
}

function Pairs({ pairs }: { pairs: readonly PairedMeasure[] }) {
  return (
    <section aria-labelledby="read-together">
      <h2 id="read-together">Two numbers read together</h2>
      {pairs.length === 0 ? (
        <div class="empty">
          <p>No two measures stand on one card yet: how many, say, and how long it took.</p>
        </div>
      ) : (
        <ul class="rows">
          {pairs.map(({ code, title, words }) => (
            <li key={code}>
              <div>
                <p class="thread-title">
                  <a href={pairPlaces.one(code)} dir="auto">
                    {title}
                  </a>
                </p>
                <p class="quiet" dir="auto">
                  {words}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function formulaPage(request: PageRequest, view: FormulaView): PageContent {
  const { formula, parts, example } = view;
  const { code, title } = formula;
  const draft = { parts: formula.parts, formula: formula.formula, change: code };
  return {
    title: `How “${title}” is worked out`,
    breadcrumbs: [{ text: 'Worked out from others', href: formulaPlaces.all }],
    body: (
      <>
        <h1>How “{title}” is worked out</h1>
        <p class="lead">
          <a href={reading.measure({ source: 'local', code })}>See the measure itself</a>: its history, its
          comparison and its gaps.
        </p>
        <LettersList parts={parts} />
        {example.done ? (
          <ExampleTable example={example.value} parts={parts} />
        ) : (
          <>
            <p class="formula">{sayFormula(formula.formula)}</p>
            <div class="empty">
              <p>It cannot be worked out now: {wordsOf(understandWords, example.refusal)}.</p>
            </div>
          </>
        )}
        <p>
          Only figures that everybody can see go into it. Where a part is withheld or missing, the result is
          withheld or missing too; where a small group would follow from it, it is withheld. It is worked out
          anew whenever one of its parts changes, and bears the id {formulaId(code)}.
        </p>
        {allowed(request.actor, defineMeasures) ? (
          <p>
            <a href={formulaPlaces.write(draft)}>Change the formula</a>
          </p>
        ) : null}
        <Versions view={view} />
      </>
    ),
  };
}

function Versions({ view }: { view: FormulaView }) {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Every definition that stood</h2>
      <ol class="plain-list" reversed>
        {view.versions.map(({ version, formula, reason, madeAt, byName }) => (
          <li key={version} value={version}>
            <span class="formula-inline">{sayFormula(formula)}</span>
            <span class="beneath" dir="auto">
              {reason}. Defined by {byName} on {sayDay(dayInEngland(madeAt))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ByFormula({ formulas }: Pick<Lists, 'formulas'>) {
  return (
    <section aria-labelledby="by-formula">
      <h2 id="by-formula">By a formula</h2>
      {formulas.length === 0 ? (
        <div class="empty">
          <p>Nothing is worked out from other measures yet. An analyst can define the first.</p>
        </div>
      ) : (
        <ul class="rows">
          {formulas.map(({ code, title, formula, version }) => (
            <li key={code}>
              <div>
                <p class="thread-title">
                  <a href={formulaPlaces.one(code)} dir="auto">
                    {title}
                  </a>
                </p>
                <p class="quiet">
                  {sayFormula(formula)}
                  {version > 1 ? `, version ${version}` : ''}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
