import { states } from '../../records/State';

/** An object schema in which every listed property is required but those named `optional`. */
export function object<
  P extends Record<string, unknown>,
  O extends keyof P & string = never,
>(properties: P, optional: readonly O[] = [], description?: string) {
  return {
    type: 'object',
    ...(description && { description }),
    additionalProperties: false,
    properties,
    required: Object.keys(properties).filter(
      key => !(optional as readonly string[]).includes(key),
    ),
  } as const;
}

export function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` } as const;
}

export function list(items: unknown, description?: string) {
  return { type: 'array', items, ...(description && { description }) } as const;
}

export function text(description?: string) {
  return { type: 'string', ...(description && { description }) } as const;
}

export function oneOf(values: readonly string[], description?: string) {
  return {
    type: 'string',
    enum: [...values],
    ...(description && { description }),
  } as const;
}

export const flag = { type: 'boolean' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const number = { type: 'number' } as const;
export const time = { type: 'string', format: 'date-time' } as const;
export const stringMap = {
  type: 'object',
  additionalProperties: { type: 'string' },
} as const;

/** A page of a list, with how many there are in all. */
export function page(item: string) {
  return object({
    items: list(ref(item)),
    totalItems: count,
    facets: ref('Facets'),
    pageInfo: ref('PageInfo'),
  });
}

export const sharedSchemas = {
  State: oneOf(states, 'How a thing is, in one word.'),
  Link: object({ title: text(), url: text() }),
  StateCounts: {
    type: 'object',
    description: 'How many are in each state; states with none are absent.',
    additionalProperties: count,
  },
  FacetValue: object({ value: text(), count }),
  Facets: {
    type: 'object',
    description: 'By filter key: the values among what the caller may see.',
    additionalProperties: list(ref('FacetValue')),
  },
  PageInfo: object({ nextCursor: text() }, ['nextCursor']),
  Freshness: object(
    {
      observedAt: time,
      stale: flag,
      reason: text('Why it is old, in words.'),
    },
    ['observedAt', 'reason'],
    'When the fact was last proven by its cluster; stale when older than two polls.',
  ),
};
