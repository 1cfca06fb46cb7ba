import type { IncomingMessage } from 'node:http';
import { notAcceptable } from '../statusErrors';

/** What the client wants objects as. */
export interface AcceptedForm {
  metadataOnly: boolean;
}

/** Reads Accept: the first form that is understood counts; tables and protobuf are passed over. */
export function acceptedForm(request: IncomingMessage): AcceptedForm {
  const accept = request.headers.accept ?? '*/*';
  for (const range of accept.split(',')) {
    const [type, ...parameters] = range.split(';').map(part => part.trim());
    const as = parameters.find(part => part.startsWith('as='))?.slice(3);
    const isJson = ['application/json', 'application/*', '*/*'].includes(type);
    if (isJson && as?.startsWith('PartialObjectMetadata')) {
      return { metadataOnly: true };
    }
    if (isJson && !as) {
      return { metadataOnly: false };
    }
  }
  throw notAcceptable();
}
