import type {
  ArtifactKind,
  ArtifactOrigin,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { YamlDocumentChoice, YamlPath } from '../yaml/YamlEdit';

/** Text by path from the root of the repository. @public */
export type OverlayFiles = Readonly<Record<string, string>>;

/** Where in a file something stands. @public */
export interface OverlayPlace {
  path: string;
  /** Which document of a file with several. */
  document?: YamlDocumentChoice;
  /** In the document. */
  at: YamlPath;
  /** In the file, from 1 on. */
  line: number;
  /** Where in the file the text stands that `at` and `document` are of, such as a patch written inline. Absent: they are of the file. */
  within?: OverlayPlace;
}

/** One thing that an overlay settles, and where it does. @public */
export interface OverlayArtifact {
  kind: ArtifactKind;
  /** Image without tag and digest, as what is built has it; name of the chart, the source, the component, the value. */
  name: string;
  version?: string;
  digest?: string;
  origin: ArtifactOrigin;
  place: OverlayPlace;
  /** Whether it stands in a file of the overlay alone; else it is shared, as a base or a component is, and cannot be moved there. */
  own: boolean;
  /** The policy of image automation that writes it, as `namespace/name`: a marker of Flux beside it says so. */
  imagePolicy?: string;
  /** What it is in: `Deployment web, container app`. By these, the things of two overlays are found to be the same. */
  uses: string[];
}

/** What is not read, and so never moves. @public */
export interface OverlayGap {
  path: string;
  line?: number;
  /** In words: what it is, and what becomes of it. */
  message: string;
  /** Whether nothing of the overlay is told or moved until it is mended: a file that cannot be read. */
  broken?: boolean;
}

/** What an overlay says. @public */
export interface Overlay {
  /** Its folder. */
  folder: string;
  artifacts: OverlayArtifact[];
  /** A fingerprint of all else that it settles, by where that is: `Deployment web: spec.replicas`. None of that ever moves. */
  settings: Record<string, string>;
  notUnderstood: OverlayGap[];
}

/** One thing by which an overlay differs from another. @public */
export interface OverlayMove {
  kind: ArtifactKind;
  name: string;
  /** What of the target it is in; of the source, where the target has none. */
  uses: string[];
  /** What the target has; absent: it has none. */
  from?: Pick<OverlayArtifact, 'version' | 'digest' | 'place' | 'origin'>;
  /** What the source has; absent: it has none, and the target loses it. */
  to?: Pick<OverlayArtifact, 'version' | 'digest' | 'place' | 'origin'>;
}

/** How an overlay differs from the one that is promoted into it. @public */
export interface OverlayDifference {
  moves: OverlayMove[];
  /** What differs and stays as it is, in words: of one stage alone, or not understood. */
  stays: string[];
  /** Whether the target has a higher version of each thing that moves and can be compared. */
  ahead: boolean;
}

/** What becomes of the files of an overlay. @public */
export interface OverlayChange {
  /** Those that change, and how they read then. None: all was so already. */
  files: OverlayFiles;
  /** What is good to know, in words: that something stands in a shared place, say, and is overridden here. */
  remarks: string[];
}
