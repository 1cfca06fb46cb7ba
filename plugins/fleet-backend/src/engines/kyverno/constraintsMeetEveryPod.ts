import { fieldsOf, itemsOf, type Fields } from '../fields';

/** Whether a policy in CEL looks at each Pod that is made, whatever its name, namespace and labels. */
export function constraintsMeetEveryPod(spec: Fields): boolean {
  const constraints = fieldsOf(spec.matchConstraints);
  return (
    itemsOf(spec.matchConditions).length === 0 &&
    itemsOf(constraints.excludeResourceRules).length === 0 &&
    Object.keys(fieldsOf(constraints.namespaceSelector)).length === 0 &&
    Object.keys(fieldsOf(constraints.objectSelector)).length === 0 &&
    itemsOf(constraints.resourceRules).map(fieldsOf).some(isOfEveryPod)
  );
}

function isOfEveryPod(rule: Fields): boolean {
  return (
    has(rule.apiGroups, '') &&
    has(rule.apiVersions, 'v1') &&
    has(rule.resources, 'pods') &&
    has(rule.operations, 'CREATE') &&
    itemsOf(rule.resourceNames).length === 0 &&
    rule.scope !== 'Cluster'
  );
}

function has(values: unknown, wanted: string): boolean {
  return itemsOf(values).some(value => value === wanted || value === '*');
}
