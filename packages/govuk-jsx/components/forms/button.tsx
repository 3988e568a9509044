import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { ButtonProps } from '../../generated/forms/button.ts';

/** A button; with `href`, a link that looks like one. */
export function Button(props: ButtonProps): JSX.Element {
  const marked = props.children ?? props.html;
  const shown = marked && props.isStartButton ? <span>{marked}</span> : contentOf(props);
  const sameOnBoth = {
    class: classNames('govuk-button', props.classes, props.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...attributes(props.attributes),
    ...(props.id && { id: props.id }),
  };
  const inside = props.isStartButton ? (
    <>
      {shown} <StartIcon />
    </>
  ) : (
    shown
  );
  if (props.href) {
    return (
      <a href={props.href} role="button" draggable={false} {...sameOnBoth}>
        {inside}
      </a>
    );
  }
  return (
    <button
      type={buttonType(props.type)}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...sameOnBoth}
    >
      {inside}
    </button>
  );
}

function buttonType(given: string | undefined): 'button' | 'reset' | 'submit' {
  return given === 'button' || given === 'reset' ? given : 'submit';
}

function StartIcon(): JSX.Element {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
