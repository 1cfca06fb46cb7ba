import {
  worstState,
  type Application,
  type EntityView,
  type Workload,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  Stage,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-react';

const noEnvironment = 'no environment';

/** The clusters of an entity by environment, in promotion order, each with what the entity runs there. */
export function stagesOf(
  view: EntityView,
  onOpen?: (application: Application) => void,
): Stage[] {
  const found = new Set(
    view.clusters.map(({ environment }) => environment ?? noEnvironment),
  );
  const known = view.environments.filter(name => found.has(name));
  const others = [...found].filter(name => !known.includes(name)).sort();

  return [...known, ...others].map(name => ({
    name,
    clusters: view.clusters
      .filter(({ environment }) => (environment ?? noEnvironment) === name)
      .map(cluster => clusterOf(view, cluster, onOpen)),
  }));
}

/** A shared application is not blamed on those that share it, so their workloads speak for them. */
function clusterOf(
  view: EntityView,
  cluster: EntityView['clusters'][number],
  onOpen?: (application: Application) => void,
): StageCluster {
  const applications = view.applications.filter(
    application =>
      (application.targetCluster ?? application.cluster) === cluster.name,
  );
  const own = applications.filter(({ shared }) => !shared);
  const workloads = view.workloads.filter(
    workload => workload.cluster === cluster.name,
  );
  const judged = [...own, ...workloads];
  const isAway = cluster.state === 'unreachable';
  const state = isAway
    ? cluster.state
    : worstState(judged.map(record => record.state)) ?? 'unknown';
  const worst = judged.find(record => record.state === state);
  const opened =
    own.find(application => application.state === state) ??
    own[0] ??
    applications[0];
  const [version, ...otherVersions] = versionsOf(
    withoutTargets(workloads, view.canaries),
    own,
  );

  return {
    key: cluster.name,
    cluster: cluster.name,
    entityRef: cluster.entityRef,
    version: otherVersions.length > 0 ? undefined : version,
    revision: own.length === 1 ? own[0].revision : undefined,
    href:
      own.length === 1
        ? own[0].sources.find(({ link }) => link)?.link
        : undefined,
    state,
    summary: [
      otherVersions.length > 0 &&
        `${otherVersions.length + 1} versions: ${[
          version,
          ...otherVersions,
        ].join(', ')}`,
      isAway ? cluster.summary : worst?.summary,
    ]
      .filter(Boolean)
      .join('; '),
    since: worst?.since,
    freshness: cluster.freshness,
    onOpen: opened && onOpen && (() => onOpen(opened)),
  };
}

/** What a canary tries is not what runs: its primary is. */
function withoutTargets(
  workloads: readonly Workload[],
  canaries: EntityView['canaries'],
): Workload[] {
  const placeOf = ({ cluster, namespace }: Workload, name: string) =>
    `${cluster}/${namespace}/${name}`;
  const places = new Set(workloads.map(item => placeOf(item, item.name)));
  return workloads.filter(
    workload =>
      !places.has(placeOf(workload, `${workload.name}-primary`)) ||
      !canaries.some(
        ({ cluster, namespace, target }) =>
          cluster === workload.cluster &&
          namespace === workload.namespace &&
          target === `${workload.kind}/${workload.name}`,
      ),
  );
}

function versionsOf(
  workloads: readonly Workload[],
  applications: readonly Application[],
): string[] {
  const running = new Set(workloads.flatMap(({ version }) => version ?? []));
  const delivered = new Set(
    applications.flatMap(({ version }) => version ?? []),
  );
  return [...(running.size > 0 ? running : delivered)].sort();
}
