import type { PolicySubject } from '@fleetcommander/backstage-plugin-fleet-node';
import { resourceGroup } from './resourceGroup';

/** A workload as its record is found. */
interface WorkloadName {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

const apis: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Rollout: 'argoproj.io/v1alpha1',
};

// Of what controllers make names end with safe letters: https://pkg.go.dev/k8s.io/apimachinery/pkg/util/rand#SafeEncodeString
const safe = '[bcdfghjklmnpqrstvwxz2456789]';

/** How what controllers make is named after what made it. */
const madeBy: Readonly<Record<string, readonly [RegExp, readonly string[]][]>> =
  {
    ReplicaSet: [
      [new RegExp(`^(.+)-${safe}{6,10}$`), ['Deployment', 'Rollout']],
    ],
    Job: [[/^(.+)-\d{8,}$/, ['CronJob']]],
    Pod: [
      [
        new RegExp(`^(.+)-${safe}{6,10}-${safe}{5}$`),
        ['Deployment', 'Rollout'],
      ],
      [/^(.+)-\d+$/, ['StatefulSet']],
      [new RegExp(`^(.+)-\\d{8,}-${safe}{5}$`), ['CronJob']],
      [new RegExp(`^(.+)-${safe}{5}$`), ['DaemonSet', 'Job']],
    ],
  };

/** The workloads that a resource may be of, by its name: itself, or what made it. Which of them there are is for the store to say. */
export function workloadsOf(subject: PolicySubject): WorkloadName[] {
  const { kind, namespace, name } = subject;
  const apiVersion = apis[kind];
  const itself =
    apiVersion && resourceGroup(subject) === apiVersion.split('/')[0]
      ? [{ apiVersion, kind, namespace, name }]
      : [];
  const makers = (madeBy[kind] ?? []).flatMap(([pattern, kinds]) => {
    const maker = pattern.exec(name)?.[1];
    return maker === undefined
      ? []
      : kinds.map(of => ({
          apiVersion: apis[of],
          kind: of,
          namespace,
          name: maker,
        }));
  });
  return [...itself, ...makers];
}
