import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import type { Credential } from '@fleetcommander/backstage-plugin-fleet-node';

/** A token in a file, which others renew: looked at again each minute. */
export async function readTokenFile(path: string): Promise<Credential> {
  const text = await readFile(path, 'utf8').catch(error => {
    throw new InputError(`cannot read the token file ${path}: ${error.code}`);
  });
  const token = text.trim();
  if (!token) {
    throw new InputError(`the token file ${path} is empty`);
  }
  return { token, expiresAt: new Date(Date.now() + 60_000) };
}
