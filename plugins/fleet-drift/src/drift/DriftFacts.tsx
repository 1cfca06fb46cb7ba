import type {
  Application,
  Drift,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  BelongsTo,
  ExternalLink,
  filterLink,
  Freshness,
  InternalLink,
  KeyValues,
  Moment,
  Muted,
  PathText,
  Since,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useDriftPaths } from '../useDriftPaths';
import { clientOf } from './clientOf';
import { DriftPlace } from './DriftPlace';

/** The facts of a drift by name, each thing with a link to it. */
export function DriftFacts(props: { drift: Drift; application?: Application }) {
  const { drift, application } = props;
  const { object, operation, subresource, since, endedAt } = drift;
  const { deliveryKey } = drift;
  const paths = useDriftPaths();
  const client = clientOf(drift);
  const how = [operation, subresource && `through ${subresource}`]
    .filter(Boolean)
    .join(' ');

  return (
    <KeyValues
      items={[
        {
          key: 'Object',
          value:
            object &&
            `${object.kind} ${object.name}${
              object.namespace ? ` in ${object.namespace}` : ''
            }`,
        },
        { key: 'Where', value: <DriftPlace drift={drift} /> },
        {
          key: 'Since',
          value: (
            <>
              <Moment at={since} /> {!endedAt && <Since at={since} />}
            </>
          ),
        },
        {
          key: 'Changed by',
          value: client && (
            <Stack gap={0}>
              <span>
                {client} {how && <Muted>({how})</Muted>}
              </span>
              <Muted>A client is a program, not a person.</Muted>
            </Stack>
          ),
        },
        {
          key: 'Application',
          value: drift.application && (
            <Stack gap={0}>
              <InternalLink
                to={filterLink(paths.applications, {
                  text: drift.application.name,
                  application: drift.application.id,
                })}
              >
                {`${drift.application.kind} ${drift.application.name}`}
              </InternalLink>
              <InternalLink
                to={filterLink(paths.drift, {
                  application: drift.application.id,
                })}
              >
                all that differs in it
              </InternalLink>
            </Stack>
          ),
        },
        {
          key: 'In Git',
          value: application && application.sources.length > 0 && (
            <GitLinks application={application} />
          ),
        },
        {
          key: 'Not arrived',
          value: drift.links && (
            <Stack gap={0}>
              {drift.links.map(({ title, url }) => (
                <ExternalLink key={url} href={url}>
                  {title}
                </ExternalLink>
              ))}
            </Stack>
          ),
        },
        { key: 'Delivery key', value: deliveryKey },
        { key: 'Belongs to', value: <BelongsTo {...drift} /> },
        {
          key: 'Age of data',
          value: <Freshness freshness={drift.freshness} />,
        },
      ]}
    />
  );
}

/** Where in Git it is said, as far as the application tells. */
function GitLinks(props: { application: Application }) {
  return (
    <Stack gap={0}>
      {props.application.sources.map(
        ({ type, name, path, chart, link, url }) => (
          <ExternalLink key={`${type} ${name} ${path}`} href={link ?? url}>
            <PathText path={path ?? chart ?? name ?? type} />
          </ExternalLink>
        ),
      )}
    </Stack>
  );
}
