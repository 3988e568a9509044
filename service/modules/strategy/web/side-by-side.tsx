import { notFound, page, type Route } from '#platform/http/route.ts';
import { Button, Select } from '#packages/govuk-jsx';
import type { Partner, SideBySide, SideBySideRow } from '../domain/crosswalk.ts';
import type { CrosswalkDocument } from '../domain/framework-document.ts';
import { crosswalks, twoFrameworks, type SideBySideView } from '../queries/side-by-side.ts';
import { type FrameworkLine, frameworks } from '../queries/framework.ts';
import { places } from './places.ts';

/** Two strategies on one page: which lines speak of the same thing, and what each has alone. */
export const sideBySideRoute: Route = {
  method: 'GET',
  path: '/side-by-side',
  policy: 'everyone',
  answer: async (request) => {
    const left = request.query.get('left') ?? '';
    const right = request.query.get('right') ?? '';
    const asked = left !== '' && right !== '' && left !== right;
    const found = await request.read(async (ctx) => ({
      lines: await frameworks(ctx),
      drawn: await crosswalks(ctx),
      view: asked ? await twoFrameworks(ctx, { left, right }) : undefined,
    }));
    if (asked && !found.view) return notFound();
    return page({
      title: found.view ? found.view.title : 'Side by side',
      wide: true,
      breadcrumbs: [{ text: 'All strategies', href: places.library }],
      body: (
        <>
          <h1>{found.view ? found.view.title : 'Lay two side by side'}</h1>
          {found.view ? (
            <Both view={found.view} />
          ) : (
            <Drawn drawn={found.drawn} same={left !== '' && left === right} />
          )}
          <Choose lines={found.lines} left={left} right={right} />
        </>
      ),
    });
  },
};

function Choose(props: { lines: readonly FrameworkLine[]; left: string; right: string }) {
  const items = (chosen: string) =>
    props.lines.map((line) => ({ value: line.slug, text: line.name, selected: line.slug === chosen }));
  return (
    <section>
      <h2>Choose two</h2>
      <form method="get" action="/side-by-side">
        <Select id="left" name="left" label={{ text: 'On the left' }} items={items(props.left)} />
        <Select
          id="right"
          name="right"
          label={{ text: 'On the right' }}
          items={items(props.right || (props.lines[1]?.slug ?? ''))}
        />
        <Button text="Lay them side by side" />
      </form>
    </section>
  );
}

function Drawn({ drawn, same }: { drawn: readonly CrosswalkDocument[]; same: boolean }) {
  return (
    <>
      {same ? <p role="status">Choose two different strategies.</p> : null}
      <p class="lead">See which of their lines speak of the same thing, and what each has alone.</p>
      <h2>Already drawn</h2>
      <ul class="plain-list">
        {drawn.map((crosswalk) => (
          <li key={crosswalk.slug}>
            <a href={places.sideBySide(crosswalk.left, crosswalk.right)}>{crosswalk.title}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

const relationWords: Readonly<Record<Partner['relation'], string>> = {
  same: 'The same',
  broader: 'The left one is wider',
  narrower: 'The left one is narrower',
  related: 'Related',
};

function Both({ view }: { view: SideBySideView }) {
  const { both } = view;
  const met = both.rows.filter((row) => row.partners.length > 0).length;
  return (
    <>
      <p class="lead">
        {view.isDrawn
          ? `${met} of ${both.rows.length} lines on the left have a counterpart on the right.`
          : 'Nobody has drawn how these two relate yet, so their lines stand apart.'}
      </p>
      {view.note ? <p>{view.note}</p> : null}
      <div class="table-scroll" role="region" aria-label={view.title} tabIndex={0}>
        <table class="table">
          <caption>{`${both.left.name}, and ${both.right.name}`}</caption>
          <thead>
            <tr>
              <th scope="col">{both.left.name}</th>
              <th scope="col">How they relate</th>
              <th scope="col">{both.right.name}</th>
            </tr>
          </thead>
          {groups(both.rows).map((rows) => (
            <tbody key={rows[0]?.tier.key}>
              {rows.map((row) => (
                <Row key={row.element.key} row={row} both={both} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <Alone both={both} />
    </>
  );
}

function groups(rows: readonly SideBySideRow[]): readonly (readonly SideBySideRow[])[] {
  return [...Map.groupBy(rows, (row) => row.tier.key).values()];
}

function Row({ row, both }: { row: SideBySideRow; both: SideBySide }) {
  const partners: readonly (Partner | undefined)[] = row.partners.length > 0 ? row.partners : [undefined];
  return (
    <>
      {partners.map((partner, index) => (
        <tr key={partner?.element.key ?? 'none'}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={partners.length}>
              <span class="thread-kind">{row.tier.name}</span>
              <a href={places.element(both.left.slug, row.element.key)}>{row.element.label}</a>
            </th>
          ) : null}
          <td>{partner ? relationWords[partner.relation] : <span class="quiet">Only on the left</span>}</td>
          <td>
            {partner ? (
              <a href={places.element(both.right.slug, partner.element.key)}>{partner.element.label}</a>
            ) : null}
            {partner?.note ? <span class="thread-state">{partner.note}</span> : null}
          </td>
        </tr>
      ))}
    </>
  );
}

function Alone({ both }: { both: SideBySide }) {
  if (both.rightAlone.length === 0) return null;
  return (
    <section>
      <h2>Only in {both.right.name}</h2>
      {both.rightAlone.map((group) => (
        <div key={group.tier.key}>
          <h3>{group.tier.plural}</h3>
          <ul class="plain-list">
            {group.elements.map((element) => (
              <li key={element.key}>
                <a href={places.element(both.right.slug, element.key)}>{element.label}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
