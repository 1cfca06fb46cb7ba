import type { ProvenLinks } from '../../ownership/ProvenLinks';

/** Links as columns of a row. */
export function linkColumns(links: ProvenLinks | undefined): {
  entity_refs?: string;
  owner_refs?: string;
  link_basis?: ProvenLinks['basis'];
} {
  return {
    entity_refs: links && JSON.stringify(links.entityRefs),
    owner_refs: links && JSON.stringify(links.ownerRefs),
    link_basis: links?.basis,
  };
}
