import { putOld, Site } from './Site';

function secret(
  namespace: string,
  name: string,
  data: Record<string, string>,
  labels?: Record<string, string>,
) {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, labels },
    type: 'Opaque',
    data: Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        key,
        Buffer.from(value).toString('base64'),
      ]),
    ),
  };
}

/** The credentials that the engines hold; none opens anything. */
export function populateCredentials(site: Site): void {
  const { plan, engines, fleet } = site;
  const secrets = [];
  if (engines.has('flux')) {
    secrets.push(
      secret('flux-system', 'flux-system', {
        identity: 'not-a-real-key',
        known_hosts: 'git.example.org ssh-ed25519 AAAA',
      }),
      secret('flux-system', 'chat-token', { token: 'not-a-real-token' }),
      secret('flux-system', 'receiver-token', { token: 'not-a-real-token' }),
    );
  }
  for (const { kind, target } of fleet.deliveries.livingOn(plan.name)) {
    if (kind === 'Kustomization' && target && target !== plan) {
      const name = `${target.name}-kubeconfig`;
      const value = `apiVersion: v1\nkind: Config\ncurrent-context: ${target.name}\n`;
      secrets.push(secret('flux-system', name, { value }));
    }
  }
  if (plan.hub) {
    for (const spoke of fleet.plans) {
      if (spoke.delivery === 'argocd-on-hub') {
        secrets.push(
          secret(
            'argocd',
            `cluster-${spoke.name}`,
            {
              name: spoke.name,
              server: `https://${spoke.name}.clusters.example.org`,
              config: '{"bearerToken":"not-a-real-token"}',
            },
            {
              'argocd.argoproj.io/secret-type': 'cluster',
              environment: spoke.environment,
              region: spoke.region,
              'delivered-by': 'hub',
            },
          ),
        );
      }
    }
  }
  for (const object of secrets) {
    putOld(site, object, 'kubectl-create', 'Update');
  }
}
