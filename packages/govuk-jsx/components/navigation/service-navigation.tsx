import { isValidElement, type JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf, type Markup, present } from '../../content.ts';
import type {
  ServiceNavigationItem,
  ServiceNavigationProps,
  ServiceNavigationSlots,
} from '../../generated/navigation/service-navigation.ts';

/** The name of the service and the ways into it. */
export function ServiceNavigation(props: ServiceNavigationProps): JSX.Element {
  const end = endOf(props.slots);
  const own = {
    class: classNames('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...attributes(props.attributes),
  };
  const inside = (
    <div
      class={classNames(
        'govuk-width-container',
        end.inline && 'govuk-service-navigation__inlining-container',
      )}
    >
      {props.slots?.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName && <Name name={props.serviceName} url={props.serviceUrl} />}
        <Menu {...props} />
      </div>
      {end.markup}
    </div>
  );
  const isLandmark = props.serviceName || props.slots?.start || end.markup;
  if (!isLandmark) return <div {...own}>{inside}</div>;
  return (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...own}>
      {inside}
    </section>
  );
}

function endOf(
  slots: ServiceNavigationSlots | undefined,
): Readonly<{ markup: Markup | undefined; inline: boolean }> {
  const end = slots?.end;
  if (!end || isValidElement(end)) return { markup: end || undefined, inline: false };
  return 'html' in end
    ? { markup: end.html, inline: end.align === 'inline' }
    : { markup: end, inline: false };
}

function Name({ name, url }: Readonly<{ name: string; url: string | undefined }>): JSX.Element {
  return (
    <span class="govuk-service-navigation__service-name">
      {url ? (
        <a href={url} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  );
}

function Menu(props: ServiceNavigationProps): JSX.Element | null {
  const { slots } = props;
  const items = present(props.navigation);
  if (items.length === 0 && !slots?.navigationStart && !slots?.navigationEnd) return null;
  const menu = props.menuButtonText || 'Menu';
  const collapses = props.collapseNavigationOnMobile ?? items.length > 1;
  const id = props.navigationId || 'navigation';
  return (
    <nav
      aria-label={props.navigationLabel || menu}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {collapses && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuButtonLabel === menu ? undefined : props.menuButtonLabel || undefined}
          hidden
          aria-hidden="true"
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {slots?.navigationStart}
        {items.map(way)}
        {slots?.navigationEnd}
      </ul>
    </nav>
  );
}

/** The one we are at is also strong, for those who override the colours. */
function way(item: ServiceNavigationItem): JSX.Element {
  const here = Boolean(item.active || item.current);
  const current = item.current ? 'page' : here ? 'true' : undefined;
  const words = contentOf(item);
  const shown = here ? <strong class="govuk-service-navigation__active-fallback">{words}</strong> : words;
  return (
    <li
      class={classNames('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}
    >
      {item.href ? (
        <a
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={current}
          {...attributes(item.attributes)}
        >
          {shown}
        </a>
      ) : (
        words && (
          <span class="govuk-service-navigation__text" aria-current={current}>
            {shown}
          </span>
        )
      )}
    </li>
  );
}
