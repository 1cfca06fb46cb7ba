import { isPlainObject } from '../fields/fieldsOfValue';
import { badRequest } from '../statusErrors';

export interface ContinueToken {
  /** Of the list's first page; -1 carries on with whatever there is now. */
  revision: number;
  /** The key of the next object. */
  start: string;
}

export function writeContinueToken({ revision, start }: ContinueToken): string {
  const token = { v: 'meta.k8s.io/v1', rv: revision, start };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

export function readContinueToken(text: string): ContinueToken {
  const token = parse(text);
  if (
    isPlainObject(token) &&
    typeof token.rv === 'number' &&
    typeof token.start === 'string'
  ) {
    return { revision: token.rv, start: token.start };
  }
  throw badRequest('continue key is not valid: it comes from no list');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
