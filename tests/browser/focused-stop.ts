import type { Page } from 'playwright-core';

/** Where the focus is, as a person sees it. */
export type Stop = {
  kind: 'link' | 'button' | 'summary' | 'field' | 'box' | 'radio' | 'list' | 'file' | 'region';
  /** the words that a person reads on it or beside it */
  label: string;
  /** the text of a field, or the words of the entry chosen in a list */
  value: string;
  /** a box that is ticked, a radio button that is chosen */
  on: boolean;
  /** something shows where the focus is: an outline or a shadow, on it or on what stands for it */
  outlined: boolean;
  /** some of it lies within the window with nothing over it */
  uncovered: boolean;
};

/** The thing that has the focus; undefined where nothing has. */
export function focusedStop(page: Page): Promise<Stop | undefined> {
  return page.evaluate(readStop);
}

/** Runs inside the page, so it stands by itself. */
function readStop(): Stop | undefined {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement || at instanceof SVGElement) || at === document.body) return undefined;
  const words = (element: Element | null | undefined) =>
    (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const labels = 'labels' in at && at.labels instanceof NodeList ? [...at.labels] : [];
  const labelled = (at.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => words(document.getElementById(id)));
  const ownWords =
    at instanceof HTMLInputElement ? '' : words(at) || (at.querySelector('img')?.getAttribute('alt') ?? '');
  const label =
    at.getAttribute('aria-label') ??
    (labelled.join(' ').trim() || words(labels.find((one) => one instanceof Element)) || ownWords);

  const kindOf = (): Stop['kind'] => {
    if (at instanceof HTMLSelectElement) return 'list';
    if (at instanceof HTMLTextAreaElement) return 'field';
    if (at instanceof HTMLButtonElement) return 'button';
    if (at instanceof HTMLAnchorElement || at instanceof SVGAElement) return 'link';
    if (at.tagName === 'SUMMARY') return 'summary';
    if (!(at instanceof HTMLInputElement)) return 'region';
    if (at.type === 'checkbox') return 'box';
    if (at.type === 'radio' || at.type === 'file') return at.type;
    return at.type === 'submit' || at.type === 'button' ? 'button' : 'field';
  };

  const marked = (style: CSSStyleDeclaration) =>
    (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) ||
    style.boxShadow !== 'none';
  const next = at.nextElementSibling;
  const outlined =
    marked(getComputedStyle(at)) || (next !== null && marked(getComputedStyle(next, '::before')));

  const boxes = [...at.getClientRects()].toSorted((a, b) => b.width * b.height - a.width * a.height);
  const box = boxes[0] ?? at.getBoundingClientRect();
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  const across = Math.min(window.innerWidth, box.right) - left;
  const down = Math.min(window.innerHeight, box.bottom) - top;
  const tried = [0.5, 0.1, 0.9].flatMap((x) =>
    [0.5, 0.1, 0.9].map((y) => [left + across * x, top + down * y] as const),
  );
  const uncovered =
    across > 0 &&
    down > 0 &&
    tried.some(([x, y]) => {
      const found = document.elementFromPoint(x, y);
      return found !== null && (at.contains(found) || labels.some((one) => one.contains(found)));
    });

  const isInput = at instanceof HTMLInputElement;
  const value =
    at instanceof HTMLSelectElement
      ? words(at.selectedOptions[0])
      : isInput || at instanceof HTMLTextAreaElement
        ? at.value
        : '';
  return { kind: kindOf(), label, value, on: isInput && at.checked, outlined, uncovered };
}
