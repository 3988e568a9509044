import { allowed } from '#platform/access/policy.ts';
import { notFound, page, type PageContent, type Route } from '#platform/http/route.ts';
import { subjectFrom, subjectText } from '../../domain/evidence/about.ts';
import { keepEvidence } from '../../domain/permissions.ts';
import { evidenceOf, type EvidenceOf } from '../../queries/evidence/evidence-of.ts';
import { namedSubject, type NamedSubject } from '../../queries/evidence/named-subjects.ts';
import { reading } from '../reading.ts';
import { FindingCard, JudgementsSideBySide, VoiceCard } from './evidence-cards.tsx';
import { evidencePlaces } from './places.ts';

/** All that is known of one element or measure beside its number. */
export const aboutRoute: Route = {
  method: 'GET',
  path: evidencePlaces.aboutPath,
  policy: 'everyone',
  answer: async (request) => {
    const subject = subjectFrom(request.query.get('about') ?? '');
    if (!subject) return notFound();
    const found = await request.read(async (ctx) => {
      const named = await namedSubject(ctx, subject);
      const known = (await evidenceOf(ctx, [subject])).get(subjectText(subject));
      return named && known ? { named, known } : undefined;
    });
    return found ? page(content(found.named, found.known, allowed(request.actor, keepEvidence))) : notFound();
  },
};

function content(named: NamedSubject, known: EvidenceOf, mayKeep: boolean): PageContent {
  return {
    title: `Beside the number: ${named.title}`,
    breadcrumbs: [
      { text: 'How we are doing', href: reading.outcomes },
      { text: 'Evidence', href: evidencePlaces.all },
    ],
    body: (
      <>
        <h1>{named.title}</h1>
        {named.statement ? <p class="lead own-words">{named.statement}</p> : null}
        <p>
          <a href={named.href}>
            {named.subject.kind === 'element' ? 'Its place on the thread' : 'Its number'}
          </a>
        </p>
        <EvidenceSections known={known} mayKeep={mayKeep} />
      </>
    ),
  };
}

/** Judgement, finding and voice, each with its way in for whoever writes. */
function EvidenceSections({ known, mayKeep }: { known: EvidenceOf; mayKeep: boolean }) {
  const { findings, voices, judgements, subject } = known;
  return (
    <>
      <section>
        <h2>Is it met?</h2>
        <p class="quiet">Both judgements count the same. Nothing judged before is written over.</p>
        <JudgementsSideBySide judgements={judgements} level={3} />
        {mayKeep ? <a href={evidencePlaces.judge(subject)}>Write down a judgement</a> : null}
      </section>
      <section>
        <h2>A closer look</h2>
        {findings.length === 0 ? (
          <p>No audit finding has been added yet.</p>
        ) : (
          findings.map((finding) => <FindingCard key={finding.id} evidence={finding} mayKeep={mayKeep} />)
        )}
        {mayKeep ? <a href={evidencePlaces.addFinding(subject)}>Add what a closer look found</a> : null}
      </section>
      <section>
        <h2>What people said</h2>
        {voices.length === 0 ? (
          <p>Nobody has asked people about this yet.</p>
        ) : (
          voices.map((voice) => <VoiceCard key={voice.id} evidence={voice} mayKeep={mayKeep} />)
        )}
        {mayKeep ? <a href={evidencePlaces.addVoice(subject)}>Add what people said</a> : null}
      </section>
    </>
  );
}
