import { KubernetesObject } from '../../../types';
import { ImageChange } from './KustomizationFile';
import { Resource } from './Resource';

/** Other names, tags and digests for the images of containers, wherever an object has any. */
export function changeImages(
  resources: readonly Resource[],
  changes: readonly ImageChange[],
): void {
  for (const { object } of resources) {
    if (object.kind !== 'CustomResourceDefinition') {
      changes.forEach(change => changeIn(object, change));
    }
  }
}

function changeIn(value: unknown, change: ImageChange): void {
  if (Array.isArray(value)) {
    value.forEach(item => changeIn(item, change));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (/^(init)?containers$/i.test(key) && Array.isArray(inner)) {
        inner.forEach(container => changeContainer(container, change));
      } else {
        changeIn(inner, change);
      }
    }
  }
}

function changeContainer(
  container: Partial<KubernetesObject> | null,
  change: ImageChange,
): void {
  if (typeof container?.image === 'string') {
    container.image = changed(container.image, change);
  }
}

/** A tag takes the digest that was there away, and a digest the tag. */
function changed(image: string, change: ImageChange): string {
  const [, name, tag, digest] =
    /^(.+?)(?::([\w][\w.-]*))?(?:@(.+))?$/.exec(image) ?? [];
  if (name !== change.name) {
    return image;
  }
  const { newTag } = change;
  const replaced = newTag || change.digest;
  const suffix = !replaced && change.tagSuffix ? change.tagSuffix : '';
  const nextTag = replaced ? newTag : `${tag ?? ''}${suffix}`;
  const nextDigest = replaced ? change.digest : !suffix && digest;
  return [
    change.newName ?? name,
    nextTag && `:${nextTag}`,
    nextDigest && `@${nextDigest}`,
  ]
    .filter(Boolean)
    .join('');
}
