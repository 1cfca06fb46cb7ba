import { fieldsOf, itemsOf, textsOf, type Fields } from '../fields';

const podKinds = ['Pod', 'v1/Pod', '*/Pod', '*'];

/** Whether a rule of a ClusterPolicy looks at each Pod that is made, whatever its name, namespace, labels and maker. */
export function ruleMeetsEveryPod(rule: Fields): boolean {
  const match = fieldsOf(rule.match);
  const all = itemsOf(match.all).map(fieldsOf);
  const narrows =
    isGiven(rule.exclude) ||
    isGiven(rule.preconditions) ||
    isGiven(rule.celPreconditions);
  return (
    !narrows &&
    // Older policies have the resources right here.
    ([match, ...itemsOf(match.any).map(fieldsOf)].some(isOfEveryPod) ||
      (all.length > 0 && all.every(isOfEveryPod)))
  );
}

function isOfEveryPod({ any: _any, all: _all, ...filter }: Fields): boolean {
  const { resources, ...makers } = filter;
  const { kinds, operations, ...narrower } = fieldsOf(resources);
  const asked = textsOf(operations);
  return (
    textsOf(kinds).some(kind => podKinds.includes(kind)) &&
    (asked.length === 0 || asked.includes('CREATE')) &&
    ![...Object.values(makers), ...Object.values(narrower)].some(isGiven)
  );
}

/** Kyverno fills in empty ones. */
function isGiven(value: unknown): boolean {
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : value !== undefined && value !== null && value !== '';
}
