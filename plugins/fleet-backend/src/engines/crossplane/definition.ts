import type {
  ClaimKindRecord,
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf, toldBy } from '../conditionOf';
import { explain } from '../explain';
import { fieldsOf, itemsOf, nameOf, textOf, type Fields } from '../fields';
import { recordOf, type Health } from '../recordOf';

const longestSchema = 500_000;
const longestDescription = 2_000;

/** CompositeResourceDefinitions: the kinds that a hub offers to be claimed. */
export const definition: EngineKind = {
  group: 'apiextensions.crossplane.io',
  kind: 'CompositeResourceDefinition',
  plural: 'compositeresourcedefinitions',
  versions: ['v2', 'v1'],
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const claimable = 'claimNames' in spec;
    const names = fieldsOf(claimable ? spec.claimNames : spec.names);
    const version = versionToAskIn(spec);
    const group = nameOf(spec.group);
    const claimKind = nameOf(names.kind);
    const claimPlural = nameOf(names.plural);
    const claimVersion = nameOf(version.name);
    const compositeKind = nameOf(fieldsOf(spec.names).kind);
    const record = recordOf(
      'crossplane',
      object,
      context,
      healthOf(object, { claimable }),
    );
    if (
      !group ||
      !claimKind ||
      !claimPlural ||
      !claimVersion ||
      !compositeKind
    ) {
      return [
        {
          type: 'engine-object',
          ...record,
          state: 'unknown',
          summary: 'does not say what it defines, or serves no version of it',
          suspended: false,
          details: {},
        },
      ];
    }
    return [
      {
        type: 'claim-kind',
        ...record,
        group,
        claimKind,
        claimPlural,
        claimVersion,
        compositeKind,
        namespaced: claimable || scopeOf(object, spec) === 'Namespaced',
        ...schemaOf(version),
      },
    ];
  },
};

/** The version that compositions are written for, where it is served. */
function versionToAskIn(spec: Fields): Fields {
  const served = itemsOf(spec.versions)
    .map(fieldsOf)
    .filter(version => version.served === true);
  return (
    served.find(version => version.referenceable === true) ??
    fieldsOf(served[0])
  );
}

/** v1 knew no namespaced composites, and is still what v2 is stored as. */
function scopeOf({ apiVersion }: KubernetesObject, spec: Fields): string {
  return (
    textOf(spec.scope) ??
    (apiVersion.endsWith('/v1') ? 'LegacyCluster' : 'Namespaced')
  );
}

function schemaOf(
  version: Fields,
): Pick<ClaimKindRecord, 'description' | 'schema' | 'unreadable'> {
  const { openAPIV3Schema } = fieldsOf(version.schema);
  const schema = fieldsOf(openAPIV3Schema);
  const { length } = JSON.stringify(schema);
  const description = (
    textOf(schema.description) ??
    textOf(fieldsOf(fieldsOf(schema.properties).spec).description)
  )?.slice(0, longestDescription);
  if (Object.keys(schema).length === 0) {
    return {
      description,
      unreadable: `its version ${textOf(version.name)} has no schema`,
    };
  }
  return length <= longestSchema
    ? { description, schema: { ...schema } }
    : {
        description,
        unreadable: `its schema is ${length} characters long, of which at most ${longestSchema} are read`,
      };
}

function healthOf(
  object: KubernetesObject,
  { claimable }: { claimable: boolean },
): Health {
  const conditions = conditionsOf(object.status);
  const established = conditionOf(conditions, 'Established');
  const offered = conditionOf(conditions, 'Offered');
  if (established === undefined) {
    return { state: 'unknown', summary: 'Crossplane has not taken it up' };
  }
  if (established.status !== 'True') {
    return {
      state: 'failing',
      summary: explain('its kind is not served', established.message),
      ...toldBy(established),
    };
  }
  return claimable && offered?.status !== 'True'
    ? {
        state: 'failing',
        summary: explain('its kind cannot be claimed', offered?.message),
        ...toldBy(offered),
      }
    : { state: 'healthy', summary: 'offered', since: established.since };
}
