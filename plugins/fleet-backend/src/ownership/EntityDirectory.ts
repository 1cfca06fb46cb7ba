/** What the catalog says of an entity, as far as links need it. */
export interface EntitySummary {
  entityRef: string;
  /** `metadata.annotations['backstage.io/kubernetes-id']`. */
  kubernetesId?: string;
  /** Entity refs of its owners. */
  ownerRefs: string[];
  /** Entity ref of its system. */
  systemRef?: string;
  /** The pipeline that it asks for, by name. */
  pipeline?: string;
}

/** A snapshot of the catalog. */
export interface EntityDirectory {
  /** By entity ref in lower case. */
  byRef: ReadonlyMap<string, EntitySummary>;
  /** By kubernetes-id; several entities may claim one, which makes it ambiguous. */
  byKubernetesId: ReadonlyMap<string, EntitySummary[]>;
}
