import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  compareOverlays,
  moveOverlay,
  OverlayError,
  revertOverlay,
  type OverlayFiles,
  type OverlayMove,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { toMove } from '../pipeline/toMove';
import type { FreshOverlay } from './FreshOverlay';

/** What becomes of the overlays of a stage. */
export interface StageChange {
  moves: Move[];
  /** Folders of the overlays that change. */
  overlays: string[];
  /** As they are, of those that change. */
  before: OverlayFiles;
  /** As they will be. */
  files: OverlayFiles;
  /** What differs and stays, in words. */
  stays: string[];
  /** What is good to know, in words: of an overlay that cannot be changed, why. */
  warnings: string[];
  /** Whether the stage is ahead of the one that would be promoted into it. */
  ahead: boolean;
}

interface OverlayPlan {
  overlay: FreshOverlay;
  moves: OverlayMove[];
  stays: string[];
  ahead: boolean;
}

/** Moves into each overlay of a stage what the one before runs: in the same region, where that has one too. */
export function promoteStage(
  target: readonly FreshOverlay[],
  source: readonly FreshOverlay[],
): StageChange {
  return change(
    target.flatMap(overlay => {
      const from =
        source.find(({ region }) => region === overlay.region) ?? source.at(0);
      return from
        ? { overlay, ...compareOverlays(overlay.overlay, from.overlay) }
        : [];
    }),
  );
}

/** Takes each overlay of a stage back to what it ran then. */
export function revertStage(
  now: readonly FreshOverlay[],
  then: readonly FreshOverlay[],
): StageChange {
  return change(
    now.flatMap(overlay => {
      const before = then.find(({ path }) => path === overlay.path);
      return before
        ? {
            overlay,
            ...revertOverlay(overlay.overlay, before.overlay),
            ahead: false,
          }
        : [];
    }),
  );
}

/** One that cannot be changed keeps none of the others from it. */
function change(plans: readonly OverlayPlan[]): StageChange {
  const before: Record<string, string> = {};
  const files: Record<string, string> = {};
  const moves: Move[] = [];
  const overlays: string[] = [];
  const warnings: string[] = [];
  for (const { overlay, moves: wanted } of plans) {
    const { path, region, files: texts, complete } = overlay;
    if (overlay.overlay.notUnderstood.some(({ broken }) => broken)) {
      warnings.push(`${path} is not changed: it cannot be read`);
    }
    if (wanted.length === 0) {
      continue;
    }
    if (!complete) {
      warnings.push(`${path} has more files than are read: it is not changed`);
      continue;
    }
    try {
      const now = { ...texts, ...pick(files, texts) };
      const changed = moveOverlay(now, path, wanted);
      for (const [file, text] of Object.entries(changed.files)) {
        if (texts[file] !== undefined) {
          before[file] = texts[file];
        }
        files[file] = text;
      }
      warnings.push(...changed.remarks);
      moves.push(...wanted.map(move => toMove(move, region)));
      overlays.push(path);
    } catch (error) {
      if (!(error instanceof OverlayError)) {
        throw error;
      }
      warnings.push(`${path} is not changed: ${error.message}`);
    }
  }
  return {
    moves,
    overlays,
    before,
    files,
    stays: [...new Set(plans.flatMap(({ stays }) => stays))],
    warnings: [...new Set(warnings)],
    ahead: plans.some(({ ahead, moves: wanted }) => ahead && wanted.length > 0),
  };
}

/** Another overlay of the stage may have changed what both are made of. */
function pick(changed: OverlayFiles, texts: OverlayFiles): OverlayFiles {
  return Object.fromEntries(
    Object.entries(changed).filter(([path]) => path in texts),
  );
}
