import { KustomizationFile } from './KustomizationFile';
import { rename, Resource } from './Resource';

/** Kinds whose names are agreed with others. */
const fixed = ['CustomResourceDefinition', 'APIService', 'Namespace'];

export function changeNames(
  resources: readonly Resource[],
  {
    namePrefix = '',
    nameSuffix = '',
  }: Pick<KustomizationFile, 'namePrefix' | 'nameSuffix'>,
): void {
  if (!namePrefix && !nameSuffix) {
    return;
  }
  for (const resource of resources) {
    const { kind, metadata } = resource.object;
    if (!fixed.includes(kind)) {
      rename(resource, { name: `${namePrefix}${metadata.name}${nameSuffix}` });
    }
  }
}
