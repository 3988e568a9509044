import { Button } from '#packages/govuk-jsx';
import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
import {
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
} from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import type { Link } from '#platform/links/link.ts';
import type { LinkPurpose } from '#platform/links/purpose.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { answerByLink, type AnswerRefusal } from '../../actions/plan/answer-by-link.ts';
import { isOver, sayNumber, stateWords, type Action } from '../../domain/action.ts';
import { actionPurpose } from '../../domain/plan/asking-owners.ts';
import type { Said } from '../../domain/progress.ts';
import { actionOfLink, type ActionOfLink } from '../../queries/plan/action-of-link.ts';
import { answerWords } from '../plan/plan-words.ts';
import { fieldOf, readSaid, SayFields } from './say-page.tsx';

/** How an action goes, said from a link in a letter, without an account. */
export const actionLink: LinkPurpose = {
  kind: actionPurpose,
  asker: 'the people of the partnership who sent you the letter',
  async show(request, link) {
    const found = await request.read((ctx) => actionOfLink(ctx, link.subjectId));
    return found && !isOver(found.action) ? formPage(request, found, { errors: [] }) : undefined;
  },
  answer,
  async said(request, link) {
    const found = await request.read((ctx) => actionOfLink(ctx, link.subjectId));
    return found ? <SaidByLink found={found} /> : <p>Thank you.</p>;
  },
};

async function answer(request: PageRequest, link: Link): Promise<Answer> {
  const found = await request.read((ctx) => actionOfLink(ctx, link.subjectId));
  if (!found) return redirectTo(request.path);
  const read = readSaid(request.posted);
  if ('errors' in read)
    return pageToMend(formPage(request, found, { posted: request.posted, errors: read.errors }));
  const given = { link, opener: request.browser, said: read.said, seen: read.seen };
  const answered = await request.write((ctx) => answerByLink(ctx, given));
  if (answered.done) return redirectTo(request.path);
  const { refusal } = answered;
  const now = (await request.read((ctx) => actionOfLink(ctx, link.subjectId))) ?? found;
  if (saysTheSame(now, read.said, refusal)) return redirectTo(request.path);
  const errors = [{ field: fieldOf(refusal.reason), message: wordsOf(answerWords, refusal) }];
  return pageToMend(formPage(request, now, { posted: request.posted, errors }));
}

const pressedTwice: readonly AnswerRefusal['reason'][] = ['already-so', 'link-over', 'changed-meanwhile'];

/** A button pressed twice is no second answer. */
function saysTheSame({ byLink }: ActionOfLink, said: Said, { reason }: AnswerRefusal): boolean {
  if (!pressedTwice.includes(reason) || byLink === undefined) return false;
  return byLink.after.state === said.state && byLink.words === said.words.trim();
}

function formPage(request: PageRequest, found: ActionOfLink, answers: Answers): PageContent {
  const { action } = found;
  return {
    title: `How does it go? ${action.title}`,
    body: (
      <>
        <Wrong errors={answers.errors} />
        <p class="quiet">{sayNumber(action)}</p>
        <h1>How does it go?</h1>
        <p class="lead">{action.title}</p>
        {action.what === '' ? null : <p class="own-words">{action.what}</p>}
        <HowItStands action={action} />
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <SayFields action={action} answers={answers} />
          <Button text="Send" preventDoubleClick />
        </form>
      </>
    ),
  };
}

function HowItStands({ action }: { action: Action }) {
  return (
    <p>
      It stands as {stateWords[action.state]}
      {action.due === undefined ? '' : `, to be done by ${sayDay(action.due)}`}.
    </p>
  );
}

function SaidByLink({ found: { action, byLink } }: { found: ActionOfLink }) {
  return (
    <>
      <p>
        You said of “{action.title}” that it is {stateWords[byLink?.after.state ?? action.state]}
        {byLink?.after.due === undefined ? '' : `, to be done by ${sayDay(byLink.after.due)}`}.
      </p>
      {byLink && byLink.words !== '' ? <p class="own-words">{byLink.words}</p> : null}
      <p>The board reads it before its next meeting. We do not remind you of this again.</p>
    </>
  );
}
