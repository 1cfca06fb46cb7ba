import { EmptyState } from '@fleetcommander/backstage-plugin-fleet-react';

/** Says why no row stands here, and what would. */
export function NothingCovered(props: {
  filtered: boolean;
  byControl: boolean;
  onClear(): void;
  onShowPolicies(): void;
}) {
  const { filtered, byControl, onClear, onShowPolicies } = props;
  if (filtered) {
    return (
      <EmptyState
        title={byControl ? 'No control matches' : 'No policy matches'}
        description="Nothing that you may see has all of these. A row that meets the baseline everywhere is not among the deviations."
        action={{ title: 'Show more', onClick: onClear }}
      />
    );
  }
  return byControl ? (
    <EmptyState
      title="No well-known control"
      description="A control is what policies of several engines mean alike, such as Disallow privileged containers: those of the public libraries of Kyverno and Gatekeeper, and the Pod Security Standards. No policy that you may see is one of them."
      action={{ title: 'Show policy by policy', onClick: onShowPolicies }}
    />
  ) : (
    <EmptyState
      title="No policies"
      description="Every policy would be a row here, every cluster that you may see a column. None was found: install Kyverno or Gatekeeper, or use the admission policies and Pod Security labels of Kubernetes. If they are there, the doctor on a cluster’s page says what may not be read."
    />
  );
}
