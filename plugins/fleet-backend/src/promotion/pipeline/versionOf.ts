import type { Overlay } from '@fleetcommander/backstage-plugin-fleet-node';

/**
 * The one version to show of what overlays settle: that of their images where all agree, else of the image that is called as the
 * application is, else of their chart. Undefined where there are several.
 */
export function versionOf(
  application: string,
  overlays: readonly (Pick<Overlay, 'artifacts'> | undefined)[],
): string | undefined {
  const artifacts = overlays.flatMap(overlay => overlay?.artifacts ?? []);
  const images = artifacts.filter(({ kind }) => kind === 'image');
  const own = images.filter(
    ({ name }) => name.split('/').at(-1) === application,
  );
  const charts = artifacts.filter(({ kind }) => kind === 'chart');
  return (
    only(images) ?? only(own) ?? (images.length > 0 ? undefined : only(charts))
  );
}

function only(
  artifacts: readonly { version?: string; digest?: string }[],
): string | undefined {
  const versions = new Set(
    artifacts.map(({ version, digest }) => version ?? digest?.slice(0, 19)),
  );
  return versions.size === 1 ? [...versions][0] : undefined;
}
