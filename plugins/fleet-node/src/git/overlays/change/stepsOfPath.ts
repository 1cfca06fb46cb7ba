import { titleOf, type BuiltObject } from '../build/BuiltObject';
import { itemsOf, textOf, tracedAt } from '../build/Traced';
import { OverlayError } from '../OverlayError';

const parts =
  /\.([A-Za-z_]\w*)|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|\[\?\((.*?)\)\]/gy;
const test = /@\.(\w+)==("(?:[^"\\]|\\.)*"|[\w.-]+)/g;

/**
 * A path in JSONPath as the keys and positions that it is in an object. The last step need not be there.
 *
 * @throws OverlayError, when it is written in a way that is not known, or an item of a list is not there.
 */
export function stepsOfPath(object: BuiltObject, path: string): string[] {
  const steps: string[] = [];
  let read = 0;
  for (const [part, name, quoted, index, filter] of path.matchAll(parts)) {
    read += part.length;
    if (filter === undefined) {
      steps.push(name ?? index ?? JSON.parse(`"${quoted}"`));
    } else {
      steps.push(String(positionOf(object, steps, filter)));
    }
  }
  if (read !== path.length || steps.length === 0) {
    throw new OverlayError(`the path ${path} is not understood`);
  }
  return steps;
}

function positionOf(
  object: BuiltObject,
  steps: readonly string[],
  filter: string,
): number {
  const wanted = [...filter.matchAll(test)].map(([, key, value]) => ({
    key,
    value: value.startsWith('"') ? JSON.parse(value) : value,
  }));
  const position = itemsOf(tracedAt(object.root, ...steps)).findIndex(item =>
    wanted.every(({ key, value }) => textOf(tracedAt(item, key)) === value),
  );
  if (position < 0 || wanted.length === 0) {
    throw new OverlayError(
      `${titleOf(object)} has no item [?(${filter})] in ${steps.join(
        '.',
      )}: add it by hand`,
    );
  }
  return position;
}
