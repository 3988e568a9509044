import type { ComponentChildren } from 'preact';

/** The script of a page whose work goes on. */
export function looksAgainScripts(isAtWork: boolean): readonly string[] {
  return isAtWork ? ['look-again.js'] : [];
}

/**
 * What a script looks at again while work goes on, and what is said of it to those who do not see it change. Where scripts
 * are off, a link on the page does the same.
 */
export function LooksAgain(props: { while: boolean; says: string; children: ComponentChildren }) {
  return (
    <>
      <div data-look-again={props.while ? 'yes' : 'no'}>{props.children}</div>
      <p role="status" class="visually-hidden" data-says={props.says} />
    </>
  );
}
