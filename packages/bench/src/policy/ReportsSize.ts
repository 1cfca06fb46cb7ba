/** How many policy reports a cluster holds, and what is in them. */
export interface ReportsSize {
  reports: number;
  /** In each report. */
  results: number;
  /** One result in so many fails; the others pass. */
  oneFailsIn: number;
}

/** How many results of a cluster fail. */
export function failingOf({
  reports,
  results,
  oneFailsIn,
}: ReportsSize): number {
  return Math.ceil((reports * results) / oneFailsIn);
}

/** How many reports make that share. */
export function mendedOf({ reports }: ReportsSize, share: number): number {
  return Math.round(reports * share);
}
