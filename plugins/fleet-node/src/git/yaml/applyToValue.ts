import type { JsonObject, JsonValue } from '@backstage/types';
import { valueAt } from './stepsOf';
import type { YamlEdit } from './YamlEdit';

/** What an edit makes of a value; that its text says so is held against this. */
export function applyToValue(root: JsonValue, edit: YamlEdit): JsonValue {
  const [step, ...rest] = edit.path;
  if (step === undefined) {
    return edit.op === 'insert'
      ? inserted(root, edit.value, edit.at)
      : (edit as { value: JsonValue }).value;
  }
  const copy = (
    Array.isArray(root) ? [...root] : { ...(root as JsonObject | null) }
  ) as JsonObject;
  if (edit.op === 'delete' && rest.length === 0) {
    if (Array.isArray(copy)) {
      copy.splice(Number(step), 1);
    } else {
      delete copy[step];
    }
    return copy;
  }
  copy[step] = applyToValue(valueAt(root, [step]) ?? null, {
    ...edit,
    path: rest,
  });
  return copy;
}

function inserted(
  list: JsonValue,
  value: JsonValue,
  at: number | undefined,
): JsonValue {
  const items = Array.isArray(list) ? list : [];
  return items.toSpliced(at ?? items.length, 0, value);
}
