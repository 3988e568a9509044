import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf, present } from '../../content.ts';
import type { BreadcrumbsItem, BreadcrumbsProps } from '../../generated/navigation/breadcrumbs.ts';

/** Where this page stands. An item without an address is this page. */
export function Breadcrumbs(props: BreadcrumbsProps): JSX.Element {
  const collapses = props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile';
  return (
    <nav
      class={classNames('govuk-breadcrumbs', props.classes, collapses)}
      aria-label={props.labelText ?? 'Breadcrumb'}
      {...attributes(props.attributes)}
    >
      <ol class="govuk-breadcrumbs__list">{present(props.items).map(step)}</ol>
    </nav>
  );
}

function step(item: BreadcrumbsItem): JSX.Element {
  if (!item.href) {
    return (
      <li class="govuk-breadcrumbs__list-item" aria-current="page">
        {contentOf(item)}
      </li>
    );
  }
  return (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={item.href} {...attributes(item.attributes)}>
        {contentOf(item)}
      </a>
    </li>
  );
}
