import { KubernetesObject } from '../../types';
import { regions } from '../plans';
import { platformGroup } from './ClusterClaim';

/** What the platform can provide beside the cluster itself. */
export const addons = [
  'block-storage',
  'cluster-autoscaler',
  'gpu-operator',
  'observability',
];

/** What a claim of a cluster may say. */
export const clusterSchema = {
  type: 'object',
  description: 'A Kubernetes cluster that is part of the fleet.',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: [
        'cloudProvider',
        'region',
        'environment',
        'owner',
        'kubernetes',
        'nodeGroups',
      ],
      'x-kubernetes-validations': [
        {
          rule: "self.environment != 'production' || self.nodeGroups.exists(group, group.minSize >= 3)",
          message: 'a production cluster has a node group of at least 3 nodes',
        },
        {
          rule: 'self.cloudProvider == oldSelf.cloudProvider && self.region == oldSelf.region',
          message: 'a cluster cannot move: order another one and retire this',
        },
      ],
      properties: {
        cloudProvider: {
          type: 'string',
          description: 'The cloud that it runs in.',
          enum: ['aws', 'gcp', 'azure'],
        },
        region: {
          type: 'string',
          description: 'Where it runs.',
          enum: [...regions],
        },
        environment: {
          type: 'string',
          description: 'What it is for.',
          enum: ['development', 'staging', 'production'],
        },
        owner: {
          type: 'string',
          description: 'The group that answers for it.',
          pattern: '^([a-z]+:([a-z0-9-]+/)?)?[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
          maxLength: 100,
        },
        kubernetes: {
          type: 'object',
          required: ['version'],
          properties: {
            version: {
              type: 'string',
              description: 'The minor version of Kubernetes.',
              enum: ['1.33', '1.34', '1.35', '1.36'],
            },
          },
        },
        nodeGroups: {
          type: 'array',
          description: 'Its nodes, by kind.',
          minItems: 1,
          maxItems: 8,
          'x-kubernetes-validations': [
            {
              rule: 'self.all(group, self.exists_one(other, other.name == group.name))',
              message: 'the names of node groups have to be unique',
            },
          ],
          items: nodeGroupSchema(),
        },
        addons: {
          type: 'array',
          description:
            'What it gets beside the platform that every cluster has.',
          default: [],
          maxItems: 10,
          items: { type: 'string', enum: addons },
        },
      },
    },
  },
};

function nodeGroupSchema() {
  return {
    type: 'object',
    required: ['name', 'instanceType', 'minSize', 'maxSize'],
    'x-kubernetes-validations': [
      {
        rule: 'self.minSize <= self.maxSize',
        message: 'minSize must not be above maxSize',
      },
    ],
    properties: {
      name: {
        type: 'string',
        pattern: '^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$',
      },
      instanceType: {
        type: 'string',
        description: "As the cloud calls it, such as 'm6i.xlarge'.",
        pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$',
      },
      minSize: { type: 'integer', minimum: 1, maximum: 50, default: 1 },
      maxSize: { type: 'integer', minimum: 1, maximum: 50, default: 3 },
      taints: {
        type: 'array',
        maxItems: 8,
        items: {
          type: 'object',
          required: ['key', 'effect'],
          properties: {
            key: { type: 'string', maxLength: 253 },
            value: { type: 'string', maxLength: 63 },
            effect: {
              type: 'string',
              enum: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'],
            },
          },
        },
      },
    },
  };
}

/** Offers clusters as claims, which only XRDs of the legacy scope do, and that only their first version has. */
export const clusterDefinition: KubernetesObject = {
  apiVersion: 'apiextensions.crossplane.io/v1',
  kind: 'CompositeResourceDefinition',
  metadata: {
    name: `xkubernetesclusters.${platformGroup}`,
    labels: { 'platform.example.org/offer': 'cluster' },
  },
  spec: {
    scope: 'LegacyCluster',
    group: platformGroup,
    names: { kind: 'XKubernetesCluster', plural: 'xkubernetesclusters' },
    claimNames: { kind: 'KubernetesCluster', plural: 'kubernetesclusters' },
    defaultCompositionUpdatePolicy: 'Automatic',
    versions: [
      {
        name: 'v1alpha1',
        served: true,
        referenceable: true,
        schema: { openAPIV3Schema: clusterSchema },
      },
    ],
  },
};
