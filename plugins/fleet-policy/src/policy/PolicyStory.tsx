import type { PolicyDetail } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ExternalLink,
  filterLink,
  InternalLink,
  KeyValues,
  Muted,
  Section,
  Since,
  Stack,
  Text,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { policyTypeWord } from '../policyWords';
import { usePolicyPaths } from '../usePolicyPaths';
import { PolicyStandings } from './PolicyStandings';
import { WhoBreaksIt } from './WhoBreaksIt';

/** What a policy says in plain words, where it stands, and who breaks it. */
export function PolicyStory(props: { detail: PolicyDetail }) {
  const { policy, rules, sources, standings } = props.detail;
  const { description, category, type, engine, namespace } = policy;
  const paths = usePolicyPaths();

  return (
    <Stack gap={3}>
      {description ? (
        <Text as="p">{description}</Text>
      ) : (
        <Muted>The policy does not describe itself.</Muted>
      )}
      <KeyValues
        items={[
          { key: 'It', value: policyTypeWord(type) },
          { key: 'Engine', value: engine },
          { key: 'Namespace', value: namespace },
          { key: 'Category', value: category },
          {
            key: 'Controls',
            value:
              policy.controls.length > 0 ? (
                <Stack gap={0}>
                  {policy.controls.map(control => (
                    <InternalLink
                      key={control}
                      to={filterLink(paths.policy, {
                        view: 'coverage',
                        control,
                      })}
                    >
                      {control}
                    </InternalLink>
                  ))}
                </Stack>
              ) : undefined,
          },
          {
            key: 'Breaches',
            value: (
              <Stack gap={0}>
                <InternalLink
                  to={filterLink(paths.policy, {
                    view: 'results',
                    policy: policy.id,
                  })}
                >
                  {policy.failing.toLocaleString()}
                </InternalLink>
                {policy.oldestSince && (
                  <Muted>
                    the oldest <Since at={policy.oldestSince} />
                  </Muted>
                )}
              </Stack>
            ),
          },
          {
            key: 'Exceptions',
            value: policy.exceptions > 0 && (
              <InternalLink
                to={filterLink(paths.policy, {
                  view: 'exceptions',
                  policy: policy.name,
                })}
              >
                {policy.exceptions.toLocaleString()}
              </InternalLink>
            ),
          },
          {
            key: 'Written in',
            value:
              sources.length > 0 ? (
                <Stack gap={0}>
                  {sources.map(({ title, url }) => (
                    <ExternalLink key={url} href={url}>
                      {title}
                    </ExternalLink>
                  ))}
                </Stack>
              ) : undefined,
          },
          {
            key: 'Contents',
            value:
              policy.versions > 1
                ? `${policy.versions} across the fleet`
                : undefined,
          },
        ]}
      />
      {rules.length > 0 && (
        <Section title="Its rules">
          <KeyValues
            items={rules.map(({ name, message }) => ({
              key: name,
              value: message ?? <Muted>says nothing to who breaks it</Muted>,
            }))}
          />
        </Section>
      )}
      <WhoBreaksIt policy={policy} />
      <PolicyStandings standings={standings} policyId={policy.id} />
    </Stack>
  );
}
