import type { Certificate } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  Muted,
  Stack,
  StateBadge,
  Until,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { HowItIs } from './HowItIs';
import { placeColumn } from './placeColumn';

/** Hosts that are shown of a certificate; the others are one click away. */
const few = 2;

/** Columns of certificates. */
export function certificateColumns(
  page: 'cluster' | 'entity',
): FleetTableColumn<Certificate>[] {
  return [
    {
      key: 'state',
      title: 'State',
      width: '150px',
      render: ({ state, summary }) => (
        <StateBadge state={state} summary={summary} />
      ),
    },
    {
      key: 'name',
      title: 'Certificate',
      width: 'minmax(160px, 2fr)',
      render: ({ names, name, namespace }) => (
        <Stack gap={0}>
          {names.slice(0, few).map(host => (
            <span key={host}>{host}</span>
          ))}
          {names.length > few && <Muted>and {names.length - few} more</Muted>}
          <Muted>{`${namespace}/${name}`}</Muted>
        </Stack>
      ),
    },
    placeColumn(page),
    {
      key: 'issuer',
      title: 'Issuer',
      width: 'minmax(110px, 1fr)',
      render: ({ issuer }) => issuer?.split('/')[1],
    },
    {
      key: 'ends',
      title: 'Good until',
      width: '140px',
      render: ({ notAfter, renewalAt }) => (
        <Stack gap={0}>
          {notAfter ? (
            <EitherSide at={notAfter} before="ends" after="ended" />
          ) : (
            'there is none'
          )}
          {renewalAt && (
            <Muted>
              <EitherSide
                at={renewalAt}
                before="renewed"
                after="renewal was due"
              />
            </Muted>
          )}
        </Stack>
      ),
    },
    {
      key: 'summary',
      title: 'How it is',
      width: 'minmax(180px, 2fr)',
      render: certificate => <HowItIs {...certificate} />,
    },
  ];
}

/** What will be, or was. */
function EitherSide(props: { at: string; before: string; after: string }) {
  const { at, before, after } = props;
  return Date.parse(at) > Date.now() ? (
    <Until at={at} what={before} />
  ) : (
    <Age at={at} prefix={after} />
  );
}
