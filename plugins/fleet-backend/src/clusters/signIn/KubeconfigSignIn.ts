import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import type {
  ClusterDefinition,
  Credential,
  SignIn,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { z } from 'zod';
import {
  type KubeconfigUser,
  kubeconfigUserSchema,
} from '../sources/kubeconfigSchema';
import { readTokenFile } from './readTokenFile';
import { runCredentialPlugin } from './runCredentialPlugin';

const parametersSchema = z.object({
  user: kubeconfigUserSchema,
  directory: z.string(),
  cluster: z.record(z.string(), z.unknown()),
});

/** Signs in as the user of a kubeconfig's context. */
export class KubeconfigSignIn implements SignIn {
  readonly provider = 'kubeconfig';

  async signIn(
    { signIn }: ClusterDefinition,
    { signal }: { signal: AbortSignal },
  ): Promise<Credential> {
    const { user, directory, cluster } = parametersSchema.parse(
      signIn.parameters,
    );
    const certificate = await readCertificate(user, directory);
    const rest = await signInAs(user, {
      directory,
      cluster,
      signal,
    });
    return { ...(certificate && { certificate }), ...rest };
  }
}

async function signInAs(
  user: KubeconfigUser,
  context: {
    directory: string;
    cluster: Record<string, unknown>;
    signal: AbortSignal;
  },
): Promise<Credential> {
  if (user.tokenFile) {
    return readTokenFile(resolve(context.directory, user.tokenFile));
  }
  if (user.token) {
    return { token: user.token };
  }
  if (user.exec) {
    return runCredentialPlugin({ exec: user.exec, ...context });
  }
  if (user['auth-provider']) {
    throw new InputError(
      `its auth-provider ${user['auth-provider'].name} holds a person's sign-in; use a token or an exec plugin instead`,
    );
  }
  if (user.username) {
    const { username, password = '' } = user;
    return { basic: { username, password } };
  }
  return {};
}

async function readCertificate(
  user: KubeconfigUser,
  directory: string,
): Promise<Credential['certificate']> {
  const cert = await readPem(user, 'client-certificate', directory);
  const key = await readPem(user, 'client-key', directory);
  return cert && key ? { cert, key } : undefined;
}

async function readPem(
  user: KubeconfigUser,
  name: 'client-certificate' | 'client-key',
  directory: string,
): Promise<string | undefined> {
  const data = user[`${name}-data`];
  if (data) {
    return Buffer.from(data, 'base64').toString('utf8');
  }
  const file = user[name];
  if (!file) {
    return undefined;
  }
  const path = resolve(directory, file);
  return readFile(path, 'utf8').catch(error => {
    throw new InputError(`cannot read the ${name} ${path}: ${error.code}`);
  });
}
