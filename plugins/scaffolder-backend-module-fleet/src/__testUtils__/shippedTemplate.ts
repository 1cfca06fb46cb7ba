import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
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

/** The files beside a template that ships with the suite, by path. */
export function filesBeside(name: string): Record<string, string> {
  const own = resolve(folder, name);
  return Object.fromEntries(
    readdirSync(own, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => resolve(entry.parentPath, entry.name))
      .map(file => [relative(own, file), readFileSync(file, 'utf8')]),
  );
}
