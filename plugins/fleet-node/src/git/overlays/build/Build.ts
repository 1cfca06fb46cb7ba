import { YamlError } from '../../yaml/YamlError';
import type { OverlayFiles, OverlayGap } from '../Overlay';
import { OverlayError } from '../OverlayError';
import { isWithin } from './resolvePath';
import type { BuiltObject } from './BuiltObject';
import type { Spot } from './Spot';
import type { Traced, TracedMap, TracedScalar } from './Traced';
import { spend, traceYaml } from './traceYaml';

/** What all overlays together say may not be more than that many values: what is in a file, and what its aliases repeat. */
const mostValues = 300_000;

/** Something that a kustomization names, and where. */
export interface Named {
  name: string;
  spot: Spot;
}

/** A kustomization, with where it lies. */
export interface KustomizationAt {
  folder: string;
  path: string;
  kustomization: TracedMap;
}

/** What is built of an overlay, and what was met on the way. */
export class Build {
  readonly files: OverlayFiles;
  /** Of the overlay. */
  readonly folder: string;
  readonly gaps: OverlayGap[] = [];
  objects: BuiltObject[] = [];
  /** Each kustomization that took part, by its folder; the overlay's own is the last. */
  readonly kustomizations = new Map<string, KustomizationAt>();
  /** By their folders. */
  readonly components: Named[] = [];
  /** Bases that are fetched from elsewhere, as they are written. */
  readonly remotes: TracedScalar[] = [];
  /** The overlay's own strategic-merge patches of one object each. */
  readonly ownPatches: { object: string; patch: TracedMap }[] = [];
  readonly #budget = { left: mostValues };
  /** What files say, by what they were read for, and how many values that is: one may be named a thousand times. */
  readonly #known = new Map<string, { documents: Traced[]; values: number }>();

  constructor(files: OverlayFiles, folder: string) {
    // Without a prototype: a kustomization may name a file `constructor`.
    this.files = Object.assign(Object.create(null), files);
    this.folder = folder;
  }

  /** The documents of a file. None, when it is not there or cannot be read, which is noted. */
  read(path: string, origin: Spot['origin'] = 'source'): Traced[] {
    const text = this.files[path];
    if (text === undefined) {
      return [];
    }
    const key = `${origin} ${path}`;
    const known = this.#known.get(key);
    if (known?.values === 0) {
      return known.documents;
    }
    const left = this.#budget.left;
    const documents = this.orNothing({ path }, () => {
      if (known) {
        spend({ budget: this.#budget, path }, known.values);
        return known.documents;
      }
      return traceYaml({
        path,
        own: isWithin(this.folder, path),
        origin,
        write: changed => ({ [path]: changed }),
        text,
        budget: this.#budget,
      });
    });
    // What it cannot be read for is told once.
    const values = documents.length > 0 ? left - this.#budget.left : 0;
    this.#known.set(key, { documents, values });
    return documents;
  }

  /** The documents of a text that stands in another one. */
  readWithin(holder: TracedScalar): Traced[] {
    const { place, own, origin, set } = holder.spot;
    const firstLine = holder.textLine ?? place.line;
    return this.orNothing({ path: place.path, firstLine }, () =>
      traceYaml({
        path: place.path,
        own,
        origin,
        write: set,
        within: place,
        firstLine,
        text: String(holder.value),
        budget: this.#budget,
      }),
    );
  }

  /** Notes what is not understood. */
  miss(
    message: string,
    at: { path: string; line?: number },
    broken?: boolean,
  ): void {
    const { path, line } = at;
    this.gaps.push({
      path,
      ...(line && { line }),
      message,
      ...(broken && { broken }),
    });
  }

  /** Does what may not be understood; what it was meant for stays as it is then. */
  attempt<T>(
    at: { path: string; line?: number },
    what: () => T,
    otherwise: T,
  ): T {
    try {
      return what();
    } catch (error) {
      if (error instanceof OverlayError || error instanceof YamlError) {
        this.miss(error.message, at);
        return otherwise;
      }
      throw error;
    }
  }

  private orNothing(
    { path, firstLine = 1 }: { path: string; firstLine?: number },
    read: () => Traced[],
  ): Traced[] {
    try {
      return read();
    } catch (error) {
      if (error instanceof YamlError || error instanceof OverlayError) {
        const line =
          error instanceof YamlError && error.line
            ? error.line + firstLine - 1
            : undefined;
        this.miss(`cannot be read: ${error.message}`, { path, line }, true);
        return [];
      }
      throw error;
    }
  }
}
