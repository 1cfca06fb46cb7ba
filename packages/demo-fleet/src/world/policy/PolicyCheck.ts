import { PodSpec } from '../manifests/podTemplate';

/** One thing that the platform team asks of pods. */
interface Check {
  /** The policy in Kyverno's library. */
  name: string;
  title: string;
  category: string;
  severity: 'high' | 'medium' | 'low';
  description: string;
  /** What Kyverno tells to who breaks it. */
  message: string;
  /** Where a pod breaks it, below its spec: `containers/0/image`. Undefined: it does not. */
  breach(pod: PodSpec): string | undefined;
}

/** One that is written for either engine. */
export interface PolicyCheck extends Check {
  rule: string;
  /** A pod as Kyverno wants it. */
  pattern: object;
  /** The same in Gatekeeper's library. */
  gatekeeper: {
    kind: string;
    name: string;
    parameters?: object;
    /** What Gatekeeper tells of a container that breaks it. */
    message(container: string): string;
  };
}

/** One that is written for Kyverno in CEL. */
export interface CelCheck extends Check {
  expression: string;
}

type Container = PodSpec['containers'][number];

/** Where the first container is that breaks a policy, with the field that does. */
export function firstContainer(
  { containers }: PodSpec,
  breaks: (container: Container) => boolean,
  field: string,
): string | undefined {
  const index = containers.findIndex(breaks);
  return index < 0 ? undefined : `containers/${index}/${field}`;
}
