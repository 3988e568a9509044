import type { VNode } from 'preact';
import type { Answers } from '#platform/forms/inputs.tsx';
import { Wrong } from '#platform/forms/inputs.tsx';
import type { PageContent } from '#platform/http/route.ts';
import type { OwnMeasure } from '../../domain/own/own-measure.ts';
import { ownPlaces } from './places.ts';

/** A page of our own measures: its title, the way back, what is wrong with the form on it, and itself. */
export function ownPage(
  title: string,
  { own, answers = { errors: [] }, body }: { own?: OwnMeasure; answers?: Answers; body: VNode },
): PageContent {
  return {
    title: own ? `${title}: ${own.title}` : title,
    breadcrumbs: [
      { text: 'Our own measures', href: ownPlaces.all },
      ...(own ? [{ text: own.title, href: ownPlaces.measure(own.code) }] : []),
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        {body}
      </>
    ),
  };
}
