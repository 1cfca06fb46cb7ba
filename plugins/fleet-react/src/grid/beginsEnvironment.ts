import type { GridColumn } from './GridColumn';

/** Whether another environment begins with this column. */
export function beginsEnvironment(
  columns: readonly GridColumn[],
  index: number,
): boolean {
  return (
    index > 0 && columns[index].environment !== columns[index - 1].environment
  );
}
