import type { TracedMap } from './Traced';

/** A patch that has a target may call itself as it likes. */
export function withoutIdentity(patch: TracedMap): TracedMap {
  const entries = new Map(patch.entries);
  entries.delete('apiVersion');
  entries.delete('kind');
  const metadata = entries.get('metadata');
  if (metadata?.is === 'map') {
    const fields = new Map(metadata.entries);
    fields.delete('name');
    fields.delete('namespace');
    entries.set('metadata', { ...metadata, entries: fields });
  }
  return { ...patch, entries };
}
