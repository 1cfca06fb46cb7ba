import { KubernetesObject } from '../../types';
import { Component } from '../components';

/** The metadata of what a component has beside its workload, by the labels that it is known by. */
export function besideComponent(
  { name: component, namespace, system }: Component,
  name = component,
): KubernetesObject['metadata'] {
  return {
    name,
    namespace,
    labels: {
      'app.kubernetes.io/name': component,
      'app.kubernetes.io/part-of': system,
      'backstage.io/kubernetes-id': component,
    },
  };
}
