import type {
  ClaimNodeRecord,
  KubernetesObject,
  ProjectionContext,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { maskFields } from '../../secrets/maskFields';
import { conditionOf, conditionsOf } from '../conditionOf';
import { fieldsOf, timeOf, type Fields } from '../fields';
import { labelsOf } from '../labelsOf';
import { recordOf, type Health } from '../recordOf';
import { objectConditions } from './objectConditions';

/** As JSON: what is longer was not written by people. */
const longestSpec = 20_000;

/** What only the kind of an object of a tree knows of it. */
export type ClaimNodeFacts = Pick<
  ClaimNodeRecord,
  'claimType' | 'role' | 'root' | 'children'
> &
  Partial<
    Pick<
      ClaimNodeRecord,
      | 'parent'
      | 'paused'
      | 'externalName'
      | 'managementPolicies'
      | 'clusterVersion'
      | 'controlPlane'
    >
  > & {
    health: Health;
    /** Which condition says that it is ready. */
    readyType: string;
    /** Of a root: what people asked for. */
    spec?: Fields;
  };

/** An object of the tree of a claim. */
export function claimNode(
  engine: string,
  object: KubernetesObject,
  context: ProjectionContext,
  facts: ClaimNodeFacts,
): ClaimNodeRecord {
  const { health, readyType, spec, ...rest } = facts;
  const { deletionTimestamp, creationTimestamp } = object.metadata;
  const conditions = conditionsOf(object.status);
  const ready = conditionOf(conditions, readyType);
  return {
    type: 'claim-node',
    ...recordOf(engine, object, context, health),
    paused: false,
    ...rest,
    conditions: objectConditions(conditions),
    deleting: timeOf(deletionTimestamp) !== undefined,
    createdAt: timeOf(creationTimestamp),
    readyAt: ready?.status === 'True' ? ready.since : undefined,
    ...(facts.root && {
      labels: labelsOf(object),
      spec: spec && shownSpec(spec),
    }),
  };
}

function shownSpec(spec: Fields): Record<string, unknown> | undefined {
  const masked = fieldsOf(maskFields(spec));
  return JSON.stringify(masked).length <= longestSpec ? masked : undefined;
}
