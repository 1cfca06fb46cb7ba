import type { FieldManager, LiveFields } from '../drift/override/LiveFields';
import { isPartOfDelivery } from '../drift/override/isPartOfDelivery';
import type { WhoseItIs } from './compareObjects';

/** Fill in what nobody has to ask for. */
const ofKubernetes = new Set([
  'cloud-controller-manager',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubelet',
]);

/** Who set what of a live object, as its `managedFields` tell. */
export class FieldOwners {
  readonly #live: LiveFields;
  readonly #gitManagers: ReadonlySet<string>;
  readonly #paths: string[];

  constructor(live: LiveFields, gitManagers: ReadonlySet<string>) {
    this.#live = live;
    this.#gitManagers = gitManagers;
    this.#paths = Object.keys(live.fields);
  }

  /** Of a field, of what lies in it, or of what holds it as a whole; others than Git's first, newest first. */
  of(path: string): FieldManager[] {
    const within = this.#within(path);
    const leaves =
      within.length > 0
        ? within
        : this.#paths.filter(other => isWithin(path, other));
    const managers = new Set(leaves.flatMap(leaf => this.#managersOf(leaf)));
    return [...managers].sort(
      (a, b) =>
        Number(this.#isOfGit(a)) - Number(this.#isOfGit(b)) ||
        (b.time ?? '').localeCompare(a.time ?? ''),
    );
  }

  /** Whether others than Git's managers set what Git does not. What nobody owns, the API server has filled in. */
  readonly added: WhoseItIs = path => {
    const leaves = this.#within(path);
    const foreign = leaves.filter(leaf =>
      this.#managersOf(leaf).every(
        manager =>
          !this.#isOfGit(manager) &&
          !ofKubernetes.has(manager.name) &&
          !isPartOfDelivery(manager, leaf),
      ),
    );
    if (foreign.length === 0) {
      return 'none';
    }
    return foreign.length === leaves.length ? 'all' : 'part';
  };

  #within(path: string): string[] {
    return this.#paths.filter(other => isWithin(other, path));
  }

  #managersOf(leaf: string): FieldManager[] {
    return this.#live.fields[leaf][0].map(index => this.#live.managers[index]);
  }

  #isOfGit({ name }: FieldManager): boolean {
    return this.#gitManagers.has(name);
  }
}

function isWithin(path: string, outer: string): boolean {
  return (
    path.startsWith(outer) &&
    (path.length === outer.length || '.['.includes(path[outer.length]))
  );
}
