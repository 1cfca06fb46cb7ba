import {
  CelScalar,
  celMethod,
  isCelUint,
  listType,
  type CelList,
  type CelValue,
} from '@bufbuild/cel';

const LIST = listType(CelScalar.DYN);

/** What Kubernetes adds to CEL's lists. */
export const celLists = [
  celMethod('sum', LIST, [], CelScalar.DYN, function sum() {
    return [...this].reduce<bigint | number>(
      (total, item) => {
        if (typeof item === 'bigint' && typeof total === 'bigint') {
          return total + item;
        }
        return Number(total) + numberOf(item);
      },
      [...this].every(item => typeof item === 'bigint') ? 0n : 0,
    );
  }),
  celMethod('min', LIST, [], CelScalar.DYN, function min() {
    return furthest(this, (item, best) => item < best);
  }),
  celMethod('max', LIST, [], CelScalar.DYN, function max() {
    return furthest(this, (item, best) => item > best);
  }),
  celMethod('isSorted', LIST, [], CelScalar.BOOL, function isSorted() {
    const items = [...this].map(comparable);
    return items.every(
      (item, index) => index === 0 || items[index - 1] <= item,
    );
  }),
];

type Comparable = bigint | number | string | boolean;

function furthest(
  list: CelList,
  beats: (item: Comparable, best: Comparable) => boolean,
): Comparable {
  const items = [...list].map(comparable);
  if (items.length === 0) {
    throw new Error('the list is empty');
  }
  return items.reduce((best, item) => (beats(item, best) ? item : best));
}

function comparable(value: CelValue): Comparable {
  if (
    typeof value === 'bigint' ||
    typeof value === 'number' ||
    typeof value === 'string' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (isCelUint(value)) {
    return value.value;
  }
  throw new Error('the list holds what cannot be compared');
}

function numberOf(value: CelValue): number {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return Number(value);
  }
  throw new Error('the list holds what is no number');
}
