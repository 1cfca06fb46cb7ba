/** The URL if a browser may follow it: http or https. Anything else that a cluster or a repository says is not one. */
export function safeUrl(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) {
    return undefined;
  }
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
