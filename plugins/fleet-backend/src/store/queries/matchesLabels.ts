import type { LabelRequirement } from '../FleetQueryStore';

/** Whether labels meet all requirements of a selector. As in Kubernetes, what lacks a key is not in its values. */
export function matchesLabels(
  selector: readonly LabelRequirement[],
  labels: Readonly<Record<string, string>> = {},
): boolean {
  return selector.every(requirement => {
    const has = Object.hasOwn(labels, requirement.key);
    switch (requirement.operator) {
      case 'In':
        return has && requirement.values.includes(labels[requirement.key]);
      case 'NotIn':
        return !has || !requirement.values.includes(labels[requirement.key]);
      case 'Exists':
        return has;
      default:
        return !has;
    }
  });
}
