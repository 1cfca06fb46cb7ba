import type { PipelineSummary } from '@fleetcommander/backstage-plugin-fleet-common';

/** More are a number. */
const few = 2;

/** What Git says that a stage runs, in a word or two: its version, several of them, or why there is none. */
export function versionWords(
  stage: Pick<
    PipelineSummary['stages'][number],
    'version' | 'versions' | 'overlays'
  >,
): string {
  const { version, versions, overlays } = stage;
  if (version !== undefined) {
    return version;
  }
  if (versions.length > 0) {
    return versions.length > few
      ? `${versions.length} versions`
      : versions.join(', ');
  }
  return overlays === 0 ? 'nothing in Git' : 'no version';
}
