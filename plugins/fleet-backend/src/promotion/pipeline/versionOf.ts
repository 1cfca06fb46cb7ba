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
  const own = of(overlays, 'image').filter(
    ({ name }) => name.split('/').at(-1) === application,
  );
  return only(versionsOf(overlays)) ?? only(versionsIn(own));
}

/** Every version that overlays settle: of their images, else of their charts. */
export function versionsOf(overlays: readonly Settled[]): string[] {
  const images = of(overlays, 'image');
  return versionsIn(images.length > 0 ? images : of(overlays, 'chart'));
}

function of(overlays: readonly Settled[], wanted: 'image' | 'chart') {
  return overlays.flatMap(
    overlay => overlay?.artifacts.filter(({ kind }) => kind === wanted) ?? [],
  );
}

function versionsIn(artifacts: readonly Versioned[]): string[] {
  return [
    ...new Set(
      artifacts.flatMap(
        ({ version, digest }) => version ?? digest?.slice(0, 19) ?? [],
      ),
    ),
  ];
}

function only(versions: readonly string[]): string | undefined {
  return versions.length === 1 ? versions[0] : undefined;
}
