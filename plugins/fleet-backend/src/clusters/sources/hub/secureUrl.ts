import { InputError } from '@backstage/errors';

/** The URL of an API server that a hub names, to which credentials of ours are sent: nobody on the way is to read them. */
export function secureUrl(url: string): string {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    throw new InputError(
      'the URL of its API server does not begin with https://, and our credentials are not sent there',
    );
  }
  return url;
}
