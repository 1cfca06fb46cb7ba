import { fieldsOf, itemsOf } from '../../engines/fields';
import { readPath, type PathStep } from './readPath';

/** What an object has at a path; `undefined` where it has nothing. */
export function valueAt(object: unknown, path: string): unknown {
  return readPath(path).reduce(follow, object);
}

function follow(value: unknown, step: PathStep): unknown {
  if ('member' in step) {
    const fields = fieldsOf(value);
    return Object.hasOwn(fields, step.member) ? fields[step.member] : undefined;
  }
  const items = itemsOf(value);
  if ('index' in step) {
    return items[step.index];
  }
  return items.find(item =>
    'item' in step
      ? item === step.item
      : Object.entries(step.keys).every(
          ([key, wanted]) => fieldsOf(item)[key] === wanted,
        ),
  );
}
