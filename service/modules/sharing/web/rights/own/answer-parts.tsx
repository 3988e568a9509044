import type { AnswerPart } from '../../../domain/rights/answer-document.ts';

/** The parts of an answer as they stand on a page of ours. */
export function AnswerParts({ parts }: { parts: readonly AnswerPart[] }) {
  return (
    <div class="own-story">
      {parts.map((part, at) => {
        if (part.kind === 'list')
          return (
            <ul key={at}>
              {part.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          );
        if (part.kind === 'words')
          return (
            <p key={at} dir="auto" class={part.quiet ? 'quiet' : 'own-words'}>
              {part.text}
            </p>
          );
        return part.level === 2 ? (
          <h2 key={at}>{part.text}</h2>
        ) : (
          <h3 key={at} dir="auto">
            {part.text}
          </h3>
        );
      })}
    </div>
  );
}
