/** A row of `promotion_overlays`, without its nulls. */
export interface PromotionOverlayRow {
  id: string;
  application_id: string;
  environment: string;
  region?: string;
  repository: string;
  branch: string;
  path: string;
  source_key: string;
  /** JSON: `Overlay`. */
  overlay?: string;
  content: string;
  content_since?: string;
  /** JSON: `OverlayInputs`. */
  inputs: string;
  /** JSON. */
  proofs: string;
  problem?: string;
  revision?: string;
  changed_at?: string;
  changed_by?: string;
}

export const promotionOverlayColumns = [
  'id',
  'application_id',
  'environment',
  'region',
  'repository',
  'branch',
  'path',
  'source_key',
  'overlay',
  'content',
  'content_since',
  'inputs',
  'proofs',
  'problem',
  'revision',
  'changed_at',
  'changed_by',
] as const satisfies readonly (keyof PromotionOverlayRow)[];
