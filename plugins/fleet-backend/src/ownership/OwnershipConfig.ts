/** A label or annotation whose value names an entity. */
export interface ProofKey {
  key: string;
  /** Of the entity, where the value does not say. */
  kind: string;
  /** Of the entity, where the value does not say. */
  namespace: string;
}

/** What matches the pattern belongs to the entity; only `*` is special in a pattern. */
export interface OwnerMapping {
  pattern: string;
  entityRef: string;
}

/** `fleet.ownership` of the config. */
export interface OwnershipConfig {
  labels: readonly ProofKey[];
  annotations: readonly ProofKey[];
  /** By namespace. */
  namespaces: readonly OwnerMapping[];
  /** By AppProject of Argo CD. */
  projects: readonly OwnerMapping[];
}
