import { InputError } from '@backstage/errors';

/** The path of an object as the route has it. */
export interface ObjectPath {
  cluster: string;
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name: string;
}

const lowerName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** An API server reads a slash in a name as the way to a subresource, even an escaped one. */
const objectName = /^(?!\.{1,2}$)[^/%]+$/;

/** Parses the path of the route; `core` and `-` stand for what is empty in Kubernetes. */
export function parseObjectPath(
  params: Record<keyof Required<ObjectPath>, string>,
): ObjectPath {
  const rules: [keyof ObjectPath, RegExp][] = [
    ['group', lowerName],
    ['version', lowerName],
    ['plural', lowerName],
    ['name', objectName],
  ];
  if (params.namespace !== '-') {
    rules.push(['namespace', lowerName]);
  }
  for (const [part, rule] of rules) {
    if (!rule.test(params[part])) {
      throw new InputError(
        `${JSON.stringify(params[part])} is not the ${part} of an object`,
      );
    }
  }
  return {
    ...params,
    group: params.group === 'core' ? '' : params.group,
    namespace: params.namespace === '-' ? undefined : params.namespace,
  };
}
