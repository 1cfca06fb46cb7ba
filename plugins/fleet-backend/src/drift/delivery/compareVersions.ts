const semantic =
  /^v?(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\+.*)?$/;

/** Orders two semantic versions, older first; `undefined` where one of them is none. */
export function compareVersions(a: string, b: string): number | undefined {
  const left = semantic.exec(a);
  const right = semantic.exec(b);
  if (!left || !right) {
    return undefined;
  }
  for (let part = 1; part <= 3; part += 1) {
    const difference = Number(left[part] ?? 0) - Number(right[part] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return comparePrereleases(left[4], right[4]);
}

/** One without is newer; numbers are older than words; the rest by parts. */
function comparePrereleases(a: string | undefined, b: string | undefined) {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined);
  }
  const left = a.split('.');
  const right = b.split('.');
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = comparePart(left[index], right[index]);
    if (difference !== 0) {
      return difference;
    }
  }
  return left.length - right.length;
}

function comparePart(a: string, b: string): number {
  const numeric = [a, b].map(part => /^\d+$/.test(part));
  if (numeric[0] && numeric[1]) {
    return Number(a) - Number(b);
  }
  if (numeric[0] !== numeric[1]) {
    return numeric[0] ? -1 : 1;
  }
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
