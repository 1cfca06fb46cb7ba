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

/** Kinds whose pods are named alike. */
const families = {
  replicas: ['Deployment', 'Rollout'],
  ordinal: ['StatefulSet'],
  scheduled: ['CronJob'],
  single: ['DaemonSet', 'Job'],
} as const;

type Kinds = (typeof families)[keyof typeof families];

/** How what controllers make is named after what made it; the first that fits tells most. */
const madeBy: Readonly<Record<string, readonly [RegExp, Kinds][]>> = {
  ReplicaSet: [[new RegExp(`^(.+)-${safe}{6,10}$`), families.replicas]],
  Job: [[/^(.+)-\d{8,}$/, families.scheduled]],
  Pod: [
    [new RegExp(`^(.+)-${safe}{6,10}-${safe}{5}$`), families.replicas],
    [/^(.+)-\d+$/, families.ordinal],
    [new RegExp(`^(.+)-\\d{8,}-${safe}{5}$`), families.scheduled],
    [new RegExp(`^(.+)-${safe}{5}$`), families.single],
  ],
};

/** Whether a controller makes things of that kind for a workload. */
export function isMade(kind: string): boolean {
  return Object.hasOwn(madeBy, kind) && kind !== 'Job';
}

/**
 * What breaks a policy: a workload together with all that is made of it, so that one breach in three pods is one, and goes on when
 * the pods of it are others. By names alone, so that it is the same whatever was read first.
 */
export function breakerOf(subject: PolicySubject): PolicySubject {
  const { kind, name } = subject;
  for (const [pattern, [first]] of madeBy[kind] ?? []) {
    const maker = pattern.exec(name)?.[1];
    if (maker !== undefined) {
      return { ...subject, apiVersion: apis[first], kind: first, name: maker };
    }
  }
  const family = Object.values(families).find(kinds =>
    kinds.some(of => of === kind),
  );
  return family && apis[kind]?.split('/')[0] === resourceGroup(subject)
    ? { ...subject, apiVersion: apis[family[0]], kind: family[0] }
    : subject;
}

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
