import type { AppliedObject } from '@fleetcommander/backstage-plugin-fleet-node';

/** Names of RBAC may have colons. */
const line =
  /^([A-Z][A-Za-z0-9]{0,62})\/(?:([a-z0-9-]{1,63})\/)?([A-Za-z0-9.:-]{1,253}) (configured|created|deleted)$/;
const mostLines = 200;
/** What a recorder puts before the message when it tells much of one object in a short time. */
const combined = /^\(combined from similar events\): /;

/** Reads `Deployment/pay/api configured`, a line for each object that an apply of Flux changed; other lines are passed over. */
export function parseApplyMessage(message: string): AppliedObject[] {
  const applied: AppliedObject[] = [];
  for (const text of message.replace(combined, '').split('\n', mostLines)) {
    const [, kind, namespace, name, action] = line.exec(text.trim()) ?? [];
    if (kind) {
      applied.push({
        kind,
        namespace,
        name,
        action: action as AppliedObject['action'],
      });
    }
  }
  return applied;
}
