import type { DriftObject } from '@fleetcommander/backstage-plugin-fleet-node';

/** What Flux did to an object. */
export interface AppliedObject {
  /** Without its group, which Flux does not tell. */
  object: Omit<DriftObject, 'group'>;
  action: 'configured' | 'created' | 'deleted';
}

const line =
  /^([A-Z][A-Za-z0-9]{0,62})\/(?:([a-z0-9-]{1,63})\/)?([A-Za-z0-9.:-]{1,253}) (configured|created|deleted)$/;
const mostLines = 200;

/** Reads `Deployment/pay/api configured`, a line for each object that an apply of Flux changed. */
export function parseApplyMessage(message: string): AppliedObject[] {
  const applied: AppliedObject[] = [];
  for (const text of message.split('\n', mostLines)) {
    const [, kind, namespace, name, action] = line.exec(text.trim()) ?? [];
    if (kind) {
      applied.push({
        object: { kind, namespace, name },
        action: action as AppliedObject['action'],
      });
    }
  }
  return applied;
}
