import type { Overlay } from '@fleetcommander/backstage-plugin-fleet-node';
import type { FreezeChange } from '../freezes/FreezeChange';

/** Of what is read of an overlay: where it changes, all are read again. */
export const overlayReader = '2';

/** What an overlay was read from, and by which version of us. */
export interface OverlayInputs {
  reader: string;
  /** Hashes by path, of folders of what they list; empty where one was looked for and is not there. */
  files: Readonly<Record<string, string>>;
}

/** How far a branch has been read. */
export interface BranchState {
  branch: string;
  /** The hash that was looked at last. */
  head?: string;
  /** Whether none of its overlays was left for the next turn. */
  complete: boolean;
  /** Hash of the file of freezes. */
  freezesSha?: string;
  /** By folder. */
  overlays: ReadonlyMap<string, OverlayInputs>;
}

/** Where an overlay lies, and whose it is. */
export interface OverlayFolder {
  path: string;
  application: string;
  environment: string;
  /** Region or cluster; absent: of the whole environment. */
  region?: string;
}

/** An overlay that was read. */
export interface ReadOverlay extends OverlayFolder {
  inputs: OverlayInputs;
  overlay: Overlay;
  /** Why nothing of it is told or moved. */
  problem?: string;
  /** Labels and annotations of its objects that prove whose it is. */
  proofs: Record<string, string>;
  /** The commit that changed it last. */
  last?: { revision: string; at: string; author?: string };
}

/** What a branch was found to say. */
export interface BranchNews {
  head: string;
  /** Those that were read anew. */
  read: ReadOverlay[];
  /** Every overlay that the branch has now; the others are gone. */
  folders: OverlayFolder[];
  /** Whether none was left for the next turn. */
  complete: boolean;
  /** What of the branch is not looked at. */
  problem?: string;
  /** Present where it changed. Without text: it is gone. */
  freezes?: {
    sha: string;
    text?: string;
    change?: FreezeChange;
  };
}
