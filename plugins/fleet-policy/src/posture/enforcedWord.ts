/** A share as people read it: `83 %`. Never all nor nothing by rounding. */
export function enforcedWord(share: number | undefined): string | undefined {
  if (share === undefined) {
    return undefined;
  }
  const percent = Math.round(share * 100);
  const shown =
    share > 0 && share < 1 ? Math.min(Math.max(percent, 1), 99) : percent;
  return `${shown} %`;
}
