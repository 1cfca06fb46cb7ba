import { isDeepStrictEqual } from 'node:util';
import { ClusterObjects, KubernetesObject } from '../../types';
import { refOf } from '../resources/refOf';
import { isReady } from '../status/crossplaneStatus';
import {
  composedObject,
  Composite,
  Reference,
  referencesOf,
  resourceRefOf,
} from './composite';
import { Part, partOf } from './Part';
import { Providers } from './Providers';

const manager = { manager: 'crossplane', operation: 'Apply' as const };

/** How far a composite is. */
export interface Composition {
  references: Reference[];
  /** Names of parts. */
  unready: string[];
}

/** Brings the parts of a composite in their order, and takes them away in the opposite one. */
export class Composer {
  private constructor(private readonly providers: Providers) {}

  static create(providers: Providers): Composer {
    return new Composer(providers);
  }

  compose(
    hub: ClusterObjects,
    composite: Composite,
    parts: readonly Part[],
  ): Composition {
    const live = (name: string) => {
      const part = parts.find(each => each.name === name);
      return part && hub.get(refOf(composedObject(composite, part)));
    };
    for (const part of parts) {
      if ((part.after ?? []).every(name => isReady(live(name)))) {
        this.bring(hub, composedObject(composite, part), part);
      }
    }
    const made = parts.filter(({ name }) => live(name));
    return {
      references: [
        ...made.map(part => resourceRefOf(composite, part)),
        ...this.removeObsolete(hub, composite, parts),
      ],
      unready: parts
        .filter(({ name }) => !isReady(live(name)))
        .map(({ name }) => name),
    };
  }

  /** Takes away what nothing needs any more, and answers whether all is gone. */
  decompose(
    hub: ClusterObjects,
    composite: Composite,
    parts: readonly Part[],
  ): boolean {
    const objects = existing(hub, composite);
    const names = new Set(objects.map(partOf));
    for (const object of objects) {
      const name = partOf(object);
      const needed = parts.some(
        other =>
          names.has(other.name) &&
          other.kind !== 'ClusterUsage' &&
          object.kind !== 'ClusterUsage' &&
          other.after?.includes(name!),
      );
      if (!needed && !isHeld(object, objects)) {
        this.providers.unmake(hub, object);
      }
    }
    return objects.length === 0;
  }

  private bring(
    hub: ClusterObjects,
    draft: KubernetesObject,
    part: Part,
  ): void {
    const live = hub.get(refOf(draft));
    // As the API server would keep it.
    const spec = JSON.parse(JSON.stringify(draft.spec));
    if (!live || !isDeepStrictEqual(live.spec, spec)) {
      const object = hub.put({ ...(live ?? draft), spec }, manager);
      this.providers.bring(hub, object, part);
    }
  }

  /** Takes away what is no longer asked for, and answers what of it is still there. */
  private removeObsolete(
    hub: ClusterObjects,
    composite: Composite,
    parts: readonly Part[],
  ): Reference[] {
    const wanted = new Set(parts.map(({ name }) => name));
    const objects = existing(hub, composite);
    const obsolete = objects.filter(object => !wanted.has(partOf(object)!));
    for (const object of obsolete) {
      if (!isHeld(object, objects)) {
        this.providers.unmake(hub, object);
      }
    }
    return obsolete.map(({ apiVersion, kind, metadata }) => ({
      apiVersion,
      kind,
      name: metadata.name,
    }));
  }
}

/** What is there of all that a composite ever named. */
function existing(
  hub: ClusterObjects,
  composite: Composite,
): KubernetesObject[] {
  const { namespace } = composite.metadata;
  return referencesOf(composite).flatMap(({ apiVersion, kind, name }) => {
    const ref = refOf({ apiVersion, kind, metadata: { name, namespace } });
    return hub.get(ref) ?? [];
  });
}

interface Usage {
  of: { resourceRef: { name: string } };
  by: { resourceRef: { name: string } };
}

/** Whether a usage protects an object, or is needed itself: as long as there is what uses. */
function isHeld(
  object: KubernetesObject,
  siblings: readonly KubernetesObject[],
): boolean {
  const usages = siblings.filter(({ kind }) => kind === 'ClusterUsage');
  const isThere = (name: string) =>
    siblings.some(({ metadata }) => metadata.name === name);
  return object.kind === 'ClusterUsage'
    ? isThere((object.spec as Usage).by.resourceRef.name)
    : usages.some(
        ({ spec }) =>
          (spec as Usage).of.resourceRef.name === object.metadata.name,
      );
}
