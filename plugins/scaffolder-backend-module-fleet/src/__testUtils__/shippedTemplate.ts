import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';

const folder = resolve(__dirname, '../../../../templates');

/** A template that ships with the suite, as the catalog has it. */
export function shippedTemplate(name: string): Entity {
  const file = resolve(folder, name, 'template.yaml');
  const entity: Entity = parse(readFileSync(file, 'utf8'));
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      namespace: 'default',
      annotations: {
        ...entity.metadata.annotations,
        'backstage.io/managed-by-location': `file:${file}`,
      },
    },
  };
}
