import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

/** A step as tests write it; its output is that of the task. */
export interface TestStep {
  action: string;
  input: JsonObject;
}

/** A template of nothing but steps; the outputs of the last are those of the task. */
export function templateOf(steps: TestStep[], folder: string): Entity {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'test',
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': `file:${join(
          folder,
          'template.yaml',
        )}`,
      },
    },
    spec: {
      type: 'test',
      parameters: [],
      steps: steps.map((step, index) => ({
        id: index === steps.length - 1 ? 'last' : `step-${index}`,
        name: step.action,
        ...step,
      })),
      output: { last: '${{ steps.last.output }}' },
    },
  };
}
