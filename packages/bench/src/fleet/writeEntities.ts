import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A catalog file with components of these names. */
export async function writeEntities(
  directory: string,
  names: readonly string[],
): Promise<string> {
  const file = join(directory, 'entities.yaml');
  const documents = names.map(name =>
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        annotations: { 'backstage.io/kubernetes-id': name },
      },
      spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
    }),
  );
  await writeFile(file, documents.join('\n---\n'));
  return file;
}
