import { createHash } from 'node:crypto';
import type { Overlay } from '@fleetcommander/backstage-plugin-fleet-node';

/** A hash of what an overlay settles, wherever it stands: two that settle the same have the same. */
export function contentOf(
  overlay: Pick<Overlay, 'artifacts'> | undefined,
): string {
  const lines = (overlay?.artifacts ?? []).map(
    ({ kind, name, version, digest }) =>
      JSON.stringify([kind, name, version, digest]),
  );
  return createHash('sha256')
    .update(lines.sort().join('\n'))
    .digest('base64url')
    .slice(0, 22);
}

/** The same of all overlays of a stage. */
export function contentOfAll(
  overlays: readonly { region?: string; content: string }[],
): string {
  return overlays
    .map(({ region = '', content }) => `${region}=${content}`)
    .sort()
    .join(' ');
}
