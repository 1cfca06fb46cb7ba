import { groupSettled } from '../artifacts/SettledGroup';
import type { SettledOverlay } from '../artifacts/settledIn';
import type { Settled } from '../artifacts/Settled';
import type { OverlayChange, OverlayFiles, OverlayMove } from '../Overlay';
import { OverlayError } from '../OverlayError';
import {
  addComponent,
  addImage,
  dropComponent,
  dropImage,
} from './editKustomization';
import { overrideSettled } from './overrideSettled';
import { readBuild } from './readBuild';

/** Makes one move, at each place that settles what moves. */
export function applyMove(
  files: OverlayFiles,
  folder: string,
  move: OverlayMove,
): OverlayChange {
  const overlay = readBuild(files, folder);
  if (!move.from || !move.to) {
    return { files: addOrDrop(overlay, move), remarks: [] };
  }
  refuseOther(overlay, move);
  const { version, digest } = move.to;
  let now = files;
  const remarks: string[] = [];
  // Each change is made in what the one before it left.
  let turns = membersOf(overlay, move).length;
  for (let next = overlay; ; next = readBuild(now, folder)) {
    const one = membersOf(next, move).find(
      member => member.version !== version || member.digest !== digest,
    );
    if (!one) {
      return { files: now, remarks };
    }
    const made = one.spot.own
      ? { files: one.settle({ version, digest }), remarks: [] }
      : overrideSettled(next, one, {
          to: { version, digest },
          uses: move.uses,
        });
    // Somewhere later takes it back; each place is changed once at most.
    if (turns-- === 0 || !isChange(now, made.files)) {
      throw new OverlayError(
        `${one.spot.place.path}, line ${one.spot.place.line}: ${move.kind} ${move.name} cannot be moved here; something else overrides it`,
      );
    }
    now = { ...now, ...made.files };
    remarks.push(...made.remarks);
  }
}

function membersOf(
  { settled }: SettledOverlay,
  { kind, uses }: OverlayMove,
): Settled[] {
  return settled.filter(
    member => member.kind === kind && uses.includes(member.use),
  );
}

/** What was planned for another state of the overlay is not made in this one. */
function refuseOther(overlay: SettledOverlay, move: OverlayMove): void {
  const groups = groupSettled(membersOf(overlay, move));
  if (groups.length === 0) {
    throw new OverlayError(
      `${move.kind} ${move.name} is no longer in ${overlay.build.folder}: look again at what would move`,
    );
  }
  for (const { artifact } of groups) {
    const isThere = [move.from!, move.to!].some(
      side =>
        side.version === artifact.version && side.digest === artifact.digest,
    );
    if (!isThere) {
      throw new OverlayError(
        `${move.kind} ${move.name} is at ${
          artifact.version ?? artifact.digest ?? 'no version'
        } in ${overlay.build.folder} by now: look again at what would move`,
      );
    }
  }
}

function addOrDrop({ build }: SettledOverlay, move: OverlayMove): OverlayFiles {
  const { kind, name, to, from } = move;
  if (kind === 'component') {
    return to ? addComponent(build, name) : dropComponent(build, name);
  }
  if (kind === 'image') {
    const original = move.uses[0].replace(/^image /, '');
    return to
      ? addImage(build, { name: original, newName: name, ...to })
      : dropImage(build, from!.place);
  }
  throw new OverlayError(`${kind} ${name} is not in both: change it by hand`);
}

function isChange(files: OverlayFiles, changed: OverlayFiles): boolean {
  return Object.entries(changed).some(([path, text]) => files[path] !== text);
}
