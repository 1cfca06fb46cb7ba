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

const pattern = /^until (\d{4}-\d{2}-\d{2})(?:, for ([^,]*))?, (.*)$/s;

/** The annotation of a namespace. @public */
export function exclusionNoteKey(namespace: string): string {
  return `exclusion.fleetcommander.io/${namespace}`;
}

/** What stands in it. @public */
export function writeExclusionNote(note: ExclusionNote): string {
  const { until, owner, reason } = note;
  return [`until ${until}`, owner && `for ${owner}`, reason]
    .filter(Boolean)
    .join(', ');
}

/** Undefined: it was not written so. @public */
export function readExclusionNote(text: string): ExclusionNote | undefined {
  const [, until, owner, reason] = pattern.exec(text) ?? [];
  return until ? { until, owner, reason } : undefined;
}
