import type { JsonObject } from '@backstage/types';
import {
  FieldGroup,
  Notice,
  Skeleton,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { Answer } from '../shared/Answer';
import { fieldLook } from '../shared/fieldLook';
import { findClaimKind } from './findClaimKind';
import type { FleetClaimSpecSchema } from './schema';
import { toFormSchema } from './toFormSchema';

/** The form of any kind of claim, made from the schema that its hub has of it. */
export function FleetClaimSpec(props: typeof FleetClaimSpecSchema.TProps) {
  const { uiSchema } = props;
  const { kind = '', hub, omit = [] } = uiSchema['ui:options'] ?? {};
  const found = useFleet(
    async (api, signal) => {
      const { id } = await findClaimKind(api, { kind, hub }, signal);
      return api.claims.kind(id, { signal });
    },
    [kind, hub],
    { once: true },
  );
  const { label } = fieldLook(props, {
    title: found.value?.claimKind.title ?? kind,
  });

  return (
    <FieldGroup title={label} help={found.value?.claimKind.description}>
      <Answer result={found} what={`the form of ${kind}`}>
        {value => {
          if (value === undefined) {
            return found.loading && <Skeleton />;
          }
          return value.schema ? (
            <SpecForm {...props} specSchema={value.schema} omit={omit} />
          ) : (
            <Notice severity="warning" title="There is no form for it">
              {value.claimKind.unreadable ?? 'Its schema cannot be read.'}
            </Notice>
          );
        }}
      </Answer>
    </FieldGroup>
  );
}

/** The fields of the form that this one is a part of draw it, so that it looks like the rest. */
function SpecForm(
  props: typeof FleetClaimSpecSchema.TProps & {
    specSchema: Record<string, unknown>;
    omit: readonly string[];
  },
) {
  const { specSchema, omit, registry, formData, idSchema, name } = props;
  const { SchemaField } = registry.fields;
  const { description: _, ...schema } = toFormSchema(specSchema as JsonObject);
  const asked = (field: string) => !omit.includes(field);
  const form = {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(schema.properties ?? {}).filter(([field]) => asked(field)),
    ),
    required: [schema.required ?? []].flat().map(String).filter(asked),
  };
  return (
    <SchemaField
      {...props}
      name={name}
      schema={form}
      uiSchema={{ 'ui:options': { label: false } }}
      idSchema={registry.schemaUtils.toIdSchema(form, idSchema.$id, formData)}
      rawErrors={[]}
    />
  );
}
