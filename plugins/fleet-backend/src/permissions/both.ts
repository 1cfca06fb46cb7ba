import type { Access } from '../store/FleetQueryStore';

type Criteria = Access['applications'];

/** What both sides allow. */
export function both(left: Criteria, right: Criteria): Criteria {
  if (left === false || right === false) {
    return false;
  }
  if (left === true) {
    return right;
  }
  return right === true ? left : { allOf: [left, right] };
}
