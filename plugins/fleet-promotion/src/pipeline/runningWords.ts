import type { StageCluster } from '@fleetcommander/backstage-plugin-fleet-common';

const few = 3;

/** What runs, in a few words: the version alone where there is one, else what has which. */
export function runningWords(running: StageCluster['running']): string {
  const versions = new Set(running.map(versionWord));
  if (versions.size === 1) {
    return [...versions][0];
  }
  const words = running
    .slice(0, few)
    .map(artifact => `${artifact.name} ${versionWord(artifact)}`);
  return [
    ...words,
    ...(running.length > few ? [`and ${running.length - few} more`] : []),
  ].join(', ');
}

function versionWord(artifact: StageCluster['running'][number]): string {
  return artifact.version ?? artifact.digest?.slice(0, 19) ?? 'unknown';
}
