import { KubernetesObject } from '../../types';
import { clusterSchema } from './clusterDefinition';
import { ClusterSpec, platformVersion } from './ClusterClaim';
import { compositionName } from './composite';
import { Part } from './Part';
import { clusterParts } from './parts/clusterParts';
import { databaseParts } from './parts/databaseParts';

const resources = (parts: readonly Part[]) =>
  parts.map(({ name, apiVersion, kind, spec }) => ({
    name,
    base: { apiVersion, kind, spec },
  }));

const rules = (parts: readonly Part[]) =>
  parts.flatMap(({ name, after }) =>
    after?.length ? [{ sequence: [...after, name] }] : [],
  );

function composition(
  name: string,
  kind: string,
  parts: readonly Part[],
): KubernetesObject {
  const step = (what: string, input?: object) => ({
    step: what,
    functionRef: { name: `function-${what}` },
    ...(input && { input }),
  });
  return {
    apiVersion: 'apiextensions.crossplane.io/v1',
    kind: 'Composition',
    metadata: { name },
    spec: {
      compositeTypeRef: { apiVersion: platformVersion, kind },
      mode: 'Pipeline',
      pipeline: [
        step('patch-and-transform', {
          apiVersion: 'pt.fn.crossplane.io/v1beta1',
          kind: 'Resources',
          resources: resources(parts),
        }),
        step('sequencer', {
          apiVersion: 'sequencer.fn.crossplane.io/v1beta1',
          kind: 'Input',
          rules: rules(parts),
        }),
        step('auto-ready'),
      ],
    },
  };
}

/** What the platform makes of each kind that it offers: clusters on three clouds, databases on one. */
export function compositionManifests(): KubernetesObject[] {
  const [region] = clusterSchema.properties.spec.properties.region.enum;
  const clouds: ClusterSpec['cloudProvider'][] = ['aws', 'gcp', 'azure'];
  return [
    ...clouds.map(cloudProvider => {
      const name = compositionName({ cloudProvider });
      const parts = clusterParts('cluster', 'cluster', {
        cloudProvider,
        region,
        environment: 'development',
        owner: 'sre',
        kubernetes: { version: '1.35' },
        nodeGroups: [
          { name: 'general', instanceType: 'any', minSize: 1, maxSize: 3 },
        ],
      });
      return composition(name, 'XKubernetesCluster', parts);
    }),
    composition(
      compositionName({}),
      'PostgresDatabase',
      databaseParts('database', {
        version: '17',
        size: 'small',
        storageGib: 20,
        highAvailable: false,
        environment: 'development',
      }),
    ),
  ];
}

/** What a composition was when it last changed. */
export function revisionOfComposition(
  { metadata, spec }: KubernetesObject,
  hash: string,
): KubernetesObject {
  return {
    apiVersion: 'apiextensions.crossplane.io/v1',
    kind: 'CompositionRevision',
    metadata: {
      name: `${metadata.name}-${hash}`,
      labels: { 'crossplane.io/composition-name': metadata.name },
    },
    spec: { ...(spec as object), revision: 1 },
  };
}
