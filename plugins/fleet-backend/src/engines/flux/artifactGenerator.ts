import { itemsOf } from '../fields';
import { engineObject } from './engineObject';

/** ArtifactGenerators: they make sources of sources. */
export const artifactGenerator = engineObject({
  group: 'source.extensions.fluxcd.io',
  kind: 'ArtifactGenerator',
  plural: 'artifactgenerators',
  versions: ['v1beta1'],
  detailsOf: ({ spec }) => ({
    sources: itemsOf(spec.sources).length,
    artifacts: itemsOf(spec.artifacts).length,
  }),
});
