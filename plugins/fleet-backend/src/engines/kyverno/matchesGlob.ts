/** Whether a text fits a pattern of Kyverno's: `*` is anything, with slashes and nothing, too, and `?` one character. */
export function matchesGlob(pattern: string, text: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let starAt = 0;
  while (place < text.length) {
    if (pattern[at] === '*') {
      star = at;
      starAt = place;
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === text[place]) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      // The last star takes one more; that no earlier one has to is what keeps long names from taking long.
      starAt += 1;
      place = starAt;
      at = star + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
