import type { ResourceDefinition } from '../types';
import { compareVersions } from './versionOrder';

/** A group with its served versions, the preferred first, and what each serves. */
export interface ServedGroup {
  name: string;
  versions: { version: string; resources: ResourceDefinition[] }[];
}

function idOf(group: string, plural: string): string {
  return `${plural}.${group}`;
}

/** The kinds that a cluster serves. */
export class ResourceRegistry {
  readonly #definitions = new Map<string, ResourceDefinition>();

  add(definition: ResourceDefinition): void {
    this.#definitions.set(
      idOf(definition.group, definition.plural),
      definition,
    );
  }

  remove(definition: ResourceDefinition): void {
    this.#definitions.delete(idOf(definition.group, definition.plural));
  }

  find(group: string, plural: string): ResourceDefinition | undefined {
    return this.#definitions.get(idOf(group, plural));
  }

  findKind(apiVersion: string, kind: string): ResourceDefinition | undefined {
    const group = groupOf(apiVersion);
    for (const definition of this.#definitions.values()) {
      if (definition.group === group && definition.kind === kind) {
        return definition;
      }
    }
    return undefined;
  }

  ofGroup(group: string): ResourceDefinition[] {
    return [...this.#definitions.values()].filter(
      definition => definition.group === group,
    );
  }

  all(): ResourceDefinition[] {
    return [...this.#definitions.values()];
  }

  groups(): ServedGroup[] {
    const groups = new Map<string, Map<string, ResourceDefinition[]>>();
    for (const definition of this.#definitions.values()) {
      const versions = groups.get(definition.group) ?? new Map();
      groups.set(definition.group, versions);
      for (const version of definition.versions) {
        versions.set(version, [...(versions.get(version) ?? []), definition]);
      }
    }
    return [...groups].map(([name, versions]) => ({
      name,
      versions: [...versions]
        .sort(([left], [right]) => compareVersions(left, right))
        .map(([version, resources]) => ({ version, resources })),
    }));
  }
}

export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

export function apiVersionOf(group: string, version: string): string {
  return group ? `${group}/${version}` : version;
}
