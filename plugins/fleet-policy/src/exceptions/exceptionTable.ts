import type { PolicyException } from '@fleetcommander/backstage-plugin-fleet-common';

/** Exceptions as the table of a file. */
export function exceptionTable(
  exceptions: readonly PolicyException[],
): string[][] {
  return [
    [
      'state',
      'expires',
      'name',
      'namespace',
      'cluster',
      'environment',
      'policies',
      'lets through',
      'scope',
      'reason',
      'asked for by',
      'owners',
      'file',
    ],
    ...exceptions.map(exception => [
      exception.state,
      exception.expiresAt ?? '',
      exception.name,
      exception.namespace ?? '',
      exception.cluster,
      exception.environment ?? '',
      exception.policies.map(({ name }) => name).join(' '),
      String(exception.letsThrough ?? ''),
      exception.scope,
      exception.reason ?? '',
      exception.owner ?? '',
      exception.ownerRefs.join(' '),
      exception.file?.url ?? '',
    ]),
  ];
}
