import { KubernetesObject } from '../../types';
import { Condition, conditions, timestamp } from './conditions';
import { digestOf } from './inventory';

/** A Flux source as far as its controller reads it back. */
export interface Source extends KubernetesObject {
  spec: {
    interval: string;
    suspend?: boolean;
    url?: string;
    ref?: { tag?: string };
    version?: string;
  };
  status?: {
    artifact?: { revision: string };
    conditions?: Condition[];
    lastHandledReconcileAt?: string;
    observedGeneration?: number;
  };
}

const directories: Record<string, string> = {
  GitRepository: 'gitrepository',
  OCIRepository: 'ocirepository',
  HelmRepository: 'helmrepository',
  HelmChart: 'helmchart',
};

/** A source that holds an artifact of a revision. */
export function sourceStatus(live: Source, revision: string, moment: Date) {
  const { name, namespace } = live.metadata;
  const observedGeneration = live.metadata.generation ?? 1;
  const digest = digestOf(`${name}@${revision}`);
  const path = `${directories[live.kind]}/${namespace}/${name}/${digest.slice(
    7,
    47,
  )}.tar.gz`;
  const succeeded = {
    status: 'True' as const,
    reason: live.kind === 'HelmChart' ? 'ChartPullSucceeded' : 'Succeeded',
    message:
      live.kind === 'HelmChart'
        ? `pulled '${name}' chart with version '${revision}'`
        : `stored artifact for revision '${revision}'`,
    observedGeneration,
  };
  return {
    artifact: {
      digest,
      lastUpdateTime: timestamp(moment),
      path,
      revision,
      size: 20_000 + revision.length,
      url: `http://source-controller.flux-system.svc.cluster.local./${path}`,
    },
    conditions: conditions(live.status?.conditions, moment, [
      { type: 'Ready', ...succeeded },
      { type: 'ArtifactInStorage', ...succeeded },
    ]),
    observedGeneration,
  };
}

/** What a source other than Git holds: it follows from what it asks for. */
export function sourceRevision(source: Source): string {
  const { ref, version } = source.spec;
  if (ref?.tag) {
    return `${ref.tag}@${digestOf(`${source.spec.url}:${ref.tag}`)}`;
  }
  return version ?? digestOf(source.spec.url);
}
