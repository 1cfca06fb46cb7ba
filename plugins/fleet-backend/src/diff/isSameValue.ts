import { parseQuantity } from '../engines/kubernetes/parseQuantity';
import { isMap } from './isMap';
import { SecretValue } from '../secrets/SecretValue';

const placeOfQuantities =
  /\.(?:limits|requests|capacity|allocatable|hard|max|min|default|defaultRequest|sizeLimit|storage|divisor)\b/;
const quantity = /^[+-]?\d*\.?\d+(?:[eE][+-]?\d+|[a-zA-Z]{1,2})?$/;

/** Whether live is what is desired. What the API server has filled in beside it makes no difference; nor does the unit of a quantity. */
export function isSameValue(
  desired: unknown,
  live: unknown,
  path: string,
): boolean {
  if (desired instanceof SecretValue) {
    return desired.equals(live);
  }
  if (Array.isArray(desired)) {
    return (
      Array.isArray(live) &&
      live.length === desired.length &&
      desired.every((item, index) => isSameValue(item, live[index], path))
    );
  }
  if (isMap(desired)) {
    return (
      isMap(live) &&
      Object.entries(desired).every(
        ([key, value]) =>
          (live[key] === undefined && isEmpty(value)) ||
          isSameValue(value, live[key], `${path}.${key}`),
      )
    );
  }
  return desired === live || isSameQuantity(desired, live, path);
}

/** The API server leaves out what says nothing: `hostNetwork: false`, `resources: {}`, `env: []`. */
export function isEmpty(value: unknown): boolean {
  return (
    !value ||
    (Array.isArray(value) && value.length === 0) ||
    (isMap(value) && Object.values(value).every(isEmpty))
  );
}

function isSameQuantity(desired: unknown, live: unknown, path: string) {
  if (!placeOfQuantities.test(path)) {
    return false;
  }
  const [left, right] = [desired, live].map(value =>
    quantity.test(String(value)) ? parseQuantity(value) : NaN,
  );
  return Math.abs(left - right) <= Math.abs(left) * 1e-12;
}
