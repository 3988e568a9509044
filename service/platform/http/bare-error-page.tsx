import type { Posted } from '../forms/fields.ts';
import type { Brand } from '../page/brand.ts';
import { errorStatus, errorTitle, ErrorBody, type ErrorKind } from '../page/error-page.tsx';
import { Frame, renderPage, type NavigationEntry } from '../page/frame.tsx';
import type { NumberToRing } from '../page/numbers-to-ring.tsx';
import { wordsIn } from '../page/words/language.ts';

/** An error page that needs nobody to be known and no database: it is what stands when all else is down. */
export function bareErrorPage(props: {
  kind: ErrorKind;
  brand: Brand;
  navigation: readonly NavigationEntry[];
  reference: string;
  posted: boolean;
  again?: Posted | undefined;
  path: string;
  numbers?: readonly NumberToRing[] | undefined;
}): { html: string; status: number } {
  const words = wordsIn('en');
  const html = renderPage(
    <Frame
      title={errorTitle(props.kind, words)}
      brand={props.brand}
      language="en"
      actor={{ kind: 'visitor' }}
      navigation={props.navigation}
      path={props.path}
      csrf=""
    >
      <ErrorBody
        kind={props.kind}
        words={words}
        reference={props.reference}
        posted={props.posted}
        again={props.again}
        numbers={props.numbers}
      />
    </Frame>,
  );
  return { html, status: errorStatus[props.kind] };
}
