import type { ComponentChildren, JSX } from 'preact';
import { type Attributes, attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import type { Markup } from '../../content.ts';
import { SkipLink } from './skip-link.tsx';

/**
 * What a page is made of. Names are those of the variables and blocks of the official template; `children` is its
 * `content`. Ours: `pageTitle` is required, `htmlAttributes` is added (for `dir` or a theme), and `headIcons`,
 * `header`, `footer` and `themeColor` are empty until given, since none of them is GOV.UK's.
 */
export type TemplateProps = Readonly<{
  pageTitle: string;
  pageTitleLang?: string | undefined;
  htmlLang?: string | undefined;
  htmlClasses?: string | undefined;
  htmlAttributes?: Attributes | undefined;
  themeColor?: string | undefined;
  head?: ComponentChildren;
  headIcons?: ComponentChildren;
  opengraphImageUrl?: string | undefined;
  bodyClasses?: string | undefined;
  bodyAttributes?: Attributes | undefined;
  bodyStart?: ComponentChildren;
  skipLink?: Markup | undefined;
  header?: ComponentChildren;
  headerClasses?: string | undefined;
  headerAttributes?: Attributes | undefined;
  containerClasses?: string | undefined;
  containerAttributes?: Attributes | undefined;
  beforeContent?: ComponentChildren;
  mainClasses?: string | undefined;
  mainLang?: string | undefined;
  mainAttributes?: Attributes | undefined;
  children?: ComponentChildren;
  containerEnd?: ComponentChildren;
  footer?: ComponentChildren;
  footerClasses?: string | undefined;
  footerAttributes?: Attributes | undefined;
  bodyEnd?: ComponentChildren;
}>;

/** A whole page, from `<html>` down. Write `<!doctype html>` before what it renders to. */
export function Template(props: TemplateProps): JSX.Element {
  return (
    <html
      lang={props.htmlLang || 'en'}
      class={classNames('govuk-template', props.htmlClasses)}
      {...attributes(props.htmlAttributes)}
    >
      <Head {...props} />
      <body
        class={classNames('govuk-template__body', props.bodyClasses)}
        {...attributes(props.bodyAttributes)}
      >
        {props.bodyStart}
        {props.skipLink ?? <SkipLink href="#main-content" text="Skip to main content" />}
        {props.header && (
          <header
            class={classNames('govuk-template__header', props.headerClasses)}
            {...attributes(props.headerAttributes)}
          >
            {props.header}
          </header>
        )}
        <Container {...props} />
        {props.footer && (
          <footer
            class={classNames('govuk-template__footer', props.footerClasses)}
            {...attributes(props.footerAttributes)}
          >
            {props.footer}
          </footer>
        )}
        {props.bodyEnd}
      </body>
    </html>
  );
}

function Head(props: TemplateProps): JSX.Element {
  return (
    <head>
      <meta charset="utf-8" />
      <title lang={props.pageTitleLang || undefined}>{props.pageTitle}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      {props.themeColor && <meta name="theme-color" content={props.themeColor} />}
      {props.head}
      {props.headIcons}
      {props.opengraphImageUrl && <meta property="og:image" content={props.opengraphImageUrl} />}
    </head>
  );
}

function Container(props: TemplateProps): JSX.Element {
  return (
    <div
      class={classNames('govuk-width-container', props.containerClasses)}
      {...attributes(props.containerAttributes)}
    >
      {props.beforeContent}
      <main
        class={classNames('govuk-main-wrapper', props.mainClasses)}
        id="main-content"
        lang={props.mainLang || undefined}
        {...attributes(props.mainAttributes)}
      >
        {props.children}
      </main>
      {props.containerEnd}
    </div>
  );
}
