import { SimulatedCluster } from '../../apiserver/SimulatedCluster';
import { KubernetesObject, ObjectRef } from '../../types';
import { populatedClusters } from '../__fixtures__/populatedClusters';
import { applyManifests } from '../controllers/applyManifests';
import { Controllers } from '../controllers/Controllers';
import { createFleet, Fleet } from '../Fleet';
import { createWorld } from '../createWorld';
import { Scheduler } from '../Scheduler';
import { Canary } from './Canary';

const namespace = 'travel';
const image = 'registry.example.org/team-travel/bookings';
const canaryRef = { group: 'flagger.app', plural: 'canaries', namespace };

let fleet: Fleet;
let controllers: Controllers;
let scheduler: Scheduler;
let cluster: SimulatedCluster;

const canary = {
  apiVersion: 'flagger.app/v1beta1',
  kind: 'Canary',
  metadata: { name: 'bookings', namespace },
  spec: {
    targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'bookings' },
    service: { port: 80 },
    analysis: {
      interval: '5s',
      threshold: 2,
      maxWeight: 60,
      stepWeight: 20,
      metrics: [
        {
          name: 'request-success-rate',
          interval: '1m',
          thresholdRange: { min: 99 },
        },
      ],
    },
  },
};

function deployment(version: string): KubernetesObject {
  const labels = { 'app.kubernetes.io/name': 'bookings' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'bookings', namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{ name: 'bookings', image: `${image}:${version}` }],
        },
      },
    },
  };
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-20T12:00:00Z') });
  fleet = createFleet({ spokes: 9, seed: 1 });
  const world = createWorld({ spokes: 9, seed: 1 });
  const clusters = populatedClusters(world);
  cluster = clusters.get('prod-us-east-1')!;
  cluster.put(
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    },
    { manager: 'test' },
  );
  scheduler = Scheduler.create(1);
  controllers = Controllers.start(fleet, clusters, scheduler);
  apply(deployment('1.4.2'), canary);
  pass(60);
});

afterEach(() => {
  scheduler.stop();
  jest.useRealTimers();
});

function pass(seconds: number): void {
  jest.advanceTimersByTime(seconds * 1000);
}

function apply(...manifests: KubernetesObject[]): void {
  const { touched } = controllers;
  applyManifests(cluster, manifests, 'kustomize-controller', touched);
}

function status(): NonNullable<Canary['status']> {
  return (cluster.get({ ...canaryRef, name: 'bookings' }) as Canary).status!;
}

function workload(name: string) {
  const ref: ObjectRef = {
    group: 'apps',
    plural: 'deployments',
    namespace,
    name,
  };
  const { spec } = cluster.get(ref) as unknown as {
    spec: {
      replicas: number;
      template: { spec: { containers: { image: string }[] } };
    };
  };
  return {
    replicas: spec.replicas,
    version: spec.template.spec.containers[0].image.split(':')[1],
  };
}

function events(): string[] {
  return cluster
    .list('', 'events')
    .filter(event => event.metadata.namespace === namespace)
    .map(({ message }) => message as string);
}

function weights(seconds: number): number[] {
  const seen: number[] = [];
  for (let second = 0; second < seconds; second++) {
    pass(1);
    const { canaryWeight = 0 } = status();
    if (seen.at(-1) !== canaryWeight) {
      seen.push(canaryWeight);
    }
  }
  return seen;
}

it('gives a new target a primary that has its traffic', () => {
  expect(status()).toMatchObject({ phase: 'Initialized' });
  expect(workload('bookings')).toEqual({ replicas: 0, version: '1.4.2' });
  expect(workload('bookings-primary')).toEqual({
    replicas: 1,
    version: '1.4.2',
  });
  const pods = cluster
    .list('', 'pods')
    .filter(({ metadata }) => metadata.namespace === namespace);
  expect(pods).toEqual([
    expect.objectContaining({
      metadata: expect.objectContaining({
        name: expect.stringMatching(/^bookings-primary-/),
      }),
    }),
  ]);
});

it('takes a new version through its weights, and promotes it', () => {
  apply(deployment('1.5.0'));
  expect(weights(120)).toEqual([0, 20, 40, 60, 0]);
  expect(status()).toMatchObject({
    phase: 'Succeeded',
    conditions: [{ type: 'Promoted', status: 'True', reason: 'Succeeded' }],
  });
  expect(status().lastPromotedSpec).toBe(status().lastAppliedSpec);
  expect(workload('bookings')).toEqual({ replicas: 0, version: '1.5.0' });
  expect(workload('bookings-primary').version).toBe('1.5.0');
  expect(events()).toEqual(
    expect.arrayContaining([
      'New revision detected! Scaling up bookings.travel',
      'Starting canary analysis for bookings.travel',
      'Advance bookings.travel canary weight 40',
      'Copying bookings.travel template spec to bookings-primary.travel',
      'Routing all traffic to primary',
      'Promotion completed! Scaling down bookings.travel',
    ]),
  );
});

it('looks at a version as often as it is told where no traffic is shifted', () => {
  const { stepWeight: _, maxWeight: __, ...analysis } = canary.spec.analysis;
  apply({
    ...canary,
    spec: { ...canary.spec, analysis: { ...analysis, iterations: 3 } },
  } as KubernetesObject);
  apply(deployment('1.5.0'));
  expect(weights(120)).toEqual([0]);
  expect(status()).toMatchObject({ phase: 'Succeeded' });
  expect(events()).toEqual(
    expect.arrayContaining(['Advance bookings.travel canary iteration 3/3']),
  );
});

it('gives up a version that does badly, takes its return for no new one, and tries the next', () => {
  fleet.metrics.worsen('bookings');
  apply(deployment('1.5.0'));
  expect(weights(90)).toEqual([0, 20, 0]);
  expect(status()).toMatchObject({
    phase: 'Failed',
    failedChecks: 0,
    conditions: [{ type: 'Promoted', status: 'False', reason: 'Failed' }],
  });
  expect(workload('bookings')).toEqual({ replicas: 0, version: '1.5.0' });
  expect(workload('bookings-primary').version).toBe('1.4.2');
  expect(events()).toEqual(
    expect.arrayContaining([
      'Halt bookings.travel advancement success rate 71.43% < 99%',
      'Rolling back bookings.travel failed checks threshold reached 2',
      'Canary failed! Scaling down bookings.travel',
    ]),
  );

  apply(deployment('1.4.2'));
  pass(60);
  expect(status()).toMatchObject({ phase: 'Failed' });
  expect(status().lastAppliedSpec).toBe(status().lastPromotedSpec);

  apply(deployment('1.5.1'));
  pass(120);
  expect(status()).toMatchObject({ phase: 'Succeeded' });
  expect(workload('bookings-primary').version).toBe('1.5.1');

  apply(deployment('1.6.0-faulty'));
  pass(90);
  expect(status()).toMatchObject({ phase: 'Failed' });
});

it('gives up a version whose image is not there', () => {
  apply(deployment('1.5.0'));
  pass(7);
  const missing = jest.spyOn(fleet.registry, 'has').mockReturnValue(false);
  pass(60);
  missing.mockRestore();
  expect(status()).toMatchObject({ phase: 'Failed' });
});
