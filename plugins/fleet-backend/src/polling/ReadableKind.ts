import type {
  Engine,
  EngineKind,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Discovery, ServedResource } from '../kubernetes/discovery';
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

/** Whether an engine reads a collection: by its name, or with every kind of its group. */
export function isReadBy(
  engines: readonly Engine[],
  key: { engine: string; group: string; plural: string },
): boolean {
  return engines.some(
    ({ name, kinds }) =>
      name === key.engine &&
      kinds.some(
        ({ group, plural }) =>
          group === key.group && (plural === key.plural || plural === '*'),
      ),
  );
}

/**
 * Which kinds a cluster serves, each in the best version that both it and the projection know. An engine may read every kind of a
 * group: each that the cluster lists is one then, and the group is one that is absent while there are none.
 *
 * @param options - `known`: collections that were read before. Those of such a group stay while discovery cannot tell.
 */
export function readableKinds(options: {
  engines: readonly Engine[];
  discovery: Discovery;
  known: readonly CollectionKey[];
  proofKeys: readonly string[];
  gitManagers: ReadonlySet<string>;
  intervalMs: number;
}): ReadableKind[] {
  const { engines, discovery, proofKeys, gitManagers, intervalMs } = options;
  const served = new Map(
    discovery.resources.map(resource => [nameOf(resource), resource]),
  );
  return engines.flatMap(engine =>
    engine.kinds.flatMap(kind => {
      const { besideGroup } = kind;
      const wanted =
        besideGroup === undefined ||
        discovery.resources.some(({ group }) => group === besideGroup);
      const absent = [kind.group, besideGroup].some(
        group => group !== undefined && discovery.unknownGroups.includes(group),
      )
        ? ('unknown' as const)
        : ('not-installed' as const);
      return namesOf(engine, kind, options).map(({ kind: name, plural }) => {
        // The core API is always there; discovery is asked for the others only.
        const isServed = (version: string) =>
          !kind.group || served.has(nameOf({ ...kind, version, plural }));
        const version = wanted ? kind.versions.find(isServed) : undefined;
        const verbs =
          version && served.get(nameOf({ ...kind, version, plural }))?.verbs;
        return {
          key: {
            engine: engine.name,
            group: kind.group,
            version: version ?? kind.versions[0],
            kind: name,
            plural,
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
      });
    }),
  );
}

function nameOf({
  group,
  version,
  plural,
}: Pick<ServedResource, 'group' | 'version' | 'plural'>): string {
  return `${group}/${version}/${plural}`;
}

type KindName = Pick<CollectionKey, 'kind' | 'plural'>;

/** What a kind is called on a cluster: as the engine has it, or for every kind of a group, as discovery has each. */
function namesOf(
  engine: Engine,
  kind: EngineKind,
  {
    discovery,
    known,
  }: { discovery: Discovery; known: readonly CollectionKey[] },
): KindName[] {
  if (kind.plural !== '*') {
    return [kind];
  }
  const found: KindName[] = discovery.resources.filter(
    ({ group, version, plural, verbs }) =>
      group === kind.group &&
      kind.versions.includes(version) &&
      verbs.includes('list') &&
      // Groups that are asked one by one name subresources as well.
      !plural.includes('/'),
  );
  const before = discovery.unknownGroups.includes(kind.group)
    ? known.filter(key => isReadBy([engine], key) && key.group === kind.group)
    : [];
  const names = new Map(
    [...before, ...found].map(name => [name.plural, name] as const),
  );
  return names.size > 0 ? [...names.values()] : [kind];
}
