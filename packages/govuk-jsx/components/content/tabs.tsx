import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { TabsItem, TabsItemPanel, TabsProps } from '../../generated/content/tabs.ts';

/** Sections of which one shows at a time; without a script, one after another under a list of links. */
export function Tabs(props: TabsProps): JSX.Element {
  const items = placed(props);
  return (
    <div
      id={props.id || undefined}
      class={classNames('govuk-tabs', props.classes)}
      data-module="govuk-tabs"
      {...attributes(props.attributes)}
    >
      <h2 class="govuk-tabs__title">{props.title ?? 'Contents'}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map(({ item, id, first }) => (
            <li class={classNames('govuk-tabs__list-item', first && 'govuk-tabs__list-item--selected')}>
              <a class="govuk-tabs__tab" href={`#${id}`} {...attributes(item.attributes)}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {items.map(({ item, id, first }) => (
        <div
          class={classNames('govuk-tabs__panel', !first && 'govuk-tabs__panel--hidden')}
          id={id}
          {...attributes(item.panel.attributes)}
        >
          {insideOf(item.panel)}
        </div>
      ))}
    </div>
  );
}

type Placed = Readonly<{ item: TabsItem; id: string; first: boolean }>;

/** An item without an id takes the prefix and its place, counted with those left out. */
function placed({ items, idPrefix }: TabsProps): Placed[] {
  const there: Placed[] = [];
  items?.forEach((item, index) => {
    if (item) there.push({ item, id: item.id || `${idPrefix ?? ''}-${index + 1}`, first: index === 0 });
  });
  return there;
}

function insideOf(panel: TabsItemPanel) {
  if (panel.html) return panel.html;
  return panel.text && <p class="govuk-body">{contentOf(panel)}</p>;
}
