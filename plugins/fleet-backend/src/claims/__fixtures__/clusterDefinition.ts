import type { StructuralSchema } from '../schema/StructuralSchema';

const text: StructuralSchema = { type: 'string' };

/** The schema of a claim of clusters, as a platform team writes one. */
export const clusterDefinition: StructuralSchema = {
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: ['region', 'environment', 'kubernetes', 'nodeGroups'],
      properties: {
        cloudProvider: {
          ...text,
          enum: ['aws', 'gcp', 'azure'],
          default: 'aws',
        },
        region: {
          ...text,
          pattern: '^(?i)[a-z]+-[a-z]+-[0-9]$',
          'x-kubernetes-validations': [
            { rule: 'self == oldSelf', message: 'cannot be changed' },
          ],
        },
        environment: {
          ...text,
          enum: ['development', 'staging', 'production'],
        },
        endpoint: { ...text, format: 'uri' },
        port: {
          'x-kubernetes-int-or-string': true,
          anyOf: [{ type: 'integer' }, { type: 'string' }],
        },
        note: { ...text, nullable: true },
        extra: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        tags: { type: 'object', additionalProperties: text },
        kubernetes: {
          type: 'object',
          required: ['version'],
          properties: {
            version: { ...text, enum: ['1.34', '1.35'] },
            channel: { ...text, default: 'stable' },
          },
        },
        addons: {
          type: 'array',
          items: text,
          maxItems: 3,
          'x-kubernetes-list-type': 'set',
        },
        nodeGroups: {
          type: 'array',
          minItems: 1,
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name'],
          items: {
            type: 'object',
            required: ['name'],
            properties: {
              name: { ...text, maxLength: 20 },
              instanceType: { ...text, default: 'm6i.large' },
              minSize: { type: 'integer', minimum: 0, default: 1 },
              maxSize: { type: 'integer', maximum: 100, default: 3 },
              'max-pods': {
                type: 'number',
                minimum: 8,
                exclusiveMinimum: true,
              },
            },
            'x-kubernetes-validations': [
              {
                rule: 'self.minSize <= self.maxSize',
                messageExpression:
                  "'has at least ' + string(self.minSize) + ' nodes and at most ' + string(self.maxSize)",
              },
              {
                rule: '!has(self.max__dash__pods) || self.max__dash__pods < 250.0',
                message: 'too many pods',
                fieldPath: '.max-pods',
              },
            ],
          },
        },
      },
      'x-kubernetes-validations': [
        {
          rule: "self.environment != 'production' || self.nodeGroups.map(group, group.minSize).sum() >= 3",
          message: 'production has at least 3 nodes',
        },
      ],
    },
  },
};

/** A claim that is as {@link clusterDefinition} asks. */
export const clusterManifest = {
  apiVersion: 'example.org/v1alpha1',
  kind: 'Cluster',
  metadata: { name: 'stg-1', namespace: 'fleet-system' },
  spec: {
    region: 'eu-west-1',
    environment: 'staging',
    kubernetes: { version: '1.35' },
    nodeGroups: [{ name: 'general' }],
  },
};
