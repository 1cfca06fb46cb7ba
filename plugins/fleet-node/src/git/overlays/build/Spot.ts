import type { JsonValue } from '@backstage/types';
import type { ArtifactOrigin } from '@fleetcommander/backstage-plugin-fleet-common';
import type { OverlayFiles, OverlayPlace } from '../Overlay';

/** Where a value of an object is written, and how another one gets there. */
export interface Spot {
  place: OverlayPlace;
  /** Whether it stands in a file of the overlay alone. */
  own: boolean;
  origin: ArtifactOrigin;
  /** Whether the overlay itself puts it there last, so that nothing else that it says could override it. */
  isFinal?: boolean;
  /**
   * The files that change when another value stands there.
   *
   * @throws YamlError, when the place cannot be edited alone.
   */
  set(value: JsonValue): OverlayFiles;
  /**
   * The same, for several keys of the map that it is in; what is undefined goes. Undefined: it is in no map.
   *
   * @throws YamlError, when the place cannot be edited alone.
   */
  setBeside?(
    values: Readonly<Record<string, JsonValue | undefined>>,
  ): OverlayFiles;
}
