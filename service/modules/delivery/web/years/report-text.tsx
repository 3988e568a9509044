/** Plain words as a part of a report keeps them: a blank line between paragraphs, "- " before what is listed. */
export function ReportText({ words }: { words: string }) {
  return (
    <div dir="auto">
      {words.split(/\n{2,}/).map((block, index) => {
        const lines = block.split('\n');
        const isList = lines.every((line) => line.startsWith('- '));
        return isList ? (
          <ul key={index}>
            {lines.map((line) => (
              <li key={line}>{line.slice(2)}</li>
            ))}
          </ul>
        ) : (
          <p key={index}>{block}</p>
        );
      })}
    </div>
  );
}
