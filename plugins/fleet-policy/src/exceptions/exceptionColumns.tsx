import type { PolicyException } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  BelongsTo,
  ClusterPlace,
  ExceptionBadge,
  ExternalLink,
  filterLink,
  InternalLink,
  Moment,
  Muted,
  ownerWord,
  Stack,
  Text,
  TimedText,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { usePolicyPaths } from '../usePolicyPaths';
import { formOf } from './exceptionForm';

type Paths = Pick<ReturnType<typeof usePolicyPaths>, 'policy' | 'exception'>;

/** How an exception looks in a list, with the ways to what it lets through and to change it. */
export function exceptionColumns(
  paths: Paths,
): FleetTableColumn<PolicyException>[] {
  return [
    {
      key: 'state',
      title: 'Until',
      width: 'minmax(150px, 1.2fr)',
      render: exception => (
        <Stack gap={0.25} align="start">
          <Until exception={exception} />
          <ExtendOrEnd form={formOf(exception)} paths={paths} />
        </Stack>
      ),
    },
    {
      key: 'name',
      title: 'What is excepted from what',
      width: 'minmax(220px, 2fr)',
      render: ({ name, namespace, policies, scope }) => (
        <Stack gap={0}>
          <Text variant="strong">{name}</Text>
          {namespace && <Muted>{`in ${namespace}`}</Muted>}
          <Text lines={3}>{scope}</Text>
          {policies.map(policy => (
            <Muted key={policy.name}>
              {[policy.name, policy.rules.join(', ')]
                .filter(Boolean)
                .join(': ')}
            </Muted>
          ))}
        </Stack>
      ),
    },
    {
      key: 'reason',
      title: 'Why',
      width: 'minmax(150px, 1.4fr)',
      render: ({ reason, owner, file }) => (
        <Stack gap={0}>
          {reason ? (
            <Text lines={4}>{reason}</Text>
          ) : (
            <Muted>no reason is given</Muted>
          )}
          {owner && <Muted>{`asked for by ${ownerWord(owner)}`}</Muted>}
          {file && <ExternalLink href={file.url}>{file.title}</ExternalLink>}
        </Stack>
      ),
    },
    {
      key: 'lets',
      title: 'Lets through',
      width: '112px',
      render: ({ cluster, name, letsThrough }) =>
        letsThrough ? (
          <InternalLink
            to={filterLink(paths.policy, {
              view: 'results',
              cluster,
              exception: name,
              excepted: 'true',
            })}
          >
            {letsThrough.toLocaleString()}
          </InternalLink>
        ) : (
          <Muted>{letsThrough === 0 ? 'nothing' : 'not told'}</Muted>
        ),
    },
    {
      key: 'where',
      title: 'Where',
      width: 'minmax(140px, 1fr)',
      render: exception => <ClusterPlace {...exception} />,
    },
    {
      key: 'owner',
      title: 'Belongs to',
      width: 'minmax(100px, 1fr)',
      render: ({ ownerRefs }) => (
        <BelongsTo entityRefs={[]} ownerRefs={ownerRefs} />
      ),
    },
  ];
}

function ExtendOrEnd(props: { form: ReturnType<typeof formOf>; paths: Paths }) {
  return props.form ? (
    <InternalLink to={props.paths.exception(props.form)}>
      Extend or end it
    </InternalLink>
  ) : null;
}

function Until(props: { exception: PolicyException }) {
  const { state, summary, expiresAt, freshness } = props.exception;
  return (
    <Stack gap={0.25} align="start">
      <ExceptionBadge state={state} stale={freshness.stale} />
      {expiresAt && (
        <Muted>
          <Moment at={expiresAt} />
        </Muted>
      )}
      <Text variant="small" lines={4}>
        <TimedText text={summary} />
      </Text>
    </Stack>
  );
}
