import type { ComponentChildren, JSX } from 'preact';

/** Words to show. Always escaped. */
export type Text = string | number;

/**
 * Marked-up words, written as JSX: `<>Read the <a href="/plan">plan</a></>`. The published macros take a string of
 * HTML here; this type is never a string, so that nothing reaches a page unescaped and a pasted string of HTML is
 * refused by the compiler.
 */
export type Markup = JSX.Element;

/** What lets a caller write `condition && item` in a list, as the published macros do. */
export type Absent = false | null | undefined;

/** Words, or words with markup. Markup wins where both are given. */
export type Content = Readonly<{ text?: Text | undefined; html?: Markup | undefined }>;

/** What a component shows inside: its JSX children first, then `html`, then `text`. */
export function contentOf(from: Content & Readonly<{ children?: ComponentChildren }>): ComponentChildren {
  return from.children ?? (from.html || from.text);
}

/** The members of a list that are there. */
export function present<Item>(items: readonly (Item | Absent)[] | undefined): Item[] {
  const kept: Item[] = [];
  for (const item of items ?? []) if (item) kept.push(item);
  return kept;
}
