import { KubernetesObject } from '../../types';
import { Condition, conditions, timestamp } from '../status/conditions';
import { SecretTrouble } from './secretTroubles';

/** A kind of External Secrets as its controller reads it back. */
export interface Synced extends KubernetesObject {
  spec: { refreshInterval?: string };
  status?: {
    refreshTime?: string;
    conditions?: Condition[];
    [field: string]: unknown;
  };
}

/** What External Secrets says of a secret that it has just brought, or tried to. */
export function secretStatus(
  { kind, metadata, status }: Synced,
  trouble: SecretTrouble | undefined,
  moment: Date,
): NonNullable<Synced['status']> {
  const isPushed = kind === 'PushSecret';
  const verdict =
    trouble === 'refused'
      ? {
          status: 'False' as const,
          reason: isPushed ? 'Errored' : 'SecretSyncedError',
          message:
            'could not get secret data from provider: error processing spec.dataFrom[0].extract: cannot read secret data from Vault: ' +
            'Error making API request. Code: 403. Errors: permission denied',
        }
      : {
          status: 'True' as const,
          reason: isPushed ? 'Synced' : 'SecretSynced',
          message: isPushed
            ? 'PushSecret synced successfully'
            : 'secret synced',
        };
  return {
    conditions: conditions(status?.conditions, moment, [
      { type: 'Ready', ...verdict },
    ]),
    ...(trouble !== 'refused' && {
      refreshTime: timestamp(moment),
      syncedResourceVersion: `${metadata.generation ?? 1}-6d2f3c0b`,
      ...(!isPushed && { binding: { name: metadata.name } }),
    }),
  };
}

export function storeStatus(moment: Date): object {
  return {
    capabilities: 'ReadWrite',
    conditions: conditions(undefined, moment, [
      {
        type: 'Ready',
        status: 'True',
        reason: 'Valid',
        message: 'store validated',
      },
    ]),
  };
}
