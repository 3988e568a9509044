/** What somebody else saved while a form stood open. */
export function Theirs({ title, words }: { title: string; words: string }) {
  return (
    <div class="empty">
      <h2>What somebody else saved</h2>
      <p dir="auto">
        <strong>{title}</strong>
      </p>
      <p dir="auto">{words}</p>
      <p>Your own words are in the form below.</p>
    </div>
  );
}
