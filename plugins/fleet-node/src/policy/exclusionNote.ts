/**
 * What a constraint of Gatekeeper says of a namespace that it leaves alone, in an annotation: Gatekeeper has no exceptions of its own.
 *
 * @public
 */
export interface ExclusionNote {
  /** The last day, as 2027-01-31. */
  until: string;
  /** Who asked for it, as it was written. */
  owner?: string;
  reason: string;
}

/** The annotation of a namespace. @public */
export function exclusionNoteKey(namespace: string): string {
  return `exclusion.fleetcommander.io/${namespace}`;
}

/** What stands in it: JSON, so that no owner and no reason, which people write as they like, is read as another part. @public */
export function writeExclusionNote(note: ExclusionNote): string {
  const { until, owner, reason } = note;
  return JSON.stringify({ until, owner, reason });
}

/** Undefined: it was not written so. @public */
export function readExclusionNote(text: string): ExclusionNote | undefined {
  const { until, owner, reason } = parse(text);
  return typeof until === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(until) &&
    typeof reason === 'string'
    ? { until, owner: typeof owner === 'string' ? owner : undefined, reason }
    : undefined;
}

function parse(text: string): Record<string, unknown> {
  try {
    return { ...JSON.parse(text) };
  } catch {
    return {};
  }
}
