import type { PolicySubject } from '@fleetcommander/backstage-plugin-fleet-node';

/** Where reports name what runs without its API. */
const wellKnown: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
};

/** The group of a subject's API, empty for the core API; versions of one resource differ by who reports. */
export function resourceGroup({ apiVersion, kind }: PolicySubject): string {
  const known = apiVersion ?? wellKnown[kind] ?? '';
  return known.includes('/') ? known.split('/')[0] : '';
}
