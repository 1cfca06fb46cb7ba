import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod';
import { caFromData } from '../../certificateAuthority';
import {
  kubeconfigClusterSchema,
  kubeconfigContextSchema,
  kubeconfigSchema,
  kubeconfigUserSchema,
} from '../kubeconfigSchema';
import type { HubCluster } from './HubEntry';

const fileSchema = kubeconfigSchema.extend({
  'current-context': z.string().optional(),
});

/** What of a user of a kubeconfig signs in by itself. Files would be ours, and programs run here. */
const usable = [
  'token',
  'username',
  'password',
  'client-certificate-data',
  'client-key-data',
] as const;

/**
 * Where a kubeconfig that lies in a Secret of a hub leads, and how to sign in there. Throws an InputError whose words quote nothing of it.
 */
export function fromKubeconfig(
  text: string,
): Pick<HubCluster, 'url' | 'signIn' | 'tls' | 'proxyUrl'> {
  try {
    return read(text);
  } catch {
    throw new InputError(
      'its Secret holds no kubeconfig whose current context names a server, and a user with a token, a password or a certificate in it; programs and files are not used',
    );
  }
}

function read(
  text: string,
): Pick<HubCluster, 'url' | 'signIn' | 'tls' | 'proxyUrl'> {
  const file = fileSchema.parse(parse(text));
  const [first] = file.contexts ?? [];
  const context = kubeconfigContextSchema.parse(
    named(file.contexts, file['current-context'] ?? first?.name).context,
  );
  const cluster = kubeconfigClusterSchema.parse(
    named(file.clusters, context.cluster).cluster,
  );
  const given = kubeconfigUserSchema.parse(
    named(file.users, context.user).user,
  );
  const user = Object.fromEntries(
    usable.flatMap(key => (given[key] ? [[key, given[key]]] : [])),
  );
  if (Object.keys(user).length === 0 || given.as) {
    throw new InputError('nobody to sign in as');
  }
  const ca = cluster['certificate-authority-data'];
  return {
    url: cluster.server,
    signIn: {
      provider: 'kubeconfig',
      parameters: { user, directory: '/', cluster: {} },
    },
    tls: {
      ca: ca && caFromData(ca),
      serverName: cluster['tls-server-name'],
      skipVerify: cluster['insecure-skip-tls-verify'],
    },
    proxyUrl: cluster['proxy-url'],
  };
}

function named<T extends { name: string }>(
  entries: readonly T[] | undefined,
  name: string | undefined,
): T & Record<string, unknown> {
  const found = entries?.find(entry => entry.name === name);
  if (!found) {
    throw new InputError('an entry is missing');
  }
  return found;
}
