import type { Source } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf } from '../conditionOf';
import { fieldsOf, textOf, timeOf, type Fields } from '../fields';
import { recordOf, type Health } from '../recordOf';
import { shortRevision } from '../shortRevision';
import { fluxHealth, isSuspended } from './fluxHealth';
import { referenceOf } from './referenceOf';
import { sourceType } from './sourceType';

type Origin = Pick<Source, 'url' | 'ref'>;

/** Where commits and releases appear first. */
const promptKinds: readonly string[] = ['GitRepository', 'OCIRepository'];

/** The kinds that fetch what applications are made of. */
export const sources: readonly EngineKind[] = [
  source('GitRepository', 'gitrepositories', ({ spec }) => {
    const ref = fieldsOf(spec.ref);
    return {
      url: textOf(spec.url),
      ref:
        textOf(ref.commit) ??
        textOf(ref.name) ??
        textOf(ref.semver) ??
        textOf(ref.tag) ??
        textOf(ref.branch) ??
        'master',
    };
  }),
  source('OCIRepository', 'ocirepositories', ({ spec }) => {
    const ref = fieldsOf(spec.ref);
    return {
      url: textOf(spec.url),
      ref:
        textOf(ref.digest) ?? textOf(ref.semver) ?? textOf(ref.tag) ?? 'latest',
    };
  }),
  source('HelmRepository', 'helmrepositories', ({ spec }) => ({
    url: textOf(spec.url),
  })),
  source('HelmChart', 'helmcharts', ({ spec }) => ({
    ref: `${textOf(spec.chart) ?? '?'} ${textOf(spec.version) ?? '*'}`,
  })),
  source('Bucket', 'buckets', ({ spec }) => ({
    url: textOf(spec.endpoint),
    ref: textOf(spec.bucketName),
  })),
  source('ExternalArtifact', 'externalartifacts', ({ spec, object }) => ({
    ref: referenceOf(spec.sourceRef, object),
  })),
];

function source(
  kind: string,
  plural: string,
  originOf: (options: { spec: Fields; object: KubernetesObject }) => Origin,
): EngineKind {
  return {
    group: 'source.toolkit.fluxcd.io',
    kind,
    plural,
    versions: ['v1', 'v1beta2'],
    pace: promptKinds.includes(kind) ? 'prompt' : 'relaxed',
    project(object, context) {
      const spec = fieldsOf(object.spec);
      const artifact = fieldsOf(fieldsOf(object.status).artifact);
      const revision = textOf(artifact.revision);
      return [
        {
          type: 'source',
          ...recordOf('flux', object, context, healthOf(object, revision)),
          sourceType: sourceType(kind),
          ...originOf({ spec, object }),
          revision,
          verified: verifiedOf(object),
          fetchedAt: timeOf(artifact.lastUpdateTime),
          suspended: isSuspended(object),
        },
      ];
    },
  };
}

/** {@link https://fluxcd.io/flux/components/source/ocirepositories/#verification}; of a GitRepository and a HelmChart it is the same. */
function verifiedOf({ status, spec }: KubernetesObject): boolean | undefined {
  const verdict = conditionOf(conditionsOf(status), 'SourceVerified')?.status;
  // One that is not asked any more can keep what it said.
  return fieldsOf(spec).verify && (verdict === 'True' || verdict === 'False')
    ? verdict === 'True'
    : undefined;
}

/** Flux never reconciles a HelmRepository of type `oci`: it only names where charts are. */
function healthOf(
  object: KubernetesObject,
  revision: string | undefined,
): Health {
  const health = fluxHealth(object, {
    healthy: revision ? `fetched ${shortRevision(revision)}` : 'fetched',
  });
  return health.state === 'unknown' && fieldsOf(object.spec).type === 'oci'
    ? { state: 'healthy', summary: 'names where charts are' }
    : health;
}
