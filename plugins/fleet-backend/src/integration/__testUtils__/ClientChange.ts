import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type { FluxStage } from './FluxStage';
import type { Label } from './labelledChanges';

/** A change to an object that Flux has applied, by the client that makes it in life. */
export interface ClientChange {
  scenario: string;
  /** As Git has it. */
  object(name: string): KubernetesObject;
  make(subject: Subject): Promise<unknown>;
  /** What the ledger has to say in the end, in any order. */
  expected: readonly Label[];
}

export interface Subject {
  stage: FluxStage;
  object: KubernetesObject;
  /** As kubectl has it: `deployment/app`. */
  reference: string;
  /** In Git. */
  file: string;
  /** Runs kubectl with the object behind the first words: `kubectl scale deployment/app --replicas=5`. */
  kubectl(command: string, ...words: string[]): Promise<string>;
}

export function subjectOf(stage: FluxStage, object: KubernetesObject): Subject {
  const reference = `${object.kind.toLowerCase()}/${object.metadata.name}`;
  return {
    stage,
    object,
    reference,
    file: `apps/web/${object.metadata.name}.yaml`,
    kubectl: (command, ...words) =>
      stage.kubectl.run(...command.split(' '), reference, ...words),
  };
}
