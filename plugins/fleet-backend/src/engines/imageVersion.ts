import { shortDigest } from './shortRevision';

/** What people call the version of an image: its tag, else its digest, shortened, else what a missing tag stands for. */
export function imageVersion(image: string): string {
  const at = image.indexOf('@');
  const reference = at < 0 ? image : image.slice(0, at);
  const colon = reference.lastIndexOf(':');
  if (colon > reference.lastIndexOf('/')) {
    return reference.slice(colon + 1);
  }
  return at < 0 ? 'latest' : shortDigest(image.slice(at + 1));
}
