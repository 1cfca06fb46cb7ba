import type { MatrixColumn } from '@fleetcommander/backstage-plugin-fleet-common';

/** Whether another environment begins with this column. */
export function beginsEnvironment(
  columns: readonly MatrixColumn[],
  index: number,
): boolean {
  return (
    index > 0 && columns[index].environment !== columns[index - 1].environment
  );
}
