import { isDeepStrictEqual } from 'node:util';
import { compareOverlays } from '../compareOverlays';
import { moveOverlay } from '../moveOverlay';
import type { OverlayFiles } from '../Overlay';
import { OverlayError } from '../OverlayError';
import { readOverlay } from '../readOverlay';
import { valuesByUse } from './valuesByUse';
import type { KustomizeOracle } from './KustomizeOracle';

/** How a promotion went. */
export interface PromotionVerdict {
  moves: number;
  refused: string[];
  wrong: string[];
}

/** Whether a promotion makes a stage run what the other one does, by what kustomize builds before and after. */
export async function checkPromotion(
  kustomize: KustomizeOracle,
  at: { files: OverlayFiles; target: string; source: string },
): Promise<PromotionVerdict> {
  const { files, target, source } = at;
  const { moves } = compareOverlays(
    readOverlay(files, target),
    readOverlay(files, source),
  );
  const verdict: PromotionVerdict = {
    moves: moves.length,
    refused: [],
    wrong: [],
  };
  let changed: OverlayFiles;
  try {
    changed = moveOverlay(files, target, moves).files;
  } catch (error) {
    if (error instanceof OverlayError) {
      return { ...verdict, refused: [error.message] };
    }
    throw error;
  }
  const later = { ...files, ...changed };
  const [before, after, wanted] = await Promise.all([
    kustomize.build(files, target),
    kustomize.build(later, target),
    kustomize.build(files, source),
  ]);
  if (!before || !after || !wanted) {
    return { ...verdict, wrong: [`${target} cannot be built`] };
  }
  const [was, is, other] = [
    valuesByUse(files, target, before),
    valuesByUse(later, target, after),
    valuesByUse(files, source, wanted),
  ];
  const meant = moves.flatMap(({ uses }) => uses);
  const bringsComponent = moves.some(({ kind }) => kind === 'component');
  for (const [use, value] of is) {
    const isMeant =
      meant.some(known => known === use || isBeside(known, use)) ||
      // A component brings all that it says, which is then what the source has, too.
      (bringsComponent && isDeepStrictEqual(other.get(use), value));
    if (!isMeant && !isDeepStrictEqual(was.get(use), value)) {
      verdict.wrong.push(`${target}: ${use} moved, and was not meant to`);
    }
    const versions = [value, other.get(use)].map(text =>
      String(text).replace(/^.*\//, ''),
    );
    const isContainer = use.includes(', container ');
    if (isContainer && meant.includes(use) && versions[0] !== versions[1]) {
      verdict.wrong.push(`${target}: ${use} is ${versions.join(', not ')}`);
    }
  }
  const left = compareOverlays(
    readOverlay(later, target),
    readOverlay(later, source),
  ).moves;
  if (left.length > 0) {
    verdict.wrong.push(`${target}: more moves are left`);
  }
  return verdict;
}

/** Whether a value is the digest beside a tag that moves. */
function isBeside(use: string, other: string): boolean {
  return other === use.replace(/\.tag$/, '.digest');
}
