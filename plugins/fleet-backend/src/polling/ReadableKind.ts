import type {
  Engine,
  EngineKind,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Discovery } from '../kubernetes/discovery';
import type { CollectionKey } from '../store/FleetPollStore';
import { relaxedMs } from './pace';

/** A kind of an engine as one cluster serves it. */
export interface ReadableKind {
  key: CollectionKey;
  kind: EngineKind;
  /** Changes when what is read must be read again: other projection, config or version. */
  projection: string;
  /** Undefined: served. Otherwise why it cannot be read. */
  absent?: 'not-installed' | 'unknown';
  watchable: boolean;
  /** By which names Git's managers sign, where overrides are looked for. */
  gitManagers?: ReadonlySet<string>;
  /** How often it is asked, at the least, while its watch is not held. */
  everySeconds: number;
}

/** Identifies a collection within a cluster, whatever version it is read in. */
export function collectionName(key: {
  engine: string;
  group: string;
  plural: string;
}): string {
  return `${key.engine}/${key.group}/${key.plural}`;
}

/** Which kinds a cluster serves, each in the best version that both it and the projection know. */
export function readableKinds(options: {
  engines: readonly Engine[];
  discovery: Discovery;
  proofKeys: readonly string[];
  gitManagers: ReadonlySet<string>;
  intervalMs: number;
}): ReadableKind[] {
  const { engines, discovery, proofKeys, gitManagers, intervalMs } = options;
  const served = new Map(
    discovery.resources.map(resource => [
      `${resource.group}/${resource.version}/${resource.plural}`,
      resource,
    ]),
  );
  return engines.flatMap(engine =>
    engine.kinds.map(kind => {
      const { besideGroup } = kind;
      const wanted =
        besideGroup === undefined ||
        discovery.resources.some(({ group }) => group === besideGroup);
      // The core API is always there; discovery is asked for the others only.
      const isServed = (version: string) =>
        !kind.group || served.has(`${kind.group}/${version}/${kind.plural}`);
      const version = wanted ? kind.versions.find(isServed) : undefined;
      const verbs = served.get(
        `${kind.group}/${version}/${kind.plural}`,
      )?.verbs;
      const absent = [kind.group, besideGroup].some(
        group => group !== undefined && discovery.unknownGroups.includes(group),
      )
        ? ('unknown' as const)
        : ('not-installed' as const);
      return {
        key: {
          engine: engine.name,
          group: kind.group,
          version: version ?? kind.versions[0],
          kind: kind.kind,
          plural: kind.plural,
        },
        kind,
        projection: [
          engine.projectionVersion,
          version,
          ...proofKeys,
          ...(kind.overrides ? gitManagers : []),
        ].join(' '),
        gitManagers: kind.overrides ? gitManagers : undefined,
        absent: version ? undefined : absent,
        watchable: verbs?.includes('watch') ?? true,
        everySeconds:
          (kind.pace === 'relaxed'
            ? Math.max(relaxedMs, intervalMs)
            : intervalMs) / 1000,
      };
    }),
  );
}
