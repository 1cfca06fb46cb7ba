import { ref } from '../schemas/shared';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: object;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
}

export function inPath(name: string): Parameter {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

export function inQuery(
  name: string,
  description: string,
  schema: object = { type: 'string' },
): Parameter {
  return {
    name,
    in: 'query',
    required: false,
    description,
    schema,
    allowReserved: true,
  };
}

export const filter: Parameter = {
  ...inQuery(
    'filter',
    "As the catalog's: key=value pairs joined by commas must all hold, a repeated key offers alternatives, a repeated parameter likewise.",
    { type: 'array', items: { type: 'string' } },
  ),
  style: 'form',
  explode: true,
};

export const paging: Parameter[] = [
  filter,
  inQuery('text', 'Part of a name, case does not matter.'),
  inQuery('orderField', 'A field, with ,asc or ,desc behind it.'),
  inQuery('limit', 'At most 500.', {
    type: 'integer',
    minimum: 1,
    maximum: 500,
    default: 50,
  }),
  inQuery('cursor', 'pageInfo.nextCursor of the page before.'),
];

function answer(schema: string) {
  return {
    '200': {
      description: 'OK',
      content: { 'application/json': { schema: ref(schema) } },
    },
    '304': { description: 'Not changed since the ETag in If-None-Match.' },
    default: {
      description: 'An error in the shape of Backstage.',
      content: { 'application/json': { schema: { type: 'object' } } },
    },
  };
}

export function get(
  operationId: string,
  summary: string,
  schema: string,
  parameters: Parameter[] = [],
) {
  return {
    get: { operationId, summary, parameters, responses: answer(schema) },
  };
}

export function post(
  operationId: string,
  summary: string,
  schema: string,
  parameters: Parameter[] = [],
  body?: object,
) {
  return {
    post: {
      operationId,
      summary,
      parameters,
      ...(body && {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: body } },
        },
      }),
      responses: answer(schema),
    },
  };
}
