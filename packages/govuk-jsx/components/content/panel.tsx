import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf, present } from '../../content.ts';
import type { PanelActions, PanelActionsItem, PanelProps } from '../../generated/content/panel.ts';
import { Button } from '../forms/button.tsx';
import { Heading } from './heading.tsx';

/** A thing is done; or, with the class `govuk-panel--interruption`, a thing to settle first, with its actions. */
export function Panel(props: PanelProps): JSX.Element {
  const interrupts = props.classes?.includes('govuk-panel--interruption') === true;
  const body = contentOf(props);
  return (
    <div
      class={classNames('govuk-panel', !interrupts && 'govuk-panel--confirmation', props.classes)}
      {...attributes(props.attributes)}
    >
      <Heading level={props.headingLevel || 1} class="govuk-panel__title">
        {props.titleHtml || props.titleText}
      </Heading>
      {body && <div class="govuk-panel__body">{body}</div>}
      {interrupts && props.actions && <Actions {...props.actions} />}
    </div>
  );
}

function Actions(actions: PanelActions): JSX.Element {
  const items = present(actions.items);
  return (
    <div class={classNames('govuk-panel__actions', actions.classes)} {...attributes(actions.attributes)}>
      {items.length > 0 && (
        <div class="govuk-button-group">
          {items.map((item) => (
            <>
              <Action {...item} />{' '}
            </>
          ))}
        </div>
      )}
    </div>
  );
}

function Action(action: PanelActionsItem): JSX.Element {
  if (action.href && action.type !== 'button') {
    return (
      <a
        class={classNames('govuk-link', 'govuk-link--inverse', action.classes)}
        href={action.href}
        {...attributes(action.attributes)}
      >
        {action.text}
      </a>
    );
  }
  return (
    <Button
      text={action.text}
      type={action.type || 'button'}
      classes={classNames('govuk-button--inverse', action.classes)}
      href={action.href}
      attributes={action.attributes}
    />
  );
}
