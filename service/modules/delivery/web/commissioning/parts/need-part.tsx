import { sayLatest } from './say-latest.ts';
import type { CommissionView } from '../../../queries/commissioning/commission-view.ts';

/** The need: in words, by its number, and by what was found and heard. */
export function NeedPart({ view }: { view: CommissionView }) {
  const { commission, measures, thread } = view;
  const measure = measures.get(commission.needMeasureId);
  const told = view.told.get(commission.needMeasureId);
  const here = thread?.line.at(-1);
  return (
    <section>
      <h2>Need</h2>
      <p dir="auto">{commission.need}</p>
      <p class="quiet" dir="auto">
        Known from: {commission.needSource}
      </p>
      {measure ? (
        <p>
          <a href={measure.link}>{measure.title}</a>: {told ? sayLatest(told) : measure.state}
        </p>
      ) : null}
      {here && thread ? (
        <p>
          It serves {here.tierName.toLowerCase()}{' '}
          <a href={`/frameworks/${thread.frameworkSlug}/elements/${here.key}`}>{here.label}</a>.
        </p>
      ) : null}
      <Heard view={view} />
      {commission.anyway === '' ? null : (
        <>
          <h3>What would happen without it</h3>
          <p dir="auto">{commission.anyway}</p>
        </>
      )}
    </section>
  );
}

/** What a closer look found and what people said of it, at the same size as the number. */
export function Heard({ view }: { view: CommissionView }) {
  const found = view.evidence.flatMap(({ findings }) => findings).slice(0, 3);
  const heard = view.evidence.flatMap(({ voices }) => voices).slice(0, 3);
  if (found.length + heard.length === 0) return null;
  return (
    <ul>
      {found.map(({ id, said }) => (
        <li key={id} dir="auto">
          A closer look at {said.howMany} {said.lookedAt} found: {said.title}
        </li>
      ))}
      {heard.map(({ id, said }) => (
        <li key={id} dir="auto">
          {said.whoWasAsked} said: {said.title}
          {said.quote === '' ? '' : ` “${said.quote}”`}
        </li>
      ))}
    </ul>
  );
}
