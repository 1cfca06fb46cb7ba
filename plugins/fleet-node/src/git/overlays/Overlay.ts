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
  /** From 1 on. */
  line: number;
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
}

/** What is not read, and so never moves. @public */
export interface OverlayGap {
  path: string;
  line?: number;
  /** In words: what it is, and what becomes of it. */
  message: string;
}

/** What an overlay says. @public */
export interface Overlay {
  /** Its folder. */
  folder: string;
  artifacts: OverlayArtifact[];
  notUnderstood: OverlayGap[];
}

/** One thing by which an overlay differs from another. @public */
export interface OverlayMove {
  kind: ArtifactKind;
  name: string;
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
