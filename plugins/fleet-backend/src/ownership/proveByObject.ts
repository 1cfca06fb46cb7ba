import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_ENTITY,
  KUBERNETES_ID,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { EntityDirectory, EntitySummary } from './EntityDirectory';
import { isOwnerRef } from './isOwnerRef';
import type { OwnershipConfig, ProofKey } from './OwnershipConfig';
import type { Verdict } from './ProvenLinks';

const explicit: ProofKey = {
  key: ANNOTATION_ENTITY,
  kind: 'component',
  namespace: 'default',
};

/**
 * What the labels and annotations of an object prove. The most explicit one decides: `fleetcommander.io/entity`, then
 * `backstage.io/kubernetes-id`, then the configured keys. One that names nothing, or several entities, proves nothing.
 */
export function proveByObject(
  proofs: Readonly<Record<string, string>> | undefined,
  directory: EntityDirectory,
  config: OwnershipConfig,
): Verdict {
  if (!proofs) {
    return {};
  }
  if (proofs[ANNOTATION_ENTITY]) {
    return byName(proofs[ANNOTATION_ENTITY], explicit, directory);
  }
  if (proofs[KUBERNETES_ID]) {
    return byKubernetesId(proofs[KUBERNETES_ID], directory);
  }
  const proofKey = [...config.annotations, ...config.labels].find(
    ({ key }) => proofs[key],
  );
  return proofKey ? byName(proofs[proofKey.key], proofKey, directory) : {};
}

function byKubernetesId(id: string, directory: EntityDirectory): Verdict {
  const [entity, ...others] = directory.byKubernetesId.get(id) ?? [];
  if (!entity) {
    return { reason: `No entity has the ${KUBERNETES_ID} ${id}.` };
  }
  if (others.length > 0) {
    const claimants = [entity, ...others].map(({ entityRef }) => entityRef);
    return {
      reason: `Several entities claim the ${KUBERNETES_ID} ${id}: ${claimants.join(
        ', ',
      )}. Leave it to one of them.`,
    };
  }
  return proven(entity, KUBERNETES_ID);
}

function byName(
  value: string,
  { key, kind, namespace }: ProofKey,
  directory: EntityDirectory,
): Verdict {
  let entityRef: string;
  try {
    entityRef = stringifyEntityRef(
      parseEntityRef(value, {
        defaultKind: kind,
        defaultNamespace: namespace,
      }),
    );
  } catch {
    return { reason: `${key} is ${value}, which is not an entity ref.` };
  }
  if (isOwnerRef(entityRef)) {
    return {
      links: {
        entityRefs: [],
        ownerRefs: [entityRef],
        basis: 'proof',
        proof: key,
      },
    };
  }
  const entity = directory.byRef.get(entityRef);
  return entity
    ? proven(entity, key)
    : { reason: `${key} names ${entityRef}, which is not in the catalog.` };
}

function proven(entity: EntitySummary, proof: string): Verdict {
  return {
    links: {
      entityRefs: [entity.entityRef],
      ownerRefs: entity.ownerRefs,
      basis: 'proof',
      proof,
    },
  };
}
