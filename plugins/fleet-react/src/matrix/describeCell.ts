import type {
  MatrixCell,
  MatrixRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { stateWord } from '../state/stateLooks';

/** A cell for those who do not see its colour and border. */
export function describeCell(
  row: MatrixRow,
  cluster: string,
  cell: MatrixCell | undefined,
): string {
  if (!cell) {
    return `${row.title} is not on ${cluster}`;
  }
  return [
    `${row.title} on ${cluster}: ${cell.version ?? 'no version'}`,
    stateWord(cell.state),
    ...(cell.odd ? ['differs from the others'] : []),
    ...(cell.stale ? ['old'] : []),
  ].join(', ');
}
