/** What `kustomize build` says when it cannot. */
export class BuildError extends Error {}

/** There is nothing to build. */
export class FolderMissing extends BuildError {
  constructor(readonly folder: string) {
    super(
      `kustomization path not found: stat /tmp/kustomization/${folder}: no such file or directory`,
    );
  }
}
