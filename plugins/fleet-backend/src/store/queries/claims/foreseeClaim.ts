import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { claimFields } from '../../../claims/claimFields';
import type { ClaimRules } from '../../../claims/ClaimRules';
import { fieldsOf, textMapOf } from '../../../engines/fields';
import { linkRecord } from '../../../ownership/linkRecord';
import { claimNodeId } from '../../claims/claimNodeId';
import type { ForeseenClaim } from '../../FleetClaimStore';
import type { Access } from '../../FleetQueryStore';
import type { Resolution } from '../../resolve/ResolutionInputs';
import type { QueryContext } from '../QueryContext';
import { readClaims } from './readClaims';

/** Asked of what permissions decide by, not of how things are. */
const seesNothing: Access = {
  clusters: false,
  applications: false,
  claims: false,
};

/** The claim that a manifest would be on a hub, as permissions see it, and what the hub has of it already. */
export async function foreseeClaim(
  context: QueryContext,
  rules: ClaimRules,
  { settings, entities }: Resolution,
  hub: string,
  manifest: KubernetesObject,
): Promise<ForeseenClaim> {
  const { apiVersion, kind, metadata } = manifest;
  const { namespace, name, labels, annotations } = metadata;
  const subject = { apiVersion, kind, namespace, name };
  const id = claimNodeId(hub, subject);
  const links = linkRecord(
    {
      type: 'claim-node',
      namespace,
      name,
      proofs: { ...textMapOf(labels), ...textMapOf(annotations) },
    },
    entities,
    settings.ownership,
  );
  const [present] = await readClaims(context, rules, [id], seesNothing);
  const claim: Claim = {
    id,
    type: present?.claim.type ?? 'crossplane',
    cluster: hub,
    ...subject,
    state: 'unknown',
    summary: 'not ordered yet',
    paused: false,
    deleting: false,
    step: 'pull-request',
    stepState: 'waiting',
    ready: 0,
    total: 0,
    ...claimFields({ ...subject, spec: fieldsOf(manifest.spec) }, rules),
    entityRefs: links?.entityRefs ?? [],
    ownerRefs: links?.ownerRefs ?? [],
    pullRequests: [],
    freshness: { stale: false },
  };
  const record = present?.seen?.record;
  return {
    claim,
    present: present?.row.on_hub ? present.claim : undefined,
    old: record && {
      ...subject,
      metadata: { name, namespace, labels: record.labels },
      spec: record.spec,
    },
  };
}
