import { parseLabelSelector } from '../../../apiserver/selectors/labelSelector';
import { Target } from './KustomizationFile';
import { identitiesOf, Identity, Resource } from './Resource';

/** The objects that a target of a patch means: each of its patterns has to fit whole. */
export function selectTargets(
  resources: readonly Resource[],
  target: Target,
): Resource[] {
  const hasLabels = parseLabelSelector(target.labelSelector ?? '');
  const hasAnnotations = parseLabelSelector(target.annotationSelector ?? '');
  return resources.filter(resource => {
    const { labels = {}, annotations = {} } = resource.object.metadata;
    return (
      identitiesOf(resource).some(identity => fits(identity, target)) &&
      hasLabels(labels) &&
      hasAnnotations(annotations)
    );
  });
}

function fits(identity: Identity, target: Target): boolean {
  return (['group', 'version', 'kind', 'name', 'namespace'] as const).every(
    field => {
      const pattern = target[field];
      if (!pattern) {
        return true;
      }
      // Written by hand into a file of the demo, and not by those whom it would have to be kept from.
      return new RegExp(`^(?:${pattern})$`).test(identity[field] ?? 'default');
    },
  );
}
