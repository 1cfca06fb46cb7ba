import type { BuiltObject } from '../build/BuiltObject';
import type { Traced, TracedMap, TracedScalar } from '../build/Traced';
import type { Settled } from './Settled';

/** A single value, and what it is in. */
export interface Leaf {
  scalar: TracedScalar;
  /** From the root of the object, or of the file. */
  path: readonly string[];
  /** What lies on the way, the root first. */
  above: readonly Traced[];
  /** None of a file that is no object: values for Helm, say. */
  object?: BuiltObject;
  /** Of what the values are, when it is one of them, and from which step of the path on. */
  values?: { release: string; from: number };
}

/** What a leaf settles; `part`, where that is told by another one beside it; undefined, when it is of its stage alone. */
export type Finding = Omit<Settled, 'use'> | 'part' | undefined;

/** The map that a leaf is in, by how many steps above it. */
export function mapAbove(leaf: Leaf, steps = 1): TracedMap | undefined {
  const found = leaf.above.at(-steps);
  return found?.is === 'map' ? found : undefined;
}
