import { posix } from 'node:path';
import { InputError } from '@backstage/errors';
import type { ClaimOffers } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ApplicationLayout } from '../repository/FleetRepositories';
import { directoryOf } from '../repository/directoryOf';
import { fillPattern } from '../repository/fillPattern';
import type { WantedOverlay } from './WantedOverlay';

const placeholder = '{environment}';

/** Where in a repository an overlay lies, and what it builds on. */
export interface OverlayPlace {
  overlay: WantedOverlay;
  /** Absent: that of the repository. */
  branch?: string;
  folder: string;
  base: string;
}

/** The places of overlays by the layout of their repository. Throws InputError where two environments had the same. */
export function placesOf(
  app: string,
  wanted: readonly WantedOverlay[],
  layout: ApplicationLayout,
  environments: ClaimOffers['environments'],
): OverlayPlace[] {
  const names = new Set(wanted.map(({ environment }) => environment));
  const { overlay: pattern, branch: branchPattern = '' } = layout;
  if (names.size > 1 && !`${pattern} ${branchPattern}`.includes(placeholder)) {
    throw new InputError(
      `layout: ${pattern} puts ${[...names].join(
        ' and ',
      )} into the same folder: it needs ${placeholder}, or branch does`,
    );
  }
  return wanted.map(overlay => {
    const environment = directoryOf(
      'overlays',
      overlay.environment,
      environments,
    );
    const values = { app, environment };
    return {
      overlay,
      branch: layout.branch && fillPattern(layout.branch, { environment }),
      folder: posix.join(
        fillPattern(layout.overlay, values),
        overlay.region ?? '',
      ),
      base: fillPattern(layout.base, { app }),
    };
  });
}

/** Where the file lies that describes an application to the catalog: in the first folder of its base that is its own. */
export function componentPath(
  app: string,
  { base }: ApplicationLayout,
): string {
  const segments = base.split('/');
  const own = segments.findIndex(segment => segment.includes('{app}'));
  return posix.join(
    fillPattern(segments.slice(0, own + 1).join('/'), { app }),
    'catalog-info.yaml',
  );
}
