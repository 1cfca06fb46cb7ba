import { InputError } from '@backstage/errors';
import type { PolicyExceptionList } from '@fleetcommander/backstage-plugin-fleet-common';
import { exceptionStates } from '../../../policy/exceptionState';
import type { Filter, ListQuery } from '../../FleetQueryStore';
import { countFacets } from '../countFacets';
import { pageOf } from '../pageOf';
import type { QueryContext } from '../QueryContext';
import {
  readPolicyExceptions,
  type LinkedException,
} from './readPolicyExceptions';

/** What exceptions can be filtered by: the values that one has. */
const valuesOf: Readonly<
  Record<string, (item: LinkedException) => (string | undefined)[]>
> = {
  id: ({ exception }) => [exception.id],
  state: ({ exception }) => [exception.state],
  engine: ({ exception }) => [exception.engine],
  kind: ({ exception }) => [exception.kind],
  cluster: ({ exception }) => [exception.cluster],
  environment: ({ exception }) => [exception.environment],
  region: ({ region }) => [region],
  namespace: ({ exception }) => [exception.namespace],
  name: ({ exception }) => [exception.name],
  policy: ({ exception }) => exception.policies.map(({ name }) => name),
  owner: ({ exception }) => exception.ownerRefs,
  entity: ({ entityRefs }) => entityRefs,
  application: ({ exception }) => [exception.applicationId],
};

/** What is let through although it breaks a policy; what needs somebody comes first. There are few, so they are sifted here. */
export async function listPolicyExceptions(
  context: QueryContext,
  query: ListQuery,
): Promise<PolicyExceptionList> {
  const all = (await readPolicyExceptions(context, query.access)).filter(
    item => !query.text || isNamed(item, query.text.toLowerCase()),
  );
  const found = all
    .filter(item => matches(item, query.filter))
    .map(({ exception }) => exception)
    .sort(
      (a, b) =>
        exceptionStates.indexOf(a.state) - exceptionStates.indexOf(b.state) ||
        compare(a.expiresAt ?? '~', b.expiresAt ?? '~') ||
        compare(a.name, b.name) ||
        compare(a.id, b.id),
    );
  const { facets } = await countFacets(
    query.filter,
    {
      state: { column: 'state' },
      cluster: { column: 'cluster' },
      environment: { column: 'environment' },
      policy: { column: 'policy', valuesOf: values => JSON.parse(values) },
      owner: { column: 'owner', valuesOf: values => JSON.parse(values) },
    },
    async filter =>
      all
        .filter(item => matches(item, filter))
        .map(item => ({
          state: item.exception.state,
          cluster: item.exception.cluster,
          environment: item.exception.environment ?? null,
          policy: JSON.stringify(valuesOf.policy(item)),
          owner: JSON.stringify(valuesOf.owner(item)),
          count: 1,
        })),
  );
  return { ...pageOf(found, query), facets };
}

function matches(item: LinkedException, filter: Filter | undefined): boolean {
  return (
    !filter?.length ||
    filter.some(conjunction =>
      Object.entries(conjunction).every(([key, wanted]) => {
        if (!Object.hasOwn(valuesOf, key)) {
          throw new InputError(
            `There is no filter ${JSON.stringify(key)}. Known are ${Object.keys(
              valuesOf,
            ).join(', ')}.`,
          );
        }
        return valuesOf[key](item).some(value => wanted.includes(value ?? ''));
      }),
    )
  );
}

function isNamed({ exception }: LinkedException, text: string): boolean {
  const { name, namespace, scope, policies } = exception;
  return [name, namespace, scope, ...policies.map(policy => policy.name)]
    .join(' ')
    .toLowerCase()
    .includes(text);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
