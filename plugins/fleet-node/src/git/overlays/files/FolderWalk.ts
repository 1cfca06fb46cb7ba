import { posix } from 'node:path';
import { kustomizationFiles } from '../build/kustomizationFile';
import { isHelmFile, isManifest } from '../build/manifestsIn';
import type { OverlayBounds, OverlayReader } from '../filesOfOverlay';
import { namedBy } from './namedBy';

/** The way through the folders that an overlay is made of. */
export class FolderWalk {
  readonly files: Record<string, string> = Object.create(null);
  complete = true;
  readonly #seen = new Set<string>();
  #characters = 0;

  constructor(
    private readonly reader: OverlayReader,
    private readonly bounds: Required<OverlayBounds>,
  ) {}

  /** Reads what makes up a folder. One that was visited is not visited again, so that a cycle ends. */
  async visit(folder: string, isBelow = false): Promise<void> {
    if (!this.#isNew(`${folder}/`)) {
      return;
    }
    const names = await this.reader.listFolder(folder);
    const paths = names.map(name => posix.join(folder, name));
    const kustomization = kustomizationFiles(folder).find(path =>
      paths.includes(path),
    );
    if (kustomization) {
      // One that lies below a folder of plain manifests is an overlay of its own.
      await (isBelow ? undefined : this.#follow(folder, kustomization));
      return;
    }
    await Promise.all([
      ...paths
        .filter(path => isManifest(path) || (!isBelow && isHelmFile(path)))
        .map(path => this.#read(path)),
      ...paths
        .filter(path => path.endsWith('/'))
        .map(path => this.visit(path.slice(0, -1), true)),
    ]);
  }

  async #follow(folder: string, kustomization: string): Promise<void> {
    const text = await this.#read(kustomization);
    const { files, either } = namedBy(folder, text ?? '');
    await Promise.all([
      ...files.map(path => this.#read(path)),
      ...either.map(path =>
        /\.(ya?ml|json)$/.test(path) ? this.#read(path) : this.visit(path),
      ),
    ]);
  }

  async #read(path: string): Promise<string | undefined> {
    if (!this.#isNew(path)) {
      return this.files[path];
    }
    if (this.#seen.size > this.bounds.mostFiles) {
      this.complete = false;
      return undefined;
    }
    const text = await this.reader.readFile(path);
    if (text === undefined) {
      return undefined;
    }
    this.#characters += text.length;
    if (this.#characters > this.bounds.mostCharacters) {
      this.complete = false;
      return undefined;
    }
    this.files[path] = text;
    return text;
  }

  #isNew(path: string): boolean {
    const isNew = !this.#seen.has(path);
    this.#seen.add(path);
    return isNew;
  }
}
