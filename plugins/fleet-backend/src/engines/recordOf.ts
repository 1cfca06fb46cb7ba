import type {
  KubernetesObject,
  ProjectionContext,
  RecordBase,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textOf } from './fields';
import { keyOfOwner, ownerOf } from './ownerOf';

const longestMessage = 2_000;

/** How an object is, and why. */
export type Health = Pick<
  RecordBase,
  'state' | 'summary' | 'reason' | 'message' | 'since'
>;

/** What every record says of its object. */
export function recordOf(
  engine: string,
  object: KubernetesObject,
  context: ProjectionContext,
  health: Health,
): RecordBase {
  const owner = ownerOf(object);
  return {
    engine,
    apiVersion: object.apiVersion,
    kind: object.kind,
    namespace: object.metadata.namespace,
    name: object.metadata.name,
    state: health.state,
    summary: health.summary,
    reason: health.reason,
    message: health.message?.slice(0, longestMessage),
    since: health.since,
    proofs: proofsOf(object, context.proofKeys),
    ownerKey: owner && keyOfOwner(owner),
  };
}

function proofsOf(
  { metadata }: KubernetesObject,
  proofKeys: readonly string[],
): Record<string, string> | undefined {
  const labels = fieldsOf(metadata.labels);
  const annotations = fieldsOf(metadata.annotations);
  let proofs: Record<string, string> | undefined;
  for (const key of proofKeys) {
    const value = textOf(annotations[key]) ?? textOf(labels[key]);
    if (value) {
      proofs ??= {};
      proofs[key] = value;
    }
  }
  return proofs;
}
