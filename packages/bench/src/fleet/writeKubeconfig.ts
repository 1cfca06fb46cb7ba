import type { SpokeAccess } from './SpokeAccess';

/** A kubeconfig with a context for each spoke. */
export function writeKubeconfig(spokes: readonly SpokeAccess[]): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: spokes.map(({ name, url }) => ({
      name,
      cluster: { server: url },
    })),
    users: spokes.map(({ name, token }) => ({ name, user: { token } })),
    contexts: spokes.map(({ name }) => ({
      name,
      context: { cluster: name, user: name },
    })),
  });
}
