import { notFound, page, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { openOwnAnswer } from '../../../actions/rights/open-own-answer.ts';
import { readOwnAnswers } from '../../../domain/permissions.ts';
import { answerFromRecord } from '../../../domain/rights/answer-from-record.ts';
import { ownAnswer } from '../../../queries/rights/own-answers.ts';
import { AnswerParts } from './answer-parts.tsx';
import { BeforeOpening } from './before-opening.tsx';
import { rightsPlaces } from '../places.ts';
import { answerFile } from '../release-page.tsx';

const path = rightsPlaces.ownAnswer(':id');
const breadcrumbs = [{ text: 'What you asked, and our answers', href: rightsPlaces.own }];

/** An answer in the own account of whoever asked: they show once more that it is they, and open it when they want to. */
export const ownAnswerRoutes: readonly Route[] = [
  { method: 'GET', path, policy: readOwnAnswers, freshProof: true, answer: beforeIt },
  { method: 'POST', path, policy: readOwnAnswers, freshProof: true, answer: open },
];

async function beforeIt(request: PageRequest): Promise<Answer> {
  const found = await request.read((ctx) => ownAnswer(ctx, request.params['id'] ?? ''));
  if (!found) return notFound();
  return page({
    title: 'Your answer',
    breadcrumbs,
    body: <BeforeOpening request={request} until={found.released.expiresAt} where="here" />,
  });
}

async function open(request: PageRequest): Promise<Answer> {
  const released = await request.look((ctx) => openOwnAnswer(ctx, request.params['id'] ?? ''));
  if (!released) return notFound();
  const form = request.posted['form']?.[0] ?? 'here';
  if (form !== 'here') return answerFile(released, form) ?? notFound();
  const { aboutName, parts } = answerFromRecord(released.record);
  return page({
    title: `What is held about ${aboutName}`,
    breadcrumbs,
    body: (
      <>
        <h1 dir="auto">What is held about {aboutName}</h1>
        <AnswerParts parts={parts} />
        <p class="actions">
          <a href={rightsPlaces.own}>Back to what you asked</a>
          <a href={rightsPlaces.askYoung}>Ask us to put something right</a>
        </p>
      </>
    ),
  });
}
