import {
  ActionButton,
  ErrorNotice,
  FieldGroup,
  Muted,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { Answer } from '../shared/Answer';
import { fieldLook } from '../shared/fieldLook';
import { ofProvider } from '../shared/ofProvider';
import { useOffers } from '../shared/useOffers';
import { textAt } from '../shared/valueAt';
import { NodeGroupEditor } from './NodeGroupEditor';
import { PresentGroups } from './PresentGroups';
import type { FleetNodeGroupsSchema, NodeGroupValue } from './schema';
import { usePresentGroups } from './usePresentGroups';

/** The groups of nodes of a cluster, each with its size. */
export function FleetNodeGroups(props: typeof FleetNodeGroupsSchema.TProps) {
  const { formData = [], onChange, uiSchema, formContext } = props;
  // Where a template asks for one at least, the form begins with an empty one.
  const groups = formData.filter(group => Object.keys(group).length > 0);
  const { providerField, clusterField } = uiSchema['ui:options'] ?? {};
  const provider = textAt(formContext?.formData, providerField);
  const cluster = textAt(formContext?.formData, clusterField);
  const present = usePresentGroups(cluster, groups, onChange);
  const offers = useOffers();
  const { label, help } = fieldLook(props, { title: 'Node groups' });
  const replace = (index: number, group: NodeGroupValue) =>
    onChange(groups.map((other, at) => (at === index ? group : other)));
  const without = (index: number) => groups.filter((_, at) => at !== index);

  return (
    <FieldGroup title={label} help={help}>
      <Answer result={offers} what="the instance types">
        {value => (
          <Stack>
            {cluster && !present.loading && !present.error && (
              <PresentGroups
                cluster={cluster}
                claim={present.value}
                onChange={onChange}
              />
            )}
            {present.error && (
              <ErrorNotice
                error={present.error}
                what={`the groups of ${cluster}`}
                onRetry={present.refresh}
              />
            )}
            {groups.length === 0 && (
              <Muted>No groups yet: a cluster needs one to run anything.</Muted>
            )}
            {groups.map((group, index) => (
              <NodeGroupEditor
                key={index}
                group={group}
                others={without(index)}
                instanceTypes={ofProvider(value?.instanceTypes ?? [], provider)}
                loading={offers.loading}
                onChange={next => replace(index, next)}
                onRemove={() => onChange(without(index))}
              />
            ))}
            <div>
              <ActionButton
                onClick={() =>
                  onChange([...groups, { name: '', minSize: 1, maxSize: 3 }])
                }
              >
                Add a group
              </ActionButton>
            </div>
          </Stack>
        )}
      </Answer>
    </FieldGroup>
  );
}
