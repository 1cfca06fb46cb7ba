import type { OwnershipConfig } from '../../ownership/OwnershipConfig';

/** What the config says of resolving. */
export interface ResolutionSettings {
  ownership: OwnershipConfig;
  /** In promotion order. */
  environments: readonly {
    name: string;
    /** Every word for it in names and paths: production, prod, … */
    words: readonly string[];
  }[];
}
