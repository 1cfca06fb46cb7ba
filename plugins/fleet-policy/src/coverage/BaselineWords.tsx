import type { PolicyCoverage } from '@fleetcommander/backstage-plugin-fleet-common';

/** What the baseline demands of what is on the screen, and how far that is met. */
export function BaselineWords(props: { coverage: PolicyCoverage }) {
  const { deviations, items } = props.coverage;
  const demanded = items.some(({ cells }) =>
    cells.some(cell => cell.demanded !== undefined),
  );
  if (deviations > 0) {
    return (
      <>
        {`The baseline is not met in ${deviations.toLocaleString()} ${
          deviations === 1 ? 'place' : 'places'
        }: those rows come first, with a border around each`}
      </>
    );
  }
  return (
    <>
      {demanded
        ? 'Every cluster has what the baseline demands of it'
        : 'No baseline demands anything here: fleet.policy.baselines in app-config names what environments must have'}
    </>
  );
}
