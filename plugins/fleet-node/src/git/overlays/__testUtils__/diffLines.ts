import type { OverlayFiles } from '../Overlay';

/** The lines that differ between files, as the shortest diff shows them. */
export function diffLines(before: OverlayFiles, after: OverlayFiles): string[] {
  return Object.keys(after).flatMap(path =>
    differing(
      before[path]?.split('\n') ?? [],
      after[path].replace(/\n$/, before[path] ? '\n' : '').split('\n'),
    ),
  );
}

function differing(a: string[], b: string[]): string[] {
  // How many lines are common to what follows line i of one and line j of the other.
  const common = a.map(() => b.map(() => 0));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i][j] =
        a[i] === b[j]
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1;
      j += 1;
    } else if (
      i < a.length &&
      (j === b.length || at(i + 1, j) >= at(i, j + 1))
    ) {
      lines.push(`-${a[i]}`);
      i += 1;
    } else {
      lines.push(`+${b[j]}`);
      j += 1;
    }
  }
  return lines;
}
