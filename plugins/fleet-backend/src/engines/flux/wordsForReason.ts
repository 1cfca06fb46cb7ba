const wordsByReason = new Map([
  ['ArtifactFailed', 'source has no artifact'],
  ['AuthenticationFailed', 'cannot sign in to the source'],
  ['BucketOperationFailed', 'cannot read the bucket'],
  ['BuildFailed', 'cannot build'],
  ['ChartPullError', 'cannot pull the chart'],
  ['ChartPackageError', 'cannot package the chart'],
  ['FetchFailed', 'cannot fetch'],
  ['GitOperationFailed', 'cannot read the Git repository'],
  ['HealthCheckCanceled', 'health check was cut short'],
  ['HealthCheckFailed', 'health check failed'],
  ['HelmChartNotReady', 'chart is not ready'],
  ['IndexationFailed', 'cannot read the Helm repository'],
  ['InstallFailed', 'cannot install'],
  ['OCIArtifactPullFailed', 'cannot pull the artifact'],
  ['PruneFailed', 'cannot prune'],
  ['ReadOperationFailed', 'cannot read the image registry'],
  ['ReconciliationFailed', 'cannot apply'],
  ['RetriesExceeded', 'out of retries'],
  ['RollbackFailed', 'cannot roll back'],
  ['RollbackSucceeded', 'was rolled back'],
  ['SourceNotReady', 'source has no artifact'],
  ['StorageOperationFailed', 'cannot store the artifact'],
  ['TestFailed', 'tests failed'],
  ['URLInvalid', 'the URL is wrong'],
  ['UninstallFailed', 'cannot uninstall'],
  ['UninstallSucceeded', 'was uninstalled'],
  ['UpgradeFailed', 'cannot upgrade'],
  ['VerificationError', 'signature is not valid'],
]);

/** Plain words for the reason of a condition that says that something is wrong. */
export function wordsForReason(reason: string | undefined): string {
  return wordsByReason.get(reason ?? '') ?? 'cannot reconcile';
}
