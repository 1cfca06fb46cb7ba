import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import type { ListQuery } from '../store/FleetQueryStore';
import { parseFilter } from './parseFilter';

/** As the OpenAPI router leaves it: validated, numbers parsed. */
interface ValidatedQuery {
  filter?: string[];
  text?: string;
  orderField?: string;
  limit?: number;
  cursor?: string;
}

/** How a list is asked, but for the access of the caller. */
export function parseListQuery(
  query: Request['query'],
): Omit<ListQuery, 'access'> {
  const { filter, text, orderField, limit, cursor } = query as ValidatedQuery;
  return {
    filter: filter && parseFilter(filter),
    text,
    orderField: orderField ? parseOrderField(orderField) : undefined,
    limit,
    cursor,
  };
}

function parseOrderField(orderField: string): ListQuery['orderField'] {
  const [field, order = 'asc', ...rest] = orderField.split(',');
  if ((order !== 'asc' && order !== 'desc') || rest.length > 0) {
    throw new InputError(
      `orderField ${JSON.stringify(
        orderField,
      )} does not end with ,asc or ,desc`,
    );
  }
  return { field, order };
}
