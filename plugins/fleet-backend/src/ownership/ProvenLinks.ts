/** The entities and owners that something is proven to belong to. */
export interface ProvenLinks {
  entityRefs: string[];
  /** Groups and users. */
  ownerRefs: string[];
  /** `proof` on the object itself, `workloads` that it owns, or a `mapping` of the config. */
  basis: 'proof' | 'workloads' | 'mapping';
  /** What proves it: a key, or a config key. */
  proof: string;
}

/** Either links, or why what the object says proves none; neither when it says nothing. */
export interface Verdict {
  links?: ProvenLinks;
  reason?: string;
}
