import { readFile } from 'node:fs/promises';
import { ForwardedError, InputError } from '@backstage/errors';

const beginning = '-----BEGIN CERTIFICATE-----';

/** PEM of an authority that is given as PEM or as base64 of it. */
export function caFromData(data: string): string {
  const pem = data.includes(beginning)
    ? data
    : Buffer.from(data, 'base64').toString('utf8');
  if (!pem.includes(beginning)) {
    throw new InputError('is neither a PEM certificate nor base64 of one');
  }
  return pem;
}

/** PEM of an authority in a file. */
export async function caFromFile(path: string): Promise<string> {
  let data: string;
  try {
    data = await readFile(path, 'utf8');
  } catch (error) {
    throw new ForwardedError(`cannot read the certificate ${path}`, error);
  }
  return caFromData(data);
}
