import {
  controlsOf,
  type PolicyMode,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  KubernetesObject,
  PolicyBindingFacts,
  PolicyRecord,
  ProjectionContext,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textOf } from '../fields';
import { recordOf, type Health } from '../recordOf';

const modes: readonly PolicyMode[] = ['enforce', 'warn', 'audit'];

const descriptions: Readonly<Record<string, string>> = {
  privileged: 'Everything is let in.',
  baseline: 'Known ways from a pod to its node are closed.',
  restricted: 'What a pod does not need is taken from it.',
};

/**
 * The levels of the Pod Security Standards that a namespace's labels ask for, each a policy of that namespace:
 * {@link https://kubernetes.io/docs/concepts/security/pod-security-admission/}. A namespace without labels has what the API server
 * was started with, which nobody can read.
 */
export function podSecurity(
  namespace: KubernetesObject,
  context: ProjectionContext,
): PolicyRecord[] {
  const labels = fieldsOf(namespace.metadata.labels);
  const told = (name: string) =>
    textOf(labels[`pod-security.kubernetes.io/${name}`]);
  const byLevel = new Map<string, PolicyBindingFacts[]>();
  for (const mode of modes) {
    const level = told(mode);
    if (level) {
      const version = told(`${mode}-version`);
      byLevel.set(level, [
        ...(byLevel.get(level) ?? []),
        {
          mode: level === 'privileged' ? 'off' : mode,
          word: `${mode}: ${level}${version ? ` ${version}` : ''}`,
        },
      ]);
    }
  }
  return [...byLevel].map(([level, bindings]) => {
    const health: Health = Object.hasOwn(descriptions, level)
      ? { state: 'healthy', summary: 'applied' }
      : {
          state: 'failing',
          summary: `the namespace is labelled ${JSON.stringify(
            level,
          )}, which is no level of the Pod Security Standards`,
        };
    return {
      type: 'policy',
      ...recordOf('pod-security', namespace, context, health),
      kind: 'PodSecurity',
      namespace: namespace.metadata.name,
      name: level,
      title: `Pod Security ${level}`,
      description: descriptions[level],
      category: 'Pod Security',
      policyType: 'pod-security',
      bindings,
      rules: [],
      controls: controlsOf({ engine: 'pod-security', name: level }),
      contentHash: level,
    };
  });
}
