import type { Policy } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Columns,
  CountList,
  filterLink,
  ownerWord,
  Section,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePolicyPaths } from '../usePolicyPaths';

const groups = [
  {
    key: 'owner',
    title: 'By team',
    none: 'None belongs to a team',
    format: ownerWord,
  },
  { key: 'cluster', title: 'By cluster', none: 'None' },
] as const;

/** Whose resources break a policy, and where. */
export function WhoBreaksIt(props: { policy: Policy }) {
  const { id, failing } = props.policy;
  const paths = usePolicyPaths();
  const facets = useFleet(
    (api, signal) =>
      api.policies.results({ filter: [`policy=${id}`], limit: 1 }, { signal }),
    [id],
    { pause: failing === 0 },
  ).value?.facets;

  if (!facets || failing === 0) {
    return null;
  }
  return (
    <Section title="Who breaks it">
      <Columns min={220}>
        {groups.map(group => (
          <CountList
            key={group.key}
            title={group.title}
            none={group.none}
            items={[...(facets[group.key] ?? [])]
              .sort((a, b) => b.count - a.count)
              .map(({ value, count }) => ({
                key: value,
                title: 'format' in group ? group.format(value) : value,
                count,
                to: filterLink(paths.policy, {
                  view: 'results',
                  policy: id,
                  [group.key]: value,
                }),
              }))}
          />
        ))}
      </Columns>
    </Section>
  );
}
