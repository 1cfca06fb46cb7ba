import { parseEntityRef } from '@backstage/catalog-model';

/** Whether an entity owns by itself, as groups and users do, and not by way of who owns it. */
export function isOwnerRef(entityRef: string): boolean {
  const { kind } = parseEntityRef(entityRef);
  return kind === 'group' || kind === 'user';
}
