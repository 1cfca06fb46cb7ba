import { KubernetesObject } from '../../types';
import { platformGroup } from './ClusterClaim';

/** What a request for a database may say. */
export const databaseSchema = {
  type: 'object',
  description: 'A PostgreSQL database.',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: ['version', 'size', 'environment'],
      'x-kubernetes-validations': [
        {
          rule: "self.environment != 'production' || self.highAvailable",
          message: 'a database of production has to be highly available',
        },
      ],
      properties: {
        version: {
          type: 'string',
          description: 'The major version of PostgreSQL.',
          enum: ['16', '17'],
        },
        size: {
          type: 'string',
          description: 'How much processor and memory it has.',
          enum: ['small', 'medium', 'large'],
          default: 'small',
        },
        storageGib: {
          type: 'integer',
          description: 'Gibibytes of storage. It can only grow.',
          minimum: 10,
          maximum: 4096,
          default: 20,
          'x-kubernetes-validations': [
            { rule: 'self >= oldSelf', message: 'storage can only grow' },
          ],
        },
        highAvailable: {
          type: 'boolean',
          description: 'Whether a second zone has a copy that takes over.',
          default: false,
        },
        environment: {
          type: 'string',
          enum: ['development', 'staging', 'production'],
        },
      },
    },
  },
};

/** Offers databases as namespaced composites, as XRDs of Crossplane 2 do. */
export const databaseDefinition: KubernetesObject = {
  apiVersion: 'apiextensions.crossplane.io/v2',
  kind: 'CompositeResourceDefinition',
  metadata: {
    name: `postgresdatabases.${platformGroup}`,
    labels: { 'platform.example.org/offer': 'database' },
  },
  spec: {
    scope: 'Namespaced',
    group: platformGroup,
    names: { kind: 'PostgresDatabase', plural: 'postgresdatabases' },
    versions: [
      {
        name: 'v1alpha1',
        served: true,
        referenceable: true,
        schema: { openAPIV3Schema: databaseSchema },
      },
    ],
  },
};
