import type {
  PolicyCoverageCell,
  PolicyCoverageRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { coverageWord } from './coverageLooks';

/** A cell for those who do not see its sign, colour and border. */
export function describeCoverage(
  { title }: Pick<PolicyCoverageRow, 'title'>,
  cluster: string,
  cell: PolicyCoverageCell | undefined,
): string {
  if (!cell) {
    return `nothing is known of ${title} on ${cluster}`;
  }
  const { state, deviation } = cell;
  return [
    `${title} on ${cluster}: ${coverageWord(state)}`,
    ...(deviation ? [deviation] : []),
  ].join(', ');
}
