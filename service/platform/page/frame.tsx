import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { allowed, type Policy } from '../access/policy.ts';
import type { Actor } from '../kernel/context.ts';
import { assetHref } from './assets.ts';
import type { Brand } from './brand.ts';
import { wordsIn, type Language } from './words/language.ts';
import type { Words } from './words/words.ts';

/** One entry of the navigation: seen by those whom its policy lets in. */
export type NavigationEntry = {
  text: Readonly<Record<Language, string>>;
  href: string;
  policy: Policy;
  /** for the public, or for people at work */
  place: 'public' | 'work';
  /** every path under these belongs to it */
  covers: readonly string[];
};

export type FrameProps = {
  title: string;
  brand: Brand;
  language: Language;
  actor: Actor;
  navigation: readonly NavigationEntry[];
  path: string;
  csrf: string;
  notice?: string | undefined;
  breadcrumbs?: readonly { text: string; href: string }[];
  wide?: boolean;
  sheet?: boolean;
  scripts?: readonly string[];
  children?: ComponentChildren;
};

/** A whole page as text, doctype included. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

/** The hidden field that proves a form came from this service; every form that posts holds it. */
export function CsrfField({ csrf }: { csrf: string }) {
  return <input type="hidden" name="csrf" value={csrf} />;
}

/** The frame round every page. A sheet (something to print) gets only the document. */
export function Frame(props: FrameProps) {
  const words = wordsIn(props.language);
  const title = `${props.title} – ${props.brand.shortName} – ${words.serviceName}`;
  return (
    <html lang={props.language === 'cy' ? 'cy' : 'en-GB'} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={assetHref('mark.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetHref('page.css')} />
        <link rel="stylesheet" href={`/brand.css?${props.brand.colour.slice(1)}`} />
        {(props.scripts ?? []).map((script) => (
          <script key={script} type="module" src={assetHref(script)} />
        ))}
      </head>
      <body class={props.sheet ? 'sheet-body' : props.wide ? 'page-body wide-body' : 'page-body'}>
        {props.sheet ? props.children : <Around props={props} words={words} />}
      </body>
    </html>
  );
}

function Around({ props, words }: { props: FrameProps; words: Words }) {
  return (
    <>
      <a href="#main" class="skip-link">
        {words.skipToContent}
      </a>
      <Header props={props} words={words} />
      <div class="page">
        <Breadcrumbs props={props} words={words} />
        <main id="main" tabIndex={-1}>
          {props.notice ? (
            <div class="notice" role="status">
              <strong>{words.done}.</strong> {props.notice}
            </div>
          ) : null}
          {props.children}
        </main>
      </div>
      <Footer props={props} words={words} />
    </>
  );
}

function Header({ props, words }: { props: FrameProps; words: Words }) {
  const visible = props.navigation.filter((entry) => allowed(props.actor, entry.policy));
  const atWork = visible.filter((entry) => entry.place === 'work');
  return (
    <header class="header">
      <div class="band">
        <div class="band-inner">
          <a class="brand" href="/">
            <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
              <path
                d="M3 18c5 0 5-12 9-12s4 12 9 12"
                fill="none"
                stroke="currentColor"
                stroke-width="2.5"
                stroke-linecap="round"
              />
            </svg>
            <span class="brand-name">{props.brand.name}</span>
          </a>
          <Account props={props} words={words} />
        </div>
      </div>
      {props.brand.invented ? (
        <p class="phase">
          <strong class="phase-tag">{words.trial}</strong> <span>{words.trialWords}</span>
        </p>
      ) : null}
      <NavigationBar
        label={words.navigation}
        entries={visible.filter((entry) => entry.place === 'public')}
        props={props}
      />
      {atWork.length > 0 ? (
        <NavigationBar label={words.workNavigation} entries={atWork} props={props} />
      ) : null}
    </header>
  );
}

function Account({ props, words }: { props: FrameProps; words: Words }) {
  const other = props.language === 'en' ? 'cy' : 'en';
  return (
    <div class="account">
      <a href={`/language/${other}?back=${encodeURIComponent(props.path)}`} lang={other} hreflang={other}>
        {words.otherLanguage}
      </a>
      {props.actor.kind === 'person' ? (
        <form method="post" action="/sign-out" class="account-form">
          <CsrfField csrf={props.csrf} />
          <span class="account-name">
            <span class="visually-hidden">{words.signedInAs} </span>
            <a href="/account">{props.actor.name}</a>
          </span>
          <button type="submit" class="band-button">
            {words.signOut}
          </button>
        </form>
      ) : (
        <a href="/sign-in">{words.signIn}</a>
      )}
      <a class="not-safe" href="/danger" aria-current={props.path === '/danger' ? 'page' : undefined}>
        {words.notSafe}
      </a>
    </div>
  );
}

function NavigationBar(at: { label: string; entries: readonly NavigationEntry[]; props: FrameProps }) {
  const covers = (entry: NavigationEntry) =>
    entry.covers.some((start) => at.props.path === start || at.props.path.startsWith(`${start}/`));
  return (
    <nav class="navigation" aria-label={at.label}>
      <ul>
        {at.entries.map((entry) => (
          <li key={entry.href}>
            <a
              href={entry.href}
              aria-current={entry.href === at.props.path ? 'page' : covers(entry) ? 'true' : undefined}
            >
              {entry.text[at.props.language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Breadcrumbs({ props, words }: { props: FrameProps; words: Words }) {
  if (!props.breadcrumbs?.length) return null;
  return (
    <nav class="breadcrumbs" aria-label={words.breadcrumbs}>
      <ol>
        {props.breadcrumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Footer({ words }: { props: FrameProps; words: Words }) {
  return (
    <footer class="footer">
      <div class="footer-inner">
        <p class="danger-line">
          <strong>{words.dangerQuestion}</strong> {words.dangerAnswer} <a href="/danger">{words.notSafe}</a>
        </p>
        <ul class="footer-links" aria-label={words.footerTitle}>
          <li>
            <a href="/accessibility">{words.accessibility}</a>
          </li>
          <li>
            <a href="/privacy">{words.privacy}</a>
          </li>
          <li>
            <a href="/what-we-never-do">{words.whatWeNeverDo}</a>
          </li>
          <li>
            <a href="/rights">{words.whatWeHold}</a>
          </li>
          <li>
            <a href="/complaints">{words.unhappy}</a>
          </li>
        </ul>
        <p class="quiet">{words.openSource}</p>
        <p class="quiet">{words.published}</p>
      </div>
    </footer>
  );
}
