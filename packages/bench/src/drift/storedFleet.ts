import { ANNOTATION_DELIVERY_KEY } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ApplicationRecord,
  ClusterDefinition,
  FleetRecord,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import {
  builtInEngines,
  findEngineKind,
  gitManagers,
  readLiveFields,
  type CollectionChange,
} from '../backend';

/** As Git's manager left its Deployment, or as somebody edited that. */
export type AppliedState = 'applied' | 'edited';

const engineManagers = gitManagers();
const applied = '2026-01-05T07:00:00Z';

/** Every other cluster is in production. */
export function clusterOf(name: string, index: number): ClusterDefinition {
  return {
    name,
    url: `https://${name}.example.org`,
    labels: { environment: index % 2 === 0 ? 'staging' : 'production' },
    source: 'bench',
    signIn: { provider: 'serviceAccount' },
  };
}

/** The delivery key of an application, the same on all clusters. */
export function keyOf(index: number): string {
  return `app-${index}`;
}

/** The record of an application. */
export function kustomizationOf(index: number): ApplicationRecord {
  return recordOf(kustomization(index)) as ApplicationRecord;
}

/** As a poll writes applications with a Deployment each. */
export function changeOf(
  indices: readonly number[],
  state: AppliedState,
): CollectionChange[] {
  return [
    collection(indices.map(kustomization)),
    collection(indices.map(index => deployment(index, state))),
  ];
}

function kustomization(index: number): KubernetesObject {
  const name = keyOf(index);
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: {
      namespace: 'flux-system',
      name,
      generation: 1,
      annotations: { [ANNOTATION_DELIVERY_KEY]: name },
    },
    spec: {
      interval: '10m',
      path: `./apps/${name}`,
      sourceRef: { kind: 'GitRepository', name: 'fleet' },
    },
    status: {
      observedGeneration: 1,
      lastAppliedRevision: 'main@sha1:0123456789abcdef',
      inventory: {
        entries: [{ id: `apps_${name}_apps_Deployment`, v: 'v1' }],
      },
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'ReconciliationSucceeded',
          lastTransitionTime: applied,
        },
      ],
    },
  };
}

function deployment(index: number, state: AppliedState): KubernetesObject {
  const name = keyOf(index);
  const edited = state === 'edited';
  const container = {
    'f:name': {},
    'f:image': {},
    'f:resources': { 'f:limits': { 'f:cpu': {}, 'f:memory': {} } },
    'f:env': {
      'k:{"name":"MODE"}': { 'f:name': {}, 'f:value': {} },
      'k:{"name":"LEVEL"}': { 'f:name': {}, 'f:value': {} },
    },
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      namespace: 'apps',
      name,
      labels: {
        app: name,
        'kustomize.toolkit.fluxcd.io/name': name,
        'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
      },
      managedFields: [
        {
          manager: 'kustomize-controller',
          operation: 'Apply',
          time: applied,
          fieldsV1: {
            'f:metadata': { 'f:labels': { 'f:app': {} } },
            'f:spec': {
              ...(edited ? {} : { 'f:replicas': {} }),
              'f:template': {
                'f:spec': {
                  'f:containers': { 'k:{"name":"app"}': container },
                },
              },
            },
          },
        },
        ...(edited
          ? [
              {
                manager: 'kubectl-edit',
                operation: 'Update',
                time: '2026-01-05T08:00:00Z',
                fieldsV1: { 'f:spec': { 'f:replicas': {} } },
              },
            ]
          : []),
      ],
    },
    spec: {
      replicas: edited ? 5 : 3,
      template: {
        spec: {
          containers: [
            {
              name: 'app',
              image: `registry.example.org/${name}:1.0.0`,
              env: [
                { name: 'MODE', value: 'fast' },
                { name: 'LEVEL', value: 'info' },
              ],
              resources: { limits: { cpu: '1', memory: '1Gi' } },
            },
          ],
        },
      },
    },
    status: { observedGeneration: 1, replicas: 3, readyReplicas: 3 },
  };
}

function collection(objects: readonly KubernetesObject[]): CollectionChange {
  const { apiVersion, kind } = objects[0];
  const { engine, kind: read } = findEngineKind(
    builtInEngines,
    apiVersion,
    kind,
  )!;
  const { group, plural, versions } = read;
  return {
    state: {
      engine: engine.name,
      group,
      version: versions[0],
      kind,
      plural,
      projection: '1',
      outcome: 'ok',
      since: new Date(applied),
      provenAt: new Date(applied),
      held: true,
      populated: true,
      everySeconds: 30,
    },
    objects: objects.map(object => ({
      key: `${object.metadata.namespace}/${object.metadata.name}`,
      records: [recordOf(object)],
      live: read.overrides ? readLiveFields(object, engineManagers) : undefined,
    })),
  };
}

function recordOf(object: KubernetesObject): FleetRecord {
  const found = findEngineKind(builtInEngines, object.apiVersion, object.kind);
  const proofKeys = [ANNOTATION_DELIVERY_KEY];
  return found!.kind.project(object, { proofKeys })[0];
}
