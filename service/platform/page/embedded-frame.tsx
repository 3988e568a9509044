import type { ComponentChildren } from 'preact';
import { assetHref } from './assets.ts';
import type { Brand } from './brand.ts';
import type { Language } from './words/language.ts';

/** A page without a frame, for inside another site's: our style sheets, in the reader's own light or dark. */
export function EmbeddedFrame(props: {
  title: string;
  brand: Brand;
  language: Language;
  children?: ComponentChildren;
}) {
  return (
    <html lang={props.language === 'cy' ? 'cy' : 'en-GB'} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <title>{`${props.title} – ${props.brand.shortName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        {/* a page that will not be framed would leave a hole in somebody else's */}
        <base target="_blank" />
        <link rel="stylesheet" href={assetHref('page.css')} />
        <link rel="stylesheet" href={`/brand.css?${props.brand.colour.slice(1)}`} />
      </head>
      <body class="embedded-body">
        <main>{props.children}</main>
      </body>
    </html>
  );
}
