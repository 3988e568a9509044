import type { ComponentChildren, VNode } from 'preact';
import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
import type { PageContent } from '#platform/http/route.ts';
import { FiguresAround } from '../figures-around.tsx';
import { reading } from '../reading.ts';
import { moneyPlaces } from './places.ts';

const ways = [
  { text: 'What is spent', href: moneyPlaces.all },
  { text: 'Beside need', href: moneyPlaces.need },
  { text: 'Cost avoided', href: moneyPlaces.avoided },
  { text: 'Value and quality', href: moneyPlaces.value },
] as const;

/** A page about money that is read: the four ways of looking at it above it. */
export function moneyPage(
  title: string,
  { path, children }: { path: string; children: ComponentChildren },
): PageContent {
  return {
    title,
    breadcrumbs: [{ text: 'How we are doing', href: reading.outcomes }],
    body: (
      <FiguresAround path={path}>
        <h1>{title}</h1>
        <nav aria-label="Money and people">
          <ul class="money-ways">
            {ways.map(({ text, href }) => (
              <li key={href}>
                <a href={href} aria-current={href === path ? 'page' : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </FiguresAround>
    ),
  };
}

/** A page with a form about money. */
export function moneyForm(
  title: string,
  { answers, above, body }: { answers: Answers; above?: { text: string; href: string }; body: VNode },
): PageContent {
  return {
    title,
    breadcrumbs: [{ text: 'Money and people', href: moneyPlaces.all }, ...(above ? [above] : [])],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        {body}
      </>
    ),
  };
}
