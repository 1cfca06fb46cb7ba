import { diffArrays } from 'diff';

/** A line beside its like on the other side, if it has one there. */
export interface LinePair {
  left?: { number: number; text: string };
  right?: { number: number; text: string };
  differs: boolean;
}

/** Above this, texts have so little in common that to align them helps nobody, and takes long. */
const maxEditLength = 1_000;

/** Two texts line by line, equal lines beside each other, and changed ones beside what they became. */
export function alignLines(left: string, right: string): LinePair[] {
  const [before, after] = [linesOf(left), linesOf(right)];
  const changes = diffArrays(before, after, { maxEditLength }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const pairs: LinePair[] = [];
  let removed: string[] = [];
  let [leftNumber, rightNumber] = [0, 0];
  const leftLine = (text: string) => ({ number: ++leftNumber, text });
  const rightLine = (text: string) => ({ number: ++rightNumber, text });
  const pair = (added: readonly string[]) => {
    const length = Math.max(removed.length, added.length);
    for (let index = 0; index < length; index++) {
      pairs.push({
        left: index < removed.length ? leftLine(removed[index]) : undefined,
        right: index < added.length ? rightLine(added[index]) : undefined,
        differs: true,
      });
    }
    removed = [];
  };
  for (const { value, removed: isRemoved, added: isAdded } of changes) {
    if (isRemoved) {
      removed = value;
    } else if (isAdded) {
      pair(value);
    } else {
      pair([]);
      value.forEach(text =>
        pairs.push({
          left: leftLine(text),
          right: rightLine(text),
          differs: false,
        }),
      );
    }
  }
  pair([]);
  return pairs;
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}
