import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import {
  conditionOf,
  conditionsOf,
  toldBy,
  type Condition,
} from '../conditionOf';
import { explain } from '../explain';
import { fieldsOf, textOf } from '../fields';
import { recordOf, type Health } from '../recordOf';
import { parseQuantity } from './parseQuantity';

const pressures = ['MemoryPressure', 'DiskPressure', 'PIDPressure'];

const providersByScheme = new Map([['gce', 'gcp']]);

/** Nodes. */
export const node: EngineKind = {
  group: '',
  kind: 'Node',
  plural: 'nodes',
  versions: ['v1'],
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    const labels = fieldsOf(object.metadata.labels);
    const capacity = fieldsOf(status.capacity);
    const conditions = conditionsOf(status);
    const schedulable = spec.unschedulable !== true;
    return [
      {
        type: 'node',
        ...recordOf(
          'kubernetes',
          object,
          context,
          healthOf(conditions, schedulable),
        ),
        ready: conditionOf(conditions, 'Ready')?.status === 'True',
        pressure: pressures.filter(
          type => conditionOf(conditions, type)?.status === 'True',
        ),
        schedulable,
        version: textOf(fieldsOf(status.nodeInfo).kubeletVersion),
        instanceType:
          textOf(labels['node.kubernetes.io/instance-type']) ??
          textOf(labels['beta.kubernetes.io/instance-type']),
        zone:
          textOf(labels['topology.kubernetes.io/zone']) ??
          textOf(labels['failure-domain.beta.kubernetes.io/zone']),
        region:
          textOf(labels['topology.kubernetes.io/region']) ??
          textOf(labels['failure-domain.beta.kubernetes.io/region']),
        provider: providerOf(textOf(spec.providerID)),
        capacity: {
          cpuCores: parseQuantity(capacity.cpu),
          memoryBytes: parseQuantity(capacity.memory),
          pods: parseQuantity(capacity.pods),
        },
      },
    ];
  },
};

function healthOf(
  conditions: readonly Condition[],
  schedulable: boolean,
): Health {
  const ready = conditionOf(conditions, 'Ready');
  if (!ready) {
    return { state: 'unknown', summary: 'does not say whether it is ready' };
  }
  if (ready.status !== 'True') {
    const words =
      ready.status === 'Unknown' ? 'its kubelet is silent' : 'is not ready';
    return {
      state: 'failing',
      summary: explain(words, ready.message),
      ...toldBy(ready),
    };
  }
  for (const type of [...pressures, 'NetworkUnavailable']) {
    const condition = conditionOf(conditions, type);
    if (condition?.status === 'True') {
      return {
        state: 'degraded',
        summary: `reports ${type}`,
        ...toldBy(condition),
      };
    }
  }
  return schedulable
    ? { state: 'healthy', summary: 'ready', since: ready.since }
    : { state: 'suspended', summary: 'cordoned: takes no new pods' };
}

function providerOf(providerId: string | undefined): string | undefined {
  const end = providerId?.indexOf('://') ?? -1;
  if (!providerId || end <= 0) {
    return undefined;
  }
  const scheme = providerId.slice(0, end);
  return providersByScheme.get(scheme) ?? scheme;
}
