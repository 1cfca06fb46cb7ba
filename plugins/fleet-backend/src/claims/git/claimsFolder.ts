/** The folder that all claims of a layout lie in: what of its pattern comes before the first placeholder. */
export function claimsFolder(pattern: string): string {
  const fixed = pattern.slice(0, pattern.indexOf('{'));
  return fixed.slice(0, Math.max(0, fixed.lastIndexOf('/')));
}

/** Whether a file may have claims in it. */
export function isClaimFile(path: string, folder: string): boolean {
  return (
    (folder === '' || path.startsWith(`${folder}/`)) &&
    /\.ya?ml$/.test(path) &&
    !/(^|\/)kustomization\.ya?ml$/.test(path)
  );
}
