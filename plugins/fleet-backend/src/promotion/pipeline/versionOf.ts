import type { Overlay } from '@fleetcommander/backstage-plugin-fleet-node';

type Settled = Pick<Overlay, 'artifacts'> | undefined;
type Versioned = { version?: string; digest?: string };

/**
 * The one version to show of what overlays settle: that of their images where all agree, else of the image that is called as the
 * application is, else of their chart. Undefined where there are several.
 */
export function versionOf(
  application: string,
  overlays: readonly Settled[],
): string | undefined {
  const settling = settlingIn(overlays);
  const own = settling.filter(
    ({ name }) => name.split('/').at(-1) === application,
  );
  return only(versionsIn(settling)) ?? only(versionsIn(own));
}

/** Every version that overlays settle: of their images, else of their charts. */
export function versionsOf(overlays: readonly Settled[]): string[] {
  return versionsIn(settlingIn(overlays)).flatMap(version => version ?? []);
}

function settlingIn(overlays: readonly Settled[]) {
  const artifacts = overlays.flatMap(overlay => overlay?.artifacts ?? []);
  const images = artifacts.filter(({ kind }) => kind === 'image');
  return images.length > 0
    ? images
    : artifacts.filter(({ kind }) => kind === 'chart');
}

/** One that is undefined is another than all that are known. */
function versionsIn(artifacts: readonly Versioned[]): (string | undefined)[] {
  return [
    ...new Set(
      artifacts.map(({ version, digest }) => version ?? digest?.slice(0, 19)),
    ),
  ];
}

function only<T>(versions: readonly T[]): T | undefined {
  return versions.length === 1 ? versions[0] : undefined;
}
