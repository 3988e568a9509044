/** A path of this service, and nothing that a browser could read as another site's address. */
export function ownPath(next: string | undefined): string | undefined {
  return next && next.length <= 500 && /^\/(?![/\\])[\w\-./?=&%:,+~]*$/.test(next) ? next : undefined;
}
