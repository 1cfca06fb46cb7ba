import { fieldsOf, textOf, type Fields } from '../fields';

/** The image that a report is about, as `registry/repository:tag`. */
export function imageOf({ artifact, registry }: Fields): string {
  const { repository, tag, digest } = fieldsOf(artifact);
  const name = [textOf(fieldsOf(registry).server), textOf(repository)]
    .filter(Boolean)
    .join('/');
  const version = textOf(tag);
  const pinned = textOf(digest);
  if (!name) {
    return 'its image';
  }
  return version
    ? `${name}:${version}`
    : [name, pinned].filter(Boolean).join('@');
}
