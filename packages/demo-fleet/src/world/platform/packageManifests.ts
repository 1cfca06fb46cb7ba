import { KubernetesObject } from '../../types';
import { Random } from '../Random';

const registry = 'xpkg.example.org/platform';

const packages: [kind: string, name: string, version: string][] = [
  ['Provider', 'provider-aws-ec2', 'v2.3.0'],
  ['Provider', 'provider-aws-eks', 'v2.3.0'],
  ['Provider', 'provider-aws-iam', 'v2.3.0'],
  ['Provider', 'provider-aws-rds', 'v2.3.0'],
  ['Provider', 'provider-gcp-compute', 'v2.2.0'],
  ['Provider', 'provider-gcp-container', 'v2.2.0'],
  ['Provider', 'provider-azure-containerservice', 'v2.2.0'],
  ['Provider', 'provider-azure-network', 'v2.2.0'],
  ['Provider', 'provider-helm', 'v1.1.0'],
  ['Provider', 'provider-kubernetes', 'v1.2.0'],
  ['Function', 'function-patch-and-transform', 'v0.10.2'],
  ['Function', 'function-sequencer', 'v0.3.1'],
  ['Function', 'function-auto-ready', 'v0.6.1'],
  ['Configuration', 'platform-clusters', 'v3.2.0'],
];

/** A package and its one revision. */
export interface InstalledPackage {
  object: KubernetesObject;
  revision: KubernetesObject;
}

/** The providers, functions and configurations that the platform's Crossplane runs. */
export function packageManifests(seed: number): InstalledPackage[] {
  const apiVersion = 'pkg.crossplane.io/v1';
  return packages.map(([kind, name, version]) => {
    const hash = Random.create(seed, 'package', name).hex(12);
    return {
      object: {
        apiVersion,
        kind,
        metadata: { name },
        spec: {
          package: `${registry}/${name}:${version}`,
          packagePullPolicy: 'IfNotPresent',
          revisionActivationPolicy: 'Automatic',
          revisionHistoryLimit: 1,
        },
      },
      revision: {
        apiVersion,
        kind: `${kind}Revision`,
        metadata: {
          name: `${name}-${hash}`,
          labels: { 'pkg.crossplane.io/package': name },
        },
        spec: {
          desiredState: 'Active',
          image: `${registry}/${name}:${version}`,
          revision: 1,
        },
      },
    };
  });
}
