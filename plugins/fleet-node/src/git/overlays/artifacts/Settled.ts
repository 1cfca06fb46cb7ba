import type { JsonValue } from '@backstage/types';
import type { ArtifactKind } from '@fleetcommander/backstage-plugin-fleet-common';
import type { BuiltObject } from '../build/BuiltObject';
import type { Spot } from '../build/Spot';
import type { YamlPath } from '../../yaml/YamlEdit';
import type { OverlayFiles } from '../Overlay';

/** A version, and what else tells what it is. */
export interface Version {
  version?: string;
  digest?: string;
}

/** One thing that an overlay settles at one place, with how another version gets there. */
export interface Settled extends Version {
  kind: ArtifactKind;
  name: string;
  spot: Spot;
  /** What it is in, in words. */
  use: string;
  /** What else gets it, by a replacement. */
  alsoIn?: readonly string[];
  /** @throws YamlError, when its place cannot be edited alone. */
  settle(to: Version): OverlayFiles;
  /** Where it is in an object, for a patch of it; absent where a patch would not do. */
  patch?: {
    object: BuiltObject;
    at: YamlPath;
    valueOf(to: Version): JsonValue;
  };
}
