import type {
  Engine,
  EngineKind,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { kindOfCollection } from '../engines/kindOfCollection';
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

/** Whether an engine reads a collection. */
export function isReadBy(
  engines: readonly Engine[],
  key: { engine: string; group: string; plural: string },
): boolean {
  return engines.some(
    engine =>
      engine.name === key.engine && kindOfCollection(engine, key) !== undefined,
  );
}

/**
 * Which kinds a cluster serves, each in the best version that both it and the projection know. An engine may read every kind of a
 * group or category: each that the cluster lists is one then, and the group or category is one that is absent while there are none.
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
      return namesOf(engine, kind, options).map(name => {
        const { group, plural, versions } = name;
        // The core API is always there; discovery is asked for the others only.
        const isServed = (version: string) =>
          !group || served.has(nameOf({ group, version, plural }));
        const version = wanted ? versions.find(isServed) : undefined;
        const verbs =
          version && served.get(nameOf({ group, version, plural }))?.verbs;
        const unknown = [group, besideGroup].some(
          needed =>
            needed !== undefined && discovery.unknownGroups.includes(needed),
        );
        return {
          key: {
            engine: engine.name,
            group,
            version: version ?? versions[0] ?? '*',
            kind: name.kind,
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
          absent: absenceOf(version, unknown),
          watchable: verbs?.includes('watch') ?? true,
          everySeconds:
            (kind.pace === undefined || kind.pace === 'prompt'
              ? intervalMs
              : Math.max(relaxedMs, intervalMs)) / 1000,
        };
      });
    }),
  );
}

function absenceOf(
  version: string | undefined,
  unknown: boolean,
): ReadableKind['absent'] {
  if (version !== undefined) {
    return undefined;
  }
  return unknown ? 'unknown' : 'not-installed';
}

function nameOf({
  group,
  version,
  plural,
}: Pick<ServedResource, 'group' | 'version' | 'plural'>): string {
  return `${group}/${version}/${plural}`;
}

/** What a kind is called on a cluster, and in which versions it can be read, best first. */
interface KindName {
  group: string;
  kind: string;
  plural: string;
  versions: readonly string[];
}

/** A kind as the engine has it, or for every kind of a group or category, as discovery has each. */
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
  const { category } = kind;
  const names = new Map<string, KindName>();
  for (const key of known) {
    if (
      key.engine === engine.name &&
      discovery.unknownGroups.includes(key.group) &&
      kindOfCollection(engine, key) === kind
    ) {
      names.set(`${key.group}/${key.plural}`, {
        ...key,
        versions: [key.version],
      });
    }
  }
  for (const resource of discovery.resources) {
    if (isOfKind(engine, kind, resource)) {
      const { group, plural, version } = resource;
      const name = `${group}/${plural}`;
      // The API server names the versions of a group in the order in which it prefers them.
      names.set(name, {
        ...resource,
        versions:
          category === undefined
            ? kind.versions
            : [...(names.get(name)?.versions ?? []), version],
      });
    }
  }
  return names.size > 0
    ? [...names.values()]
    : [{ ...kind, plural: category ?? kind.plural }];
}

/** Whether a resource is one of those that a kind of an engine stands for. */
function isOfKind(
  engine: Engine,
  kind: EngineKind,
  resource: ServedResource,
): boolean {
  const { group, version, plural, verbs, categories } = resource;
  const { category } = kind;
  const belongs =
    category === undefined
      ? group === kind.group && kind.versions.includes(version)
      : categories.includes(category) && !isReadOtherwise();
  return (
    belongs &&
    verbs.includes('list') &&
    // Groups that are asked one by one name subresources as well.
    !plural.includes('/')
  );

  /** What the engine names itself is read by that name, and what is of two categories, as the first. */
  function isReadOtherwise(): boolean {
    const named = engine.kinds.some(
      other => other.group === group && other.plural === plural,
    );
    const first = engine.kinds.find(
      other =>
        other.category !== undefined && categories.includes(other.category),
    );
    return named || first !== kind;
  }
}
