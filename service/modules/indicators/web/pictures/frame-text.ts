/** The text that puts a page of ours inside another site's; its title says to a screen reader what is inside. */
export function frameText(frame: { src: string; title: string; width: number; height: number }): string {
  const { src, title, width, height } = frame;
  return `<iframe src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}" loading="lazy"></iframe>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
