import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf, present } from '../../content.ts';
import type {
  PaginationItem,
  PaginationNext,
  PaginationProps,
} from '../../generated/navigation/pagination.ts';

/** The pages of a long list; without `items`, the one before and the one after as blocks. */
export function Pagination(props: PaginationProps): JSX.Element {
  const { previous, next, items } = props;
  const block = !items && Boolean(next || previous);
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel || 'Pagination'}
      {...attributes(props.attributes)}
    >
      {previous?.href && <Arrow link={previous} to="prev" layout={block ? 'block' : 'line'} />}
      {items && (
        <ul class="govuk-pagination__list">
          {present(items)
            .filter((item) => Object.keys(item).length > 0)
            .map(page)}
        </ul>
      )}
      {next?.href && <Arrow link={next} to="next" layout={block ? 'block' : 'line'} />}
    </nav>
  );
}

type ArrowProps = Readonly<{ link: PaginationNext; to: 'prev' | 'next'; layout: 'block' | 'line' }>;

function Arrow({ link, to, layout }: ArrowProps): JSX.Element {
  const block = layout === 'block';
  const decorated = block && !link.labelText && 'govuk-pagination__link-title--decorated';
  return (
    <div class={`govuk-pagination__${to}`}>
      <a
        class="govuk-link govuk-pagination__link"
        href={link.href}
        {...attributes({ rel: to })}
        {...attributes(link.attributes)}
      >
        {(block || to === 'prev') && <Icon to={to} />}{' '}
        <span class={classNames('govuk-pagination__link-title', decorated)}>
          {contentOf(link) || <Default to={to} />}
        </span>
        {link.labelText && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && to === 'next' && (
          <>
            {' '}
            <Icon to={to} />
          </>
        )}
      </a>
    </div>
  );
}

function Default({ to }: Readonly<{ to: 'prev' | 'next' }>): JSX.Element {
  return (
    <>
      {to === 'prev' ? 'Previous' : 'Next'}
      <span class="govuk-visually-hidden"> page</span>
    </>
  );
}

const drawings = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function Icon({ to }: Readonly<{ to: 'prev' | 'next' }>): JSX.Element {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={drawings[to]} />
    </svg>
  );
}

function page(item: PaginationItem): JSX.Element {
  const state = classNames(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  );
  if (item.ellipsis) return <li class={state}>⋯</li>;
  return (
    <li class={state}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href ?? ''}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number ?? ''}`}
        aria-current={item.current ? 'page' : undefined}
        {...attributes(item.attributes)}
      >
        {item.number}
      </a>
    </li>
  );
}
