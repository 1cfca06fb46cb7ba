import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  ExternalLink,
  Freshness,
  KeyValues,
  Mono,
  Notice,
  Since,
  Stack,
  Text,
  VersionTag,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ApplicationOwner } from '../applications/ApplicationOwner';
import { TargetCluster } from '../applications/TargetCluster';

/** How an application is, in plain words and then in the engine's own. */
export function ApplicationStory(props: { application: Application }) {
  const { application } = props;
  const { freshness, links, summary, revision, attemptedRevision } =
    application;
  const { reason, message = '' } = application;
  const engineWords = [reason, summary.includes(message) ? '' : message]
    .filter(Boolean)
    .join(': ');

  return (
    <Stack>
      {freshness.stale && (
        <Notice severity="warning" title="This is the last known state">
          <Freshness freshness={freshness} />
        </Notice>
      )}
      <Stack gap={1}>
        <Text variant="strong">{summary}</Text>
        {engineWords && <Mono wrap>{engineWords}</Mono>}
      </Stack>
      {application.deleting && (
        <Notice
          severity="info"
          title="It is being deleted"
        >{`Its finalizers run on ${application.cluster}.`}</Notice>
      )}
      <KeyValues
        items={[
          { key: 'In this state', value: <Since at={application.since} /> },
          {
            key: 'Version',
            value: (
              <VersionTag
                version={application.version}
                revision={revision}
                href={application.sources.find(source => source.link)?.link}
              />
            ),
          },
          {
            key: 'Tried',
            value:
              attemptedRevision && attemptedRevision !== revision ? (
                <VersionTag revision={attemptedRevision} />
              ) : undefined,
          },
          {
            key: 'Deploys to',
            value: <TargetCluster application={application} />,
          },
          { key: 'Into namespace', value: application.targetNamespace },
          {
            key: 'Belongs to',
            value: <ApplicationOwner application={application} />,
          },
          { key: 'Project', value: application.project },
          { key: 'Made by', value: application.applicationSet },
          { key: 'Managed by', value: application.managedBy },
          { key: 'Sync', value: application.sync },
          {
            key: 'Last reconciled',
            value: application.lastReconciledAt && (
              <Age at={application.lastReconciledAt} />
            ),
          },
          {
            key: 'Automatic',
            value: application.automated ? 'yes' : 'no, a person has to sync',
          },
          { key: 'Age of data', value: <Freshness freshness={freshness} /> },
        ]}
      />
      {links.length > 0 && (
        <Stack direction="row" gap={2} wrap>
          {links.map(({ title, url }) => (
            <ExternalLink key={url} href={url}>
              {title}
            </ExternalLink>
          ))}
        </Stack>
      )}
    </Stack>
  );
}
