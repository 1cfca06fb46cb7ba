import type { ClaimKind } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  filterLink,
  InternalLink,
  KeyValues,
  LinkButton,
  Mono,
  Muted,
  Notice,
  Section,
  Stack,
  StateBadge,
  Text,
  type ClaimTemplate,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useFleetPaths } from '../../useFleetPaths';
import { useTemplateLink } from '../../useTemplateLink';
import { NoTemplate } from './NoTemplate';

/** A kind of infrastructure: what it is, whether it can be had now, and where to order it. */
export function ClaimKindCard(props: {
  kind: ClaimKind;
  /** Those that order it; undefined until they are known. */
  templates: readonly ClaimTemplate[] | undefined;
}) {
  const { kind, templates } = props;
  const paths = useFleetPaths();
  const templateLink = useTemplateLink();

  return (
    <Section
      title={kind.title}
      subtitle={
        <Mono>
          {kind.apiVersion} {kind.kind}
        </Mono>
      }
    >
      <Stack>
        {kind.description && <Text lines={4}>{kind.description}</Text>}
        <KeyValues
          items={[
            {
              key: 'State',
              value: (
                <Stack gap={0} align="start">
                  <StateBadge state={kind.state} size="small" />
                  {kind.state !== 'healthy' && <Muted>{kind.summary}</Muted>}
                </Stack>
              ),
            },
            {
              key: 'Claims',
              value: (
                <InternalLink
                  to={filterLink(paths.provisioning, { kind: kind.kind })}
                >
                  {kind.claims.toLocaleString()}
                </InternalLink>
              ),
            },
            { key: 'Offered by', value: kind.cluster },
            {
              key: 'Made by',
              value: kind.compositions.join(', ') || (
                <Muted>no Composition: a claim of it would stay waiting</Muted>
              ),
            },
          ]}
        />
        {kind.unreadable && (
          <Notice severity="warning" title="Its schema cannot be read">
            {kind.unreadable} An order is not checked before its pull request.
          </Notice>
        )}
        {templates?.map(({ namespace, name, title }) => (
          <div key={`${namespace}/${name}`}>
            <LinkButton to={templateLink({ namespace, name })} primary>
              {title}
            </LinkButton>
          </div>
        ))}
        {templates?.length === 0 && <NoTemplate kind={kind} />}
      </Stack>
    </Section>
  );
}
