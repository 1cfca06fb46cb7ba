/**
 * A cluster across the top of a grid.
 *
 * @public
 */
export interface GridColumn {
  cluster: string;
  entityRef?: string;
  environment?: string;
}
