import type { ObjectReference } from '@fleetcommander/backstage-plugin-fleet-node';
import { recordId } from '../poll/recordId';

/** The id of the record of an object of a claim's tree, whether it has been read or not. */
export function claimNodeId(hub: string, object: ObjectReference): string {
  return recordId(hub, { ...object, type: 'claim-node' });
}
