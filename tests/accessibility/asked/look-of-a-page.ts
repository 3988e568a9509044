import type { Page } from 'playwright-core';

/** What a person would miss on a page as it stands now. */
export type LookOfAPage = {
  /** how far the page itself can be pushed sideways, in CSS pixels */
  sideways: number;
  /** words that are cut off, or that lie outside the page */
  cut: readonly string[];
  /** two pieces of text that lie on each other */
  overlapping: readonly string[];
};

/** Looks at every piece of text on the page. */
export function lookOf(page: Page): Promise<LookOfAPage> {
  return page.evaluate(look);
}

/** Text twice as far apart as readers may set it for themselves (WCAG 2.2, 1.4.12). */
export function setTextWide(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/** The page as it stands in a language written from right to left. */
export function mirror(page: Page): Promise<void> {
  return page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
}

/** Runs inside the page, so it stands by itself. */
function look(): LookOfAPage {
  type Piece = { words: string; box: DOMRect; of: Element };
  const scroller = document.scrollingElement ?? document.documentElement;
  const width = document.documentElement.clientWidth;

  const isForScreenReaders = (element: Element): boolean => {
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return style.clipPath === 'inset(50%)' || (style.position === 'absolute' && width <= 1 && height <= 1);
  };

  /** Whether an ancestor hides the box: it clips, and cannot be scrolled to show it. */
  const isCut = (piece: Piece): boolean => {
    let mayScrollAcross = false;
    let mayScrollDown = false;
    for (let at: Element | null = piece.of; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (/auto|scroll/.test(style.overflowX)) mayScrollAcross = true;
      if (/auto|scroll/.test(style.overflowY)) mayScrollDown = true;
      const frame = at.getBoundingClientRect();
      const clipsAcross =
        /hidden|clip/.test(style.overflowX) && !(at instanceof SVGElement && at.tagName !== 'svg');
      const clipsDown =
        /hidden|clip/.test(style.overflowY) && !(at instanceof SVGElement && at.tagName !== 'svg');
      if (
        clipsAcross &&
        !mayScrollAcross &&
        (piece.box.left < frame.left - 2 || piece.box.right > frame.right + 2)
      )
        return true;
      if (
        clipsDown &&
        !mayScrollDown &&
        (piece.box.top < frame.top - 4 || piece.box.bottom > frame.bottom + 4)
      )
        return true;
    }
    return !mayScrollAcross && (piece.box.left < -2 || piece.box.right > width + 2);
  };

  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const of = node.parentElement;
    const words = (node.textContent ?? '').trim();
    if (!of || words === '' || !of.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }))
      continue;
    if (of.closest('option, title, desc, script')) continue;
    let hidden = false;
    for (let at: Element | null = of; at && at !== document.body; at = at.parentElement)
      hidden ||= isForScreenReaders(at);
    if (hidden || of.closest('.skip-link, .govuk-skip-link')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 1 && box.height > 1) pieces.push({ words, box, of });
  }

  const cut = pieces.filter(isCut).map((piece) => piece.words.slice(0, 60));
  const overlapping: string[] = [];
  const ordered = pieces.toSorted((a, b) => a.box.top - b.box.top);
  ordered.forEach((one, index) => {
    for (const other of ordered.slice(index + 1)) {
      if (other.box.top > one.box.bottom) break;
      if (one.of === other.of) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      // letters do not fill their line: a quarter of it may touch
      if (across > 3 && down > 0.4 * Math.min(one.box.height, other.box.height))
        overlapping.push(`“${one.words.slice(0, 40)}” and “${other.words.slice(0, 40)}”`);
    }
  });
  return {
    sideways: Math.max(0, scroller.scrollWidth - width),
    cut: [...new Set(cut)],
    overlapping: [...new Set(overlapping)],
  };
}
